// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {IWindDown} from "../interfaces/IWindDown.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {HoldingLib} from "../libraries/HoldingLib.sol";
import {STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";
import {
    INBOUND_CLOSED,
    INBOUND_HALTED,
    Inbound,
    OUTBOUND_CLOSED,
    Outbound,
    WindDown
} from "../types/State.sol";
import {Acts} from "./Acts.sol";

/// @title When a chain dies
/// @dev Validators name the last holders, in public, once; nobody chooses whom to serve. A wrong list is void before it counts,
/// and the vault bounds what a false one could take.
abstract contract WindDowns is Acts {
    using HoldingLib for IWindDown.Holding;

    // ------------------------------------------------------------------------------------------------------- COUNCIL

    /// @inheritdoc IWindDown
    /// @dev A halted lane must be re-anchored first, because a closed one never is.
    function proposeWindDown(
        uint64 counterpartChainId,
        uint64 sequence,
        bytes32 holdersRoot,
        bytes32 evidence,
        bytes calldata signatures
    ) external nonReentrant {
        (Outbound storage outbound, Inbound storage inbound, bytes32 laneId) = _lanes(counterpartChainId);
        WindDown storage standing = _windDowns[counterpartChainId];
        if (standing.root != 0) revert IWindDown.WindDownWrong(counterpartChainId);
        // Nothing is on a list without a root.
        if (holdersRoot == 0) revert ICouncil.ActOutOfBounds();
        if (inbound.flags & INBOUND_HALTED != 0) revert ILanes.LaneIsHalted(laneId);
        uint64 delivered = inbound.delivered;
        if (delivered != sequence || inbound.claimedAhead != 0) {
            revert IWindDown.DeliveryIncomplete(delivered, sequence);
        }
        _decide(
            ActLib.proposeWindDown(_councilNonce, counterpartChainId, sequence, holdersRoot, evidence),
            signatures
        );
        outbound.flags |= OUTBOUND_CLOSED;
        inbound.flags |= INBOUND_CLOSED;
        uint40 from = uint40(block.timestamp) + WIND_DOWN_NOTICE;
        (standing.root, standing.claimableFrom) = (holdersRoot, from);
        emit IWindDown.WindDownProposed(counterpartChainId, holdersRoot, evidence, from);
    }

    /// @inheritdoc IWindDown
    function cancelWindDown(uint64 counterpartChainId, bytes calldata signatures) external nonReentrant {
        _challengeable(counterpartChainId);
        _decide(ActLib.cancelWindDown(_councilNonce, counterpartChainId), signatures);
        _void(counterpartChainId);
    }

    // ----------------------------------------------------------------------------------------------------- ANYBODY'S

    /// @inheritdoc IWindDown
    /// @dev Only the council's own choice of money can void everybody's list: if any token
    /// could, one that lies on purpose would keep a dead chain's holders waiting for ever.
    function challengeExcess(IWindDown.Holding calldata holding, bytes32[] calldata proof)
        external
        nonReentrant
    {
        bytes32 root = _challengeable(holding.chainId);
        bytes32 leaf = holding.prove(proof, root);
        if (!holding.isExcess(_vaultOf(holding.chainId))) revert IWindDown.ChallengeUnproven();
        if (holding.standard == STANDARD_ERC20 && _classes[holding.token] != 0) {
            _void(holding.chainId);
        } else {
            _use(root, leaf);
            emit IWindDown.HoldingStruck(holding.chainId, leaf);
        }
    }

    /// @inheritdoc IWindDown
    /// @dev The list alone proves it.
    function challengeDouble(
        IWindDown.Holding calldata first,
        bytes32[] calldata firstProof,
        IWindDown.Holding calldata second,
        bytes32[] calldata secondProof
    ) external nonReentrant {
        bytes32 root = _challengeable(first.chainId);
        bool same = first.prove(firstProof, root) == second.prove(secondProof, root);
        if (
            same || first.chainId != second.chainId || first.token != second.token || first.id != second.id
                || first.standard != STANDARD_ERC721 || second.standard != STANDARD_ERC721
        ) revert IWindDown.ChallengeUnproven();
        _void(first.chainId);
    }

    /// @inheritdoc IWindDown
    function takeOut(
        IWindDown.Holding calldata holding,
        bytes32[] calldata proof,
        address recipient,
        uint40 expiry,
        bytes calldata signature
    ) external nonReentrant {
        WindDown memory standing = _windDowns[holding.chainId];
        if (standing.root == 0) revert IWindDown.WindDownWrong(holding.chainId);
        if (block.timestamp < standing.claimableFrom) revert ICouncil.NoticeNotOver(standing.claimableFrom);
        if (recipient == address(0)) revert IOutbox.RecipientMissing();
        bytes32 leaf = holding.prove(proof, standing.root);
        if (msg.sender != holding.holder) {
            if (block.timestamp > expiry) revert IIntents.IntentExpired(expiry);
            bytes32 digest = DigestLib.typed(_gatewayDomain(), ActLib.claim(leaf, recipient, expiry));
            if (!CHECKER.isSigned(holding.holder, digest, signature)) {
                revert IIntents.SignatureWrong(holding.holder);
            }
        }
        _use(standing.root, leaf);
        emit IWindDown.HoldingReleased(holding.chainId, leaf, holding.holder, recipient);
        CUSTODY.release(
            holding.chainId, holding.standard, holding.token, holding.id, holding.amount, recipient
        );
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _lanes(uint64 chainId)
        private
        view
        returns (Outbound storage outbound, Inbound storage inbound, bytes32 laneId)
    {
        outbound = _opened(chainId);
        laneId = _inboundLaneId(chainId, outbound.gateway);
        inbound = _inbound[laneId];
    }

    /// @dev The root of a proposal that does not count yet.
    function _challengeable(uint64 chainId) private view returns (bytes32 root) {
        WindDown storage standing = _windDowns[chainId];
        root = standing.root;
        if (root == 0 || block.timestamp >= standing.claimableFrom) revert IWindDown.WindDownWrong(chainId);
    }

    function _void(uint64 chainId) private {
        (Outbound storage outbound, Inbound storage inbound,) = _lanes(chainId);
        outbound.flags &= ~OUTBOUND_CLOSED;
        inbound.flags &= ~INBOUND_CLOSED;
        emit IWindDown.WindDownCancelled(chainId, _windDowns[chainId].root);
        delete _windDowns[chainId];
    }

    /// @dev A holding is taken or struck once per list: one struck from a list that was withdrawn may be on the next.
    function _use(bytes32 root, bytes32 leaf) private {
        bytes32 key = keccak256(abi.encode(root, leaf));
        if (_taken[key]) revert IWindDown.HoldingTaken(leaf);
        _taken[key] = true;
    }
}
