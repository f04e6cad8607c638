// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title The hash chain of a lane
library HeadLib {
    /// @dev `keccak(head ‖ messageHash)`.
    function append(bytes32 head, bytes32 messageHash) internal pure returns (bytes32 next) {
        assembly ("memory-safe") {
            mstore(0x00, head)
            mstore(0x20, messageHash)
            next := keccak256(0x00, 0x40)
        }
    }

    /// @dev {append} for each hash in turn.
    function fold(bytes32 head, bytes32[] calldata messageHashes) internal pure returns (bytes32 next) {
        assembly ("memory-safe") {
            mstore(0x00, head)
            let at := messageHashes.offset
            for { let end := add(at, shl(5, messageHashes.length)) } lt(at, end) { at := add(at, 0x20) } {
                mstore(0x20, calldataload(at))
                mstore(0x00, keccak256(0x00, 0x40))
            }
            next := mload(0x00)
        }
    }

    function hashOf(bytes calldata message) internal pure returns (bytes32 messageHash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, message.offset, message.length)
            messageHash := keccak256(free, message.length)
        }
    }
}
