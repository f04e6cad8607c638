// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {CollectionLib} from "./CollectionLib.sol";

/// @title How much gas a message may use
/// @dev Nothing here overflows: lengths are those of calldata.
/// A message gets the same allowance whoever delivers it, so that nobody can choose its outcome by giving less.
library GasLib {
    uint256 private constant GIVE_BASE = 150_000;
    uint256 private constant GIVE_PER_ASSET = 240_000;
    uint256 private constant DESCRIBE_BASE = 300_000;
    uint256 private constant DESCRIBE_PER_REFRESH = 70_000;
    /// @dev Stored as code: 200 a byte, and copying.
    uint256 private constant PER_BYTE = 210;
    uint256 private constant MAX_COUNT = 16;

    /// @dev Two slots and an event with a bounded reason.
    uint256 private constant PARKING = 60_000;

    function ofGive(bytes calldata message, uint256 count) internal pure returns (uint256) {
        unchecked {
            return GIVE_BASE + GIVE_PER_ASSET * _bounded(count) + PER_BYTE * message.length;
        }
    }

    function ofDescribe(bytes calldata message) internal pure returns (uint256) {
        uint256 count = _bounded(CollectionLib.refreshCount(message));
        return DESCRIBE_BASE + DESCRIBE_PER_REFRESH * count + PER_BYTE * message.length;
    }

    /// @dev What must be there so that a call gets `allowance` (EIP-150 keeps back a 64th) and parking is paid for.
    function needed(uint256 allowance) internal pure returns (uint256) {
        unchecked {
            return allowance * 64 / 63 + PARKING;
        }
    }

    function _bounded(uint256 count) private pure returns (uint256) {
        return count > MAX_COUNT ? MAX_COUNT : count;
    }
}
