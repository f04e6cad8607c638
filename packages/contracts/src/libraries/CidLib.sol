// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Base58} from "@openzeppelin/contracts/utils/Base58.sol";

import {WordLib} from "./WordLib.sol";

/// @title Content ids with a SHA2-256 digest, as text
/// @dev Decoding happens at every send of a collection on IPFS, so it works on 32 characters at once.
library CidLib {
    using WordLib for uint256;

    /// @dev CIDv0: base58btc of 0x12 0x20 and the digest, always 46 characters that begin with `Qm`.
    uint256 internal constant V0_LENGTH = 46;
    /// @dev CIDv1: `b` and base32 of version 1, codec, 0x12 0x20 and the digest.
    uint256 internal constant V1_LENGTH = 59;

    uint256 private constant MULTIHASH = 0x1220;
    uint256 private constant RAW = 0x01551220;
    uint256 private constant DAG_PB = 0x01701220;
    uint256 private constant POW_58_14 = 58 ** 14;

    bytes32 private constant BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// @dev Reads the 46 characters at `start`, which must lie within the text.
    function decodeV0(bytes memory text, uint256 start) internal pure returns (bool ok, bytes32 digest) {
        (bool highOk, uint256 high) = _base58(WordLib.load(text, start));
        (bool lowOk, uint256 low) = _base58(WordLib.load(text, start + 14));
        if (!highOk || !lowOk) return (false, 0);
        // 32 characters and the 14 after them, in 512 bits; what is above 256 bits must be the multihash prefix.
        unchecked {
            uint256 product = high * POW_58_14;
            uint256 remainder = mulmod(high, POW_58_14, type(uint256).max);
            uint256 top = remainder - product - (remainder < product ? 1 : 0);
            uint256 sum = product + low % POW_58_14;
            if (sum < product) ++top;
            return (top == MULTIHASH, bytes32(sum));
        }
    }

    /// @dev Reads the 59 characters at `start`, which must lie within the text.
    function decodeV1(bytes memory text, uint256 start)
        internal
        pure
        returns (bool ok, bool raw, bytes32 digest)
    {
        if (text[start] != "b") return (false, false, 0);
        // 58 characters are 290 bits: 32 of prefix, 256 of digest, 2 that must be zero.
        (bool highOk, uint256 high) = _base32(WordLib.load(text, start + 1));
        (bool lowOk, uint256 low) = _base32(WordLib.load(text, start + 27));
        raw = high >> 128 == RAW;
        ok = highOk && lowOk && (raw || high >> 128 == DAG_PB) && low & 3 == 0;
        digest = bytes32((high << 128) | ((low << 126) >> 128));
    }

    function encodeV0(bytes32 digest) internal pure returns (bytes memory) {
        return bytes(Base58.encode(abi.encodePacked(uint16(MULTIHASH), digest)));
    }

    function encodeV1(bool raw, bytes32 digest) internal pure returns (bytes memory text) {
        uint256 high = ((raw ? RAW : DAG_PB) << 3) | (uint256(digest) >> 253);
        uint256 low = uint256(digest) << 2;
        text = new bytes(V1_LENGTH);
        text[0] = "b";
        for (uint256 i; i < 7; ++i) {
            text[1 + i] = BASE32[(high >> (5 * (6 - i))) & 31];
        }
        for (uint256 i; i < 51; ++i) {
            text[8 + i] = BASE32[(low >> (5 * (50 - i))) & 31];
        }
    }

    /// @dev `1` to `9`, then `A` to `Z` without I and O, then `a` to `z` without l: a character's digit is its code less
    /// 0x31 and less what the alphabet leaves out below it.
    function _base58(uint256 word) private pure returns (bool ok, uint256 value) {
        if (!word.isAscii()) return (false, 0);
        unchecked {
            uint256 leftOut = (word.atLeast(0x31) ^ WordLib.ONES) | word.atLeast(0x7b);
            uint256 digits = word - 0x31 * WordLib.ONES;
            uint256 from = word.atLeast(0x41);
            leftOut |= word.atLeast(0x3a) ^ from;
            digits -= 7 * from;
            from = word.atLeast(0x4a);
            leftOut |= word.atLeast(0x49) ^ from;
            digits -= from;
            from = word.atLeast(0x50);
            leftOut |= word.atLeast(0x4f) ^ from;
            digits -= from;
            from = word.atLeast(0x61);
            leftOut |= word.atLeast(0x5b) ^ from;
            digits -= 6 * from;
            from = word.atLeast(0x6d);
            leftOut |= word.atLeast(0x6c) ^ from;
            digits -= from;
            return leftOut == 0 ? (true, digits.fromDigits(58)) : (false, 0);
        }
    }

    /// @dev `a` to `z` are 0 to 25, `2` to `7` are 26 to 31.
    function _base32(uint256 word) private pure returns (bool ok, uint256 value) {
        if (!word.isAscii()) return (false, 0);
        unchecked {
            uint256 letters = word.atLeast(0x61);
            uint256 known = (letters ^ word.atLeast(0x7b)) | (word.atLeast(0x32) ^ word.atLeast(0x38));
            if (known != WordLib.ONES) return (false, 0);
            uint256 digits = word - 0x18 * WordLib.ONES - 0x49 * letters;
            return (true, digits.fromDigits(32));
        }
    }
}
