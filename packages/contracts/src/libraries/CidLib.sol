// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Base58} from "@openzeppelin/contracts/utils/Base58.sol";

/// @title Content ids with a SHA2-256 digest, as text
/// @dev Decoding happens in every send of a collection on IPFS, so it counts in 512 bits instead of byte by byte.
library CidLib {
    /// @dev CIDv0: base58btc of 0x12 0x20 and the digest, always 46 characters that begin with `Qm`.
    uint256 internal constant V0_LENGTH = 46;
    /// @dev CIDv1: `b` and base32 of version 1, codec, 0x12 0x20 and the digest.
    uint256 internal constant V1_LENGTH = 59;

    uint256 private constant MULTIHASH = 0x1220;
    uint256 private constant RAW = 0x01551220;
    uint256 private constant DAG_PB = 0x01701220;
    uint256 private constant POW_58_23 = 58 ** 23;

    bytes16 private constant BASE32 = "abcdefghijklmnop";
    bytes16 private constant BASE32_TAIL = "qrstuvwxyz234567";

    /// @dev Reads the 46 characters at `start`, which must lie within the text.
    function decodeV0(bytes memory text, uint256 start) internal pure returns (bool ok, bytes32 digest) {
        (bool highOk, uint256 high) = _base58(text, start);
        (bool lowOk, uint256 low) = _base58(text, start + 23);
        if (!highOk || !lowOk) return (false, 0);
        // high · 58^23 + low in 512 bits; what is above 256 bits must be the multihash prefix.
        unchecked {
            uint256 product = high * POW_58_23;
            uint256 remainder = mulmod(high, POW_58_23, type(uint256).max);
            uint256 top = remainder - product - (remainder < product ? 1 : 0);
            uint256 sum = product + low;
            if (sum < product) ++top;
            return (top == MULTIHASH, bytes32(sum));
        }
    }

    /// @dev Reads the 59 characters at `start`, which must lie within the text, and tells the codec's raw bit.
    function decodeV1(bytes memory text, uint256 start)
        internal
        pure
        returns (bool ok, bool raw, bytes32 digest)
    {
        if (text[start] != "b") return (false, false, 0);
        // 58 characters are 290 bits: 32 of prefix, 256 of digest, 2 that must be zero.
        (bool highOk, uint256 high) = _base32(text, start + 1, 7);
        if (!highOk) return (false, false, 0);
        uint256 prefix = high >> 3;
        if (prefix != RAW && prefix != DAG_PB) return (false, false, 0);
        (bool lowOk, uint256 low) = _base32(text, start + 8, 51);
        if (!lowOk || low & 3 != 0) return (false, false, 0);
        return (true, prefix == RAW, bytes32((high << 253) | (low >> 2)));
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
            text[1 + i] = _base32Character((high >> (5 * (6 - i))) & 31);
        }
        for (uint256 i; i < 51; ++i) {
            text[8 + i] = _base32Character((low >> (5 * (50 - i))) & 31);
        }
    }

    function _base32Character(uint256 digit) private pure returns (bytes1) {
        return digit < 16 ? BASE32[digit] : BASE32_TAIL[digit - 16];
    }

    function _base58(bytes memory text, uint256 start) private pure returns (bool ok, uint256 value) {
        assembly ("memory-safe") {
            // One byte per character from `1` (0x31) to `z` (0x7a): its digit, or 0xff where it is none.
            let table := mload(0x40)
            mstore(table, 0x000102030405060708ffffffffffffff090a0b0c0d0e0f10ff1112131415ff16)
            mstore(add(table, 0x20), 0x1718191a1b1c1d1e1f20ffffffffffff2122232425262728292a2bff2c2d2e2f)
            mstore(add(table, 0x40), 0x30313233343536373839ffffffffffffffffffffffffffffffffffffffffffff)
            ok := 1
            let at := add(add(text, 0x20), start)
            for { let end := add(at, 23) } lt(at, end) { at := add(at, 1) } {
                // A character below `1` wraps to a large index, and so to 0xff.
                let index := sub(byte(0, mload(at)), 0x31)
                let digit := 0xff
                if lt(index, 0x60) { digit := byte(0, mload(add(table, index))) }
                if eq(digit, 0xff) {
                    ok := 0
                    break
                }
                value := add(mul(value, 58), digit)
            }
        }
    }

    function _base32(bytes memory text, uint256 start, uint256 length)
        private
        pure
        returns (bool ok, uint256 value)
    {
        assembly ("memory-safe") {
            ok := 1
            let at := add(add(text, 0x20), start)
            for { let end := add(at, length) } lt(at, end) { at := add(at, 1) } {
                let character := byte(0, mload(at))
                // `a` to `z` are 0 to 25, `2` to `7` are 26 to 31.
                let digit := sub(character, 0x61)
                if gt(digit, 25) {
                    digit := sub(character, 0x32)
                    if gt(digit, 5) {
                        ok := 0
                        break
                    }
                    digit := add(digit, 26)
                }
                value := or(shl(5, value), digit)
            }
        }
    }
}
