// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../interfaces/IInbox.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {KIND_FORWARD, KIND_TRANSFER} from "../types/Protocol.sol";
import {INBOUND_CLOSED, INBOUND_HALTED, Inbound} from "../types/State.sol";
import {Admission} from "./Admission.sol";
import {Appending} from "./Appending.sol";

/// @title What delivering, claiming, retrying and redirecting have in common
abstract contract Delivering is Appending, Admission {
    using TransferLib for bytes;

    /// @dev An inbound lane over which something may arrive now.
    function _movingInbound(bytes32 laneId) internal view returns (Inbound memory lane) {
        lane = _inbound[laneId];
        if (lane.originChainId == 0) revert ILanes.LaneUnknown(laneId);
        if (lane.pausedUntil > block.timestamp) {
            revert ILanes.LaneIsPaused(lane.originChainId, lane.pausedUntil);
        }
        if (lane.flags & INBOUND_HALTED != 0) revert ILanes.LaneIsHalted(laneId);
    }

    function _openInbound(bytes32 laneId) internal view returns (Inbound memory lane) {
        lane = _movingInbound(laneId);
        if (lane.flags & INBOUND_CLOSED != 0) revert ILanes.LaneIsClosed(lane.originChainId);
    }

    /// @dev Returns have no deadline, and a message that makes no sense has none that could be read.
    function _expired(bytes calldata message) internal view returns (bool) {
        // Nearly always false, and told by one word.
        if (block.timestamp <= uint40(message.head() >> 184)) return false;
        uint8 kind = message.kind();
        return (kind == KIND_TRANSFER || kind == KIND_FORWARD) && message.isWhole();
    }

    /// @dev Ends a message after its deadline: what it carried goes back the way it came. `returned` is the Return's bytes.
    function _return(bytes32 laneId, uint64 originChainId, bytes32 messageId, bytes memory returned)
        internal
    {
        emit IInbox.MessageReturned(laneId, messageId, _append(originChainId, returned));
    }
}
