// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Which of two messages of a lane is the newer one
library OrderLib {
    /// @dev Grows with the sequence, and over re-anchorings.
    function order(uint16 anchor, uint64 sequence) internal pure returns (uint64) {
        return (uint64(anchor) << 48) | sequence;
    }
}
