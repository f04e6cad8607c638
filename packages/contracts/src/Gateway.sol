// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Council} from "./gateway/Council.sol";
import {Inbox} from "./gateway/Inbox.sol";
import {IGateway} from "./interfaces/IGateway.sol";
import {CloneLib} from "./libraries/CloneLib.sol";
import {IdLib} from "./libraries/IdLib.sol";
import {QuorumLib} from "./libraries/QuorumLib.sol";

/// @title The zone's contract on one chain
/// @dev Sending is in {Outbox}, delivering in {Inbox}, acts of the quorum in {Council}; here are the views.
contract Gateway is Council, Inbox {
    using QuorumLib for QuorumLib.Set;

    /// @inheritdoc IGateway
    function validatorSet()
        external
        view
        returns (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory validators)
    {
        (epoch, quorum, validators) = (_set.epoch, _set.quorum, _set.listed());
        setHash = IdLib.setHash(epoch, quorum, validators);
    }

    /// @inheritdoc IGateway
    function lanesOf(uint64 counterpartChainId)
        external
        view
        returns (bytes32 outboundLaneId, bytes32 inboundLaneId)
    {
        address counterpart = _outbound[counterpartChainId].gateway;
        if (counterpart == address(0)) return (0, 0);
        return
            (
                _outboundLaneId(counterpartChainId, counterpart),
                _inboundLaneId(counterpartChainId, counterpart)
            );
    }

    /// @inheritdoc IGateway
    function outboundLane(bytes32 laneId) external view returns (OutboundLane memory) {
        Outbound storage lane = _outbound[_destinationOf[laneId]];
        return OutboundLane(lane.head, lane.count);
    }

    /// @inheritdoc IGateway
    function inboundLane(bytes32 laneId) external view returns (InboundLane memory) {
        Inbound storage lane = _inbound[laneId];
        return InboundLane(lane.head, lane.delivered, lane.anchor);
    }

    /// @inheritdoc IGateway
    function parkedMessage(bytes32 messageId) external view returns (bytes32 messageHash) {
        return _parked[messageId].messageHash;
    }

    /// @inheritdoc IGateway
    function vaultOf(uint64 counterpartChainId) external view returns (address) {
        return _vaultOf(counterpartChainId);
    }

    /// @inheritdoc IGateway
    function representationOf(uint64 homeChainId, address homeToken, uint8 standard)
        external
        view
        returns (address)
    {
        return CloneLib.representation(REPRESENTATION, address(CUSTODY), homeChainId, homeToken, standard);
    }

    /// @inheritdoc IGateway
    function homeOf(address representation)
        external
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard)
    {
        return _homeOf(representation);
    }

    /// @inheritdoc IGateway
    function custody() external view returns (address) {
        return address(CUSTODY);
    }

    /// @inheritdoc IGateway
    function settings()
        external
        view
        returns (uint40 minDeadline, uint40 maxDeadline, uint40 defaultDeadline)
    {
        return (MIN_DEADLINE, MAX_DEADLINE, DEFAULT_DEADLINE);
    }
}
