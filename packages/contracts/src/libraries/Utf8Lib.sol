// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Cutting UTF-8 texts
library Utf8Lib {
    /// @dev The text itself, or as many whole characters of it as fit in `maxBytes`.
    function cut(bytes memory text, uint256 maxBytes) internal pure returns (bytes memory) {
        if (text.length <= maxBytes) return text;
        uint256 end = maxBytes;
        // A byte 10xxxxxx continues a character: go back to where that character begins.
        while (end > 0 && uint8(text[end]) & 0xc0 == 0x80) {
            --end;
        }
        assembly ("memory-safe") {
            mstore(text, end)
        }
        return text;
    }
}
