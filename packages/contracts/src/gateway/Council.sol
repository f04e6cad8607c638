// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {IdLib} from "../libraries/IdLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {OUTBOUND_RETIRED, OUTBOUND_TERMS, Outbound} from "../types/State.sol";
import {Acts} from "./Acts.sol";

/// @title Who the validators are, and which lanes there are
abstract contract Council is Acts {
    using QuorumLib for QuorumLib.Sets;

    uint256 private constant FARTHEST_ROTATION = 30 days;
    /// @dev A zone with a quorum as large as this, which only a test zone has not, never goes below it.
    uint16 private constant LEAST_QUORUM = 3;
    /// @dev Whatever walks over all lanes (a pause of everything) fits one transaction of any chain.
    uint256 private constant MAX_COUNTERPARTS = 64;
    uint256 private constant MAX_FEE = 0.01 ether;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable GATEWAY_MODULE;
    address private immutable ROUTER;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        address[] memory parts = IZoneFactory(msg.sender).parameters().parts;
        GATEWAY_MODULE = parts[uint256(IZoneFactory.Part.GatewayModule)];
        ROUTER = parts[uint256(IZoneFactory.Part.RoyaltyRouter)];
    }

    // ------------------------------------------------------------------------------------------------------ ROTATION

    /// @inheritdoc ICouncil
    /// @dev The signatures bind the epoch that they end: a rotation counts once on each gateway, in
    /// order, and can neither be skipped nor come back.
    function rotate(address[] calldata validators, uint16 k, uint40 validFrom, bytes calldata signatures)
        external
        nonReentrant
    {
        QuorumLib.Set memory set = _sets.current();
        if (set.nextFrom != 0) revert ICouncil.RotationPending(set.nextFrom);
        if (validFrom > block.timestamp + FARTHEST_ROTATION) revert ICouncil.ValidFromTooLate(validFrom);
        if (k < LEAST_QUORUM && set.quorum >= LEAST_QUORUM) revert QuorumLib.ValidatorSetInvalid();
        uint40 epoch = set.epoch + 1;
        bytes32 setHash = IdLib.setHash(epoch, k, validators);
        bytes32 act = ActLib.rotation(ZONE_ID, set.epoch, setHash, k, validFrom);
        QuorumLib.check(set, DigestLib.typed(ZONE_DOMAIN, act), signatures);

        _sets.announce(epoch, k, validators, validFrom);
        if (validFrom < block.timestamp) validFrom = uint40(block.timestamp);
        emit ICouncil.ValidatorsRotated(epoch, setHash, validFrom, k, validators);
    }

    // --------------------------------------------------------------------------------------------------------- LANES

    /// @inheritdoc ICouncil
    function openLane(
        uint64 epoch,
        uint64 counterpartChainId,
        address counterpartGateway,
        bytes calldata signatures
    ) external nonReentrant {
        Outbound storage outbound = _outbound[counterpartChainId];
        if (
            counterpartChainId == 0 || counterpartChainId == block.chainid || counterpartGateway == address(0)
                || outbound.gateway != address(0)
        ) revert ICouncil.CounterpartInvalid(counterpartChainId, counterpartGateway);
        if (_counterparts.length >= MAX_COUNTERPARTS) revert ICouncil.ActOutOfBounds();
        _checkWhole();
        uint64 current = _sets.current().epoch;
        if (epoch != current) revert ICouncil.EpochWrong(current, epoch);
        _decide(ActLib.openLane(_councilNonce, epoch, counterpartChainId, counterpartGateway), signatures);

        bytes32 outboundId = _outboundLaneId(counterpartChainId, counterpartGateway);
        bytes32 inboundId = _inboundLaneId(counterpartChainId, counterpartGateway);
        (outbound.gateway, outbound.head) = (counterpartGateway, outboundId);
        _destinationOf[outboundId] = counterpartChainId;
        _inbound[inboundId].head = inboundId;
        _inbound[inboundId].originChainId = counterpartChainId;
        _counterparts.push(counterpartChainId);

        address vault = CUSTODY.createVault(counterpartChainId);
        emit ICouncil.LaneOpened(counterpartChainId, counterpartGateway, outboundId, inboundId, vault);
    }

    /// @dev A call to a part that is not there yet would succeed and do nothing: what arrived would be lost. Parts do not go
    /// away, so that looking once is enough, before anything can arrive.
    function _checkWhole() private view {
        address[9] memory parts = [
            GATEWAY_MODULE,
            address(CUSTODY),
            VAULT,
            REPRESENTATION721,
            REPRESENTATION1155,
            REPRESENTATION20,
            ROUTER,
            address(READER),
            address(CHECKER)
        ];
        for (uint256 i; i < parts.length; ++i) {
            if (parts[i].code.length == 0) revert ICouncil.PartMissing(parts[i]);
        }
    }

    /// @inheritdoc ICouncil
    function retireLane(uint64 counterpartChainId, bytes calldata signatures) external nonReentrant {
        Outbound storage lane = _opened(counterpartChainId);
        _decide(ActLib.retireLane(_councilNonce, counterpartChainId), signatures);
        lane.flags |= OUTBOUND_RETIRED;
        emit ICouncil.LaneRetired(counterpartChainId);
    }

    /// @inheritdoc ICouncil
    function setTerms(
        uint64 counterpartChainId,
        uint96 fee,
        address collector,
        uint32 quota,
        bytes calldata signatures
    ) external nonReentrant {
        Outbound storage lane = _opened(counterpartChainId);
        if (fee > MAX_FEE || (fee != 0 && collector == address(0))) revert ICouncil.ActOutOfBounds();
        _decide(ActLib.setTerms(_councilNonce, counterpartChainId, fee, collector, quota), signatures);
        _terms[counterpartChainId] = ICouncil.Terms(fee, collector, quota);
        lane.flags = fee == 0 && quota == 0 ? lane.flags & ~OUTBOUND_TERMS : lane.flags | OUTBOUND_TERMS;
        emit ICouncil.TermsChanged(counterpartChainId, fee, collector, quota);
    }
}
