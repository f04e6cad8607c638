// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_TRANSFER, STANDARD_ERC721, VERSION} from "../types/Protocol.sol";

/// @title The layout of Transfer messages
/// @dev Readers of single fields do not check the length: call {isWhole} first.
library TransferLib {
    uint256 private constant HEADER = 114;
    /// @dev Version, kind and standard.
    uint256 private constant ERC721_TRANSFER =
        (uint256(VERSION) << 16) | (uint256(KIND_TRANSFER) << 8) | STANDARD_ERC721;

    struct Transfer {
        uint8 count;
        uint40 deadline;
        uint64 homeChainId;
        address homeToken;
        uint64 sourceChainId;
        address sender;
        address refundAccount;
        uint64 destinationChainId;
        address recipient;
    }

    /// @dev An ERC-721 Transfer. `carried` are its assets, in the message's own layout.
    function encode(Transfer memory t, bytes calldata ref, bytes memory carried)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(
            // The fixed part word by word: cheaper than field by field, and it happens at every send.
            (uint256(VERSION) << 248) | (uint256(KIND_TRANSFER) << 240) | (uint256(STANDARD_ERC721) << 232)
                | (uint256(t.count) << 224) | (uint256(t.deadline) << 184) | (uint256(t.homeChainId) << 120)
                | (uint256(uint160(t.homeToken)) >> 40),
            (uint256(uint160(t.homeToken)) << 216) | (uint256(t.sourceChainId) << 152)
                | (uint256(uint160(t.sender)) >> 8),
            (uint256(uint160(t.sender)) << 248) | (uint256(uint160(t.refundAccount)) << 88)
                | (uint256(t.destinationChainId) << 24) | (uint256(uint160(t.recipient)) >> 136),
            uint136(uint160(t.recipient)),
            uint8(ref.length),
            ref,
            carried
        );
    }

    /// @dev Of any message; 0 where there is none.
    function kind(bytes calldata m) internal pure returns (uint8) {
        return m.length < 2 ? 0 : uint8(_word(m, 1) >> 248);
    }

    /// @dev Whether all fields before the assets are there.
    function isWhole(bytes calldata m) internal pure returns (bool) {
        return m.length >= HEADER && m.length - HEADER >= _referenceLength(m);
    }

    /// @dev Whether this is a whole ERC-721 Transfer of this version.
    function isErc721(bytes calldata m) internal pure returns (bool) {
        return _word(m, 0) >> 232 == ERC721_TRANSFER && isWhole(m);
    }

    function standard(bytes calldata m) internal pure returns (uint8) {
        return uint8(_word(m, 2) >> 248);
    }

    function count(bytes calldata m) internal pure returns (uint8) {
        return uint8(_word(m, 3) >> 248);
    }

    function deadline(bytes calldata m) internal pure returns (uint40) {
        return uint40(_word(m, 4) >> 216);
    }

    function homeChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 9) >> 192);
    }

    function homeToken(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 17) >> 96));
    }

    function sourceChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 37) >> 192);
    }

    function sender(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 45) >> 96));
    }

    function refundAccount(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 65) >> 96));
    }

    function destinationChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 85) >> 192);
    }

    function recipient(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 93) >> 96));
    }

    function assets(bytes calldata m) internal pure returns (bytes calldata) {
        // Not below zero in a message that is whole.
        unchecked {
            uint256 start = HEADER + _referenceLength(m);
            return m[start:];
        }
    }

    function _referenceLength(bytes calldata m) private pure returns (uint256) {
        return _word(m, 113) >> 248;
    }

    function _word(bytes calldata m, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(m.offset, at))
        }
    }
}
