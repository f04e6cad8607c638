// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_TRANSFER, STANDARD_ERC721, VERSION} from "../types/Protocol.sol";

/// @title The layout of Transfer messages
/// @dev Readers of single fields do not check the length: call {isWhole} first.
library TransferLib {
    uint256 private constant HEADER = 114;

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

    /// @dev An ERC-721 Transfer. `assets` are in the message's own layout.
    function encode(Transfer memory t, bytes calldata ref, bytes memory carried)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(
            abi.encodePacked(
                VERSION, KIND_TRANSFER, STANDARD_ERC721, t.count, t.deadline, t.homeChainId, t.homeToken
            ),
            abi.encodePacked(
                t.sourceChainId,
                t.sender,
                t.refundAccount,
                t.destinationChainId,
                t.recipient,
                uint8(ref.length),
                ref
            ),
            carried
        );
    }

    /// @dev Whether all fields before the assets are there.
    function isWhole(bytes calldata m) internal pure returns (bool) {
        return m.length >= HEADER && m.length >= HEADER + _referenceLength(m);
    }

    function standard(bytes calldata m) internal pure returns (uint8) {
        return uint8(m[2]);
    }

    function count(bytes calldata m) internal pure returns (uint8) {
        return uint8(m[3]);
    }

    function deadline(bytes calldata m) internal pure returns (uint40) {
        return uint40(bytes5(m[4:9]));
    }

    function homeChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(bytes8(m[9:17]));
    }

    function homeToken(bytes calldata m) internal pure returns (address) {
        return address(bytes20(m[17:37]));
    }

    function sourceChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(bytes8(m[37:45]));
    }

    function sender(bytes calldata m) internal pure returns (address) {
        return address(bytes20(m[45:65]));
    }

    function refundAccount(bytes calldata m) internal pure returns (address) {
        return address(bytes20(m[65:85]));
    }

    function destinationChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(bytes8(m[85:93]));
    }

    function recipient(bytes calldata m) internal pure returns (address) {
        return address(bytes20(m[93:113]));
    }

    function assets(bytes calldata m) internal pure returns (bytes calldata) {
        return m[HEADER + _referenceLength(m):];
    }

    function _referenceLength(bytes calldata m) private pure returns (uint256) {
        return uint8(m[113]);
    }
}
