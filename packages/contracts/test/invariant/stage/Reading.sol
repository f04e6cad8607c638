// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Reading messages, written from the protocol's page and not from the contracts
library Reading {
    function kind(bytes memory m) internal pure returns (uint8) {
        return uint8(m[1]);
    }

    function standard(bytes memory m) internal pure returns (uint8) {
        return uint8(m[2]);
    }

    function deadline(bytes memory m) internal pure returns (uint40) {
        return kind(m) > 2 ? type(uint40).max : uint40(word(m, 4) >> 216);
    }

    function homeChainId(bytes memory m) internal pure returns (uint64) {
        return uint64(word(m, kind(m) == 3 ? 5 : kind(m) == 4 ? 4 : 9) >> 192);
    }

    function homeToken(bytes memory m) internal pure returns (address) {
        return _account(m, kind(m) == 3 ? 13 : kind(m) == 4 ? 12 : 17);
    }

    function sourceChainId(bytes memory m) internal pure returns (uint64) {
        return uint64(word(m, 37) >> 192);
    }

    function sender(bytes memory m) internal pure returns (address) {
        return _account(m, 45);
    }

    /// @dev Who is to have what the message carries.
    function beneficiary(bytes memory m) internal pure returns (address) {
        return kind(m) == 3 ? _account(m, 41) : _account(m, 93);
    }

    function refundAccount(bytes memory m) internal pure returns (address account) {
        account = _account(m, 65);
        if (account == address(0)) account = sender(m);
    }

    function load(bytes memory m) internal pure returns (uint256[] memory ids, uint256[] memory amounts) {
        uint256 count = uint8(m[3]);
        (ids, amounts) = (new uint256[](count), new uint256[](count));
        uint256 at = kind(m) == 3 ? 93 : 114 + uint8(m[113]);
        for (uint256 i; i < count; ++i) {
            if (standard(m) == 3) {
                amounts[i] = word(m, at) >> 128;
                continue;
            }
            (ids[i], amounts[i]) = (word(m, at), 1);
            at += 32;
            if (standard(m) == 2) {
                amounts[i] = word(m, at) >> 128;
                at += 16;
            }
            at += _metadataBytes(m, at);
        }
    }

    function word(bytes memory m, uint256 at) internal pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(add(m, 0x20), at))
        }
    }

    function _account(bytes memory m, uint256 at) private pure returns (address) {
        return address(uint160(word(m, at) >> 96));
    }

    function _metadataBytes(bytes memory m, uint256 at) private pure returns (uint256) {
        uint8 form = uint8(m[at]);
        if (form == 0) return 1;
        if (form < 4) return 3;
        return form == 255 ? 5 + uint16(word(m, at + 3) >> 240) : 35;
    }
}
