// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../interfaces/ILanes.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {IdLib} from "../libraries/IdLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {
    INBOUND_CLOSED,
    INBOUND_HALTED,
    Inbound,
    OUTBOUND_CLOSED,
    OUTBOUND_RETIRED,
    Outbound
} from "../types/State.sol";
import {Delivering} from "./Delivering.sol";

/// @title What a gateway tells about its lanes and what crossed them
abstract contract LaneViews is ILanes, Delivering {
    using QuorumLib for QuorumLib.Set;
    using QuorumLib for QuorumLib.Sets;

    /// @inheritdoc ILanes
    function zoneId() external view returns (bytes32) {
        return ZONE_ID;
    }

    /// @inheritdoc ILanes
    function validatorSet()
        external
        view
        returns (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory validators)
    {
        QuorumLib.Set memory set = _sets.current();
        (epoch, quorum, validators) = (set.epoch, set.quorum, set.listed());
        setHash = IdLib.setHash(epoch, quorum, validators);
    }

    /// @inheritdoc ILanes
    function custody() external view returns (address) {
        return address(CUSTODY);
    }

    /// @inheritdoc ILanes
    function lanesOf(uint64 counterpartChainId)
        external
        view
        returns (bytes32 outboundLaneId, bytes32 inboundLaneId)
    {
        address counterpart = _outbound[counterpartChainId].gateway;
        if (counterpart == address(0)) return (0, 0);
        outboundLaneId = _outboundLaneId(counterpartChainId, counterpart);
        inboundLaneId = _inboundLaneId(counterpartChainId, counterpart);
    }

    /// @inheritdoc ILanes
    function outboundLane(bytes32 laneId) external view returns (OutboundLane memory) {
        Outbound storage lane = _outbound[_destinationOf[laneId]];
        uint8 flags = lane.flags;
        return OutboundLane(
            lane.head,
            lane.count,
            lane.pausedUntil,
            flags & OUTBOUND_RETIRED != 0,
            flags & OUTBOUND_CLOSED != 0
        );
    }

    /// @inheritdoc ILanes
    function inboundLane(bytes32 laneId) external view returns (InboundLane memory) {
        Inbound storage lane = _inbound[laneId];
        uint8 flags = lane.flags;
        return InboundLane(
            lane.head,
            lane.delivered,
            lane.anchor,
            lane.originChainId,
            lane.claimedAhead,
            lane.pausedUntil,
            flags & INBOUND_HALTED != 0,
            flags & INBOUND_CLOSED != 0
        );
    }

    /// @inheritdoc ILanes
    function isConsumed(bytes32 laneId, uint64 sequence, bytes32 messageId) external view returns (bool) {
        Inbound storage lane = _inbound[laneId];
        if (sequence == 0 || lane.originChainId == 0) return false;
        return sequence <= lane.delivered || _spent[messageId] != 0;
    }

    /// @inheritdoc ILanes
    function parkedMessage(bytes32 messageId) external view returns (bytes32 commitment) {
        return _parked[messageId];
    }

    /// @inheritdoc ILanes
    function vaultOf(uint64 counterpartChainId) external view returns (address) {
        return _vaultOf(counterpartChainId);
    }

    /// @inheritdoc ILanes
    function representationOf(uint64 homeChainId, address homeToken, uint8 standard)
        external
        view
        returns (address)
    {
        address implementation = _implementation(standard);
        if (implementation == address(0)) return address(0);
        return CloneLib.representation(implementation, address(CUSTODY), homeChainId, homeToken, standard);
    }

    /// @inheritdoc ILanes
    function homeOf(address representation)
        external
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard)
    {
        return _homeOf(representation);
    }
}
