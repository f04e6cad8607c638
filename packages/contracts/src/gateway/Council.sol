// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IGateway} from "../interfaces/IGateway.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {IdLib} from "../libraries/IdLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {Outbox} from "./Outbox.sol";

/// @title The part of the gateway that only a quorum of the validators moves
abstract contract Council is Outbox {
    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IGateway
    uint64 public councilNonce;

    // --------------------------------------------------------------------------------------------------------- ACTS

    /// @inheritdoc IGateway
    function openLane(uint64 counterpartChainId, address counterpartGateway, bytes calldata signatures)
        external
        nonReentrant
    {
        Outbound storage outbound = _outbound[counterpartChainId];
        if (
            counterpartChainId == 0 || counterpartChainId == block.chainid || counterpartGateway == address(0)
                || outbound.gateway != address(0)
        ) revert CounterpartInvalid(counterpartChainId, counterpartGateway);
        bytes32 domain = DigestLib.gatewayDomain(zoneId, block.chainid, address(this));
        QuorumLib.check(
            _set,
            DigestLib.openLane(domain, councilNonce++, counterpartChainId, counterpartGateway),
            signatures
        );

        bytes32 outboundId = _outboundLaneId(counterpartChainId, counterpartGateway);
        bytes32 inboundId = _inboundLaneId(counterpartChainId, counterpartGateway);
        (outbound.gateway, outbound.head) = (counterpartGateway, outboundId);
        _destinationOf[outboundId] = counterpartChainId;
        _inbound[inboundId].head = inboundId;
        _inbound[inboundId].originChainId = counterpartChainId;

        address vault = CUSTODY.createVault(counterpartChainId);
        emit LaneOpened(counterpartChainId, counterpartGateway, outboundId, inboundId, vault);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _inboundLaneId(uint64 chainId, address counterpart) internal view returns (bytes32) {
        return IdLib.laneId(zoneId, chainId, counterpart, uint64(block.chainid), address(this));
    }
}
