// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Bytes of any length in transient storage (EIP-1153)
library TransientLib {
    /// @dev The length stands at `slot`, the words after it.
    function store(uint256 slot, bytes memory data) internal {
        assembly ("memory-safe") {
            let length := mload(data)
            tstore(slot, length)
            for { let at := 0 } lt(at, length) { at := add(at, 0x20) } {
                slot := add(slot, 1)
                tstore(slot, mload(add(add(data, 0x20), at)))
            }
        }
    }

    function load(uint256 slot) internal view returns (bytes memory data) {
        assembly ("memory-safe") {
            let length := tload(slot)
            data := mload(0x40)
            mstore(data, length)
            let at := 0
            for {} lt(at, length) { at := add(at, 0x20) } {
                slot := add(slot, 1)
                mstore(add(add(data, 0x20), at), tload(slot))
            }
            mstore(0x40, add(add(data, 0x20), at))
        }
    }
}
