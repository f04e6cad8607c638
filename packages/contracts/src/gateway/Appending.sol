// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../interfaces/ILanes.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {OUTBOUND_CLOSED, Outbound} from "../types/State.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title Appending to outbound lanes
abstract contract Appending is ZoneBase {
    /// @dev Every message that leaves, leaves here. Nothing but a closed lane is in the way of a Return.
    function _append(uint64 chainId, bytes memory message) internal returns (bytes32 head) {
        Outbound storage lane = _outbound[chainId];
        (address counterpart, uint48 count) = (lane.gateway, lane.count + 1);
        if (counterpart == address(0)) revert ILanes.LaneNotOpen(chainId);
        if (lane.flags & OUTBOUND_CLOSED != 0) revert ILanes.LaneIsClosed(chainId);
        head = HeadLib.append(lane.head, keccak256(message));
        lane.head = head;
        lane.count = count;
        emit IOutbox.MessageSent(_outboundLaneId(chainId, counterpart), count, head, message);
    }
}
