// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_FORWARD} from "../types/Protocol.sol";
import {CollectionLib} from "./CollectionLib.sol";
import {TransferLib} from "./TransferLib.sol";

/// @title How much gas a message may use
/// @dev Nothing here overflows: lengths are those of calldata.
/// A message gets the same allowance whoever delivers it, so that nobody can choose its outcome by giving less.
library GasLib {
    uint256 private constant GIVE_BASE = 180_000;
    uint256 private constant GIVE_PER_ASSET = 240_000;
    /// @dev A Forward also reads what home says about each token.
    uint256 private constant FORWARD_BASE = 700_000;
    uint256 private constant DESCRIBE_BASE = 330_000;
    uint256 private constant DESCRIBE_PER_REFRESH = 70_000;
    /// @dev Stored as code: 200 a byte, and copying.
    uint256 private constant PER_BYTE = 210;
    uint256 private constant MAX_COUNT = 16;

    /// @dev Asking the policy, which has 100,000, and what class a representation is of.
    uint256 private constant ASKING = 115_000;
    /// @dev A slot and an event with a bounded reason; or a Return of 16 assets.
    uint256 private constant ENDING = 80_000;

    /// @dev Of a message too short to have a count the bytes after it are taken: it cannot be carried out with any gas.
    function ofGive(bytes calldata message) internal pure returns (uint256) {
        unchecked {
            uint256 head = TransferLib.head(message);
            uint256 base = uint8(head >> 240) == KIND_FORWARD ? FORWARD_BASE : GIVE_BASE;
            return base + GIVE_PER_ASSET * _bounded(uint8(head >> 224)) + PER_BYTE * message.length;
        }
    }

    function ofDescribe(bytes calldata message) internal pure returns (uint256) {
        uint256 count = _bounded(CollectionLib.refreshCount(message));
        return DESCRIBE_BASE + DESCRIBE_PER_REFRESH * count + PER_BYTE * message.length;
    }

    /// @dev What must be there so that a call gets `allowance` (EIP-150 keeps back a 64th) after the policy was asked,
    /// and the message's ending is paid for.
    function needed(uint256 allowance) internal pure returns (uint256) {
        unchecked {
            return (allowance + ASKING) * 64 / 63 + ENDING;
        }
    }

    function _bounded(uint256 count) private pure returns (uint256) {
        return count > MAX_COUNT ? MAX_COUNT : count;
    }
}
