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

    function hashOf(bytes calldata message) internal pure returns (bytes32 messageHash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, message.offset, message.length)
            messageHash := keccak256(free, message.length)
        }
    }
}
