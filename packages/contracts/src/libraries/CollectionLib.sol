// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_COLLECTION, VERSION} from "../types/Protocol.sol";

/// @title The layout of Collection messages
library CollectionLib {
    /// @notice The bytes end within a field.
    error CollectionMalformed();

    uint256 private constant HEADER = 57;
    uint256 private constant DESCRIPTION = 34;
    uint256 private constant FIXED_PART = 23;

    /// @dev What a representation keeps: `royaltyReceiver: 20 ‖ royaltyBps: u16 ‖ decimals: u8`, then name and symbol
    /// behind a `u8` length, and prefix, suffix and contract URI behind a `u16` length.
    struct Description {
        address royaltyReceiver;
        uint16 royaltyBps;
        uint8 decimals;
        bytes name;
        bytes symbol;
        bytes prefix;
        bytes suffix;
        bytes contractURI;
    }

    /// @dev What stands in front of the description.
    struct Header {
        uint8 standard;
        uint8 class;
        uint64 homeChainId;
        address homeToken;
        uint16 record;
    }

    function encode(Header memory h, Description memory d, uint8 count, bytes memory refreshes)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(
            abi.encodePacked(VERSION, KIND_COLLECTION, h.standard, h.class),
            abi.encodePacked(h.homeChainId, h.homeToken, h.record),
            abi.encodePacked(d.royaltyReceiver, d.royaltyBps, d.decimals),
            abi.encodePacked(uint8(d.name.length), d.name, uint8(d.symbol.length), d.symbol),
            abi.encodePacked(uint16(d.prefix.length), d.prefix, uint16(d.suffix.length), d.suffix),
            abi.encodePacked(uint16(d.contractURI.length), d.contractURI, count, refreshes)
        );
    }

    function isWhole(bytes calldata m) internal pure returns (bool) {
        return m.length > HEADER;
    }

    function standard(bytes calldata m) internal pure returns (uint8) {
        return uint8(m[2]);
    }

    function class(bytes calldata m) internal pure returns (uint8) {
        return uint8(m[3]);
    }

    function homeChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(bytes8(m[4:12]));
    }

    function homeToken(bytes calldata m) internal pure returns (address) {
        return address(bytes20(m[12:32]));
    }

    function record(bytes calldata m) internal pure returns (uint16) {
        return uint16(bytes2(m[32:34]));
    }

    /// @dev The part that a representation keeps.
    function description(bytes calldata m) internal pure returns (bytes calldata) {
        uint256 end = _descriptionEnd(m);
        if (end >= m.length) revert CollectionMalformed();
        return m[DESCRIPTION:end];
    }

    /// @dev Where the refreshes begin.
    function refreshStart(bytes calldata m) internal pure returns (uint256) {
        return _descriptionEnd(m) + 1;
    }

    /// @dev Any number where the message is malformed.
    function refreshCount(bytes calldata m) internal pure returns (uint256) {
        return _lengthAt(m, _descriptionEnd(m), 1);
    }

    function parse(bytes memory kept) internal pure returns (Description memory d) {
        (d.royaltyReceiver, d.royaltyBps, d.decimals) = fixedPart(kept);
        uint256 at = FIXED_PART;
        (d.name, at) = _text(kept, at, 1);
        (d.symbol, at) = _text(kept, at, 1);
        (d.prefix, at) = _text(kept, at, 2);
        (d.suffix, at) = _text(kept, at, 2);
        (d.contractURI, at) = _text(kept, at, 2);
    }

    /// @dev What stands in front of the texts.
    function fixedPart(bytes memory kept)
        internal
        pure
        returns (address royaltyReceiver, uint16 royaltyBps, uint8 decimals)
    {
        uint256 word;
        assembly ("memory-safe") {
            word := mload(add(kept, 0x20))
        }
        return (address(uint160(word >> 96)), uint16(word >> 80), uint8(word >> 72));
    }

    /// @dev Does not revert; beyond the message's length where that is malformed.
    function _descriptionEnd(bytes calldata m) private pure returns (uint256 end) {
        end = HEADER;
        end += 1 + _lengthAt(m, end, 1);
        end += 1 + _lengthAt(m, end, 1);
        end += 2 + _lengthAt(m, end, 2);
        end += 2 + _lengthAt(m, end, 2);
        end += 2 + _lengthAt(m, end, 2);
    }

    function _lengthAt(bytes calldata m, uint256 at, uint256 size) private pure returns (uint256 length) {
        assembly ("memory-safe") {
            length := shr(sub(256, shl(3, size)), calldataload(add(m.offset, at)))
        }
    }

    function _text(bytes memory kept, uint256 at, uint256 lengthBytes)
        private
        pure
        returns (bytes memory text, uint256 end)
    {
        uint256 word;
        assembly ("memory-safe") {
            word := mload(add(add(kept, 0x20), at))
        }
        uint256 length = word >> (256 - 8 * lengthBytes);
        text = new bytes(length);
        assembly ("memory-safe") {
            mcopy(add(text, 0x20), add(add(kept, 0x20), add(at, lengthBytes)), length)
        }
        end = at + lengthBytes + length;
    }
}
