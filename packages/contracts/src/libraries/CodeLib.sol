// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title Bytes kept as a contract's code
library CodeLib {
    /// @dev Keeps the data anew unless `before` holds the same.
    function keep(address before, bytes calldata data) internal returns (address pointer, bool isNew) {
        // SSTORE2 puts a STOP in front, so that nobody can run what is kept.
        if (before.codehash == keccak256(abi.encodePacked(hex"00", data))) return (before, false);
        return (SSTORE2.write(data), true);
    }

    function kept(address pointer) internal view returns (bytes memory) {
        return SSTORE2.read(pointer);
    }
}
