// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title 32 bytes at once
/// @dev Every byte of a word is a lane of its own; nothing here carries from one into the next.
library WordLib {
    uint256 internal constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;
    uint256 private constant HIGH_BITS = ONES << 7;

    uint256 private constant LOW_8 = 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
    uint256 private constant LOW_16 = 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
    uint256 private constant LOW_32 = 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
    uint256 private constant LOW_64 = 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
    uint256 private constant LOW_128 = type(uint128).max;

    /// @dev The 32 bytes at `start`, which may reach beyond the text.
    function load(bytes memory text, uint256 start) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(text, 0x20), start))
        }
    }

    function isAscii(uint256 word) internal pure returns (bool) {
        return word & HIGH_BITS == 0;
    }

    /// @dev 1 in every byte that is `least` or more. All bytes must be ASCII.
    function atLeast(uint256 word, uint256 least) internal pure returns (uint256) {
        unchecked {
            return ((word + (0x80 - least) * ONES) & HIGH_BITS) >> 7;
        }
    }

    /// @dev The number whose 32 digits, the first the highest, are the bytes. It must fit.
    function fromDigits(uint256 word, uint256 base) internal pure returns (uint256) {
        unchecked {
            word = ((word >> 8) & LOW_8) * base + (word & LOW_8);
            base *= base;
            word = ((word >> 16) & LOW_16) * base + (word & LOW_16);
            base *= base;
            word = ((word >> 32) & LOW_32) * base + (word & LOW_32);
            base *= base;
            word = ((word >> 64) & LOW_64) * base + (word & LOW_64);
            base *= base;
            return (word >> 128) * base + (word & LOW_128);
        }
    }
}
