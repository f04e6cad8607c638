// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../interfaces/IInbox.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {OrderLib} from "../libraries/OrderLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {ReturnLib} from "../libraries/ReturnLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {KIND_COLLECTION, KIND_FORWARD, KIND_RETURN, KIND_TRANSFER} from "../types/Protocol.sol";
import {INBOUND_CLOSED, Inbound, OUTBOUND_CLOSED} from "../types/State.sol";
import {Delivering} from "./Delivering.sol";

/// @title Claiming, retrying, redirecting: what people do when nobody else does
/// @dev Here a message that cannot be carried out reverts, with the reason and with nothing consumed.
abstract contract Endings is Delivering {
    using HeadLib for bytes32;
    using HeadLib for bytes;
    using QuorumLib for QuorumLib.Sets;
    using TransferLib for bytes;

    // ------------------------------------------------------------------------------------------------------ CLAIMING

    /// @dev See {IInbox.claim}.
    function claim(
        bytes32 laneId,
        uint64 checkpointSequence,
        bytes32 priorHead,
        bytes calldata message,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external nonReentrant {
        Inbound memory lane = _openInbound(laneId);
        bytes32 messageId = priorHead.append(message.hashOf());
        bytes32 head = messageId.fold(tailHashes);
        QuorumLib.check(
            _sets.current(),
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, checkpointSequence, head),
            signatures
        );

        uint64 sequence =
            tailHashes.length < checkpointSequence ? checkpointSequence - uint64(tailHashes.length) : 0;
        if (sequence <= lane.delivered || _spent[messageId] != 0) {
            revert IInbox.AlreadyConsumed(laneId, sequence);
        }
        _spent[messageId] = uint32(lane.anchor) + 1;
        _inbound[laneId].claimedAhead = lane.claimedAhead + 1;
        emit IInbox.MessageClaimed(laneId, sequence, messageId);
        if (message.kind() == KIND_COLLECTION) {
            CUSTODY.describe(lane.originChainId, OrderLib.order(lane.anchor, sequence), message);
        } else if (_expired(message)) {
            _giveBack(laneId, lane.originChainId, messageId, message);
        } else {
            CUSTODY.execute(lane.originChainId, _currentPolicy(), message);
        }
    }

    // -------------------------------------------------------------------------------------------------------- PARKED

    /// @dev See {IInbox.retry}.
    function retry(bytes32 laneId, bytes32 messageId, bytes calldata message) external nonReentrant {
        Inbound memory lane = _unpark(laneId, messageId, message);
        if (_returned(laneId, lane, messageId, message)) return;
        emit IInbox.MessageRetried(laneId, messageId);
        CUSTODY.execute(lane.originChainId, _currentPolicy(), message);
    }

    /// @dev See {IInbox.redirect}.
    function redirect(
        bytes32 laneId,
        bytes32 messageId,
        bytes calldata message,
        address recipient,
        uint40 expiry,
        bytes calldata signature
    ) external nonReentrant {
        Inbound memory lane = _unpark(laneId, messageId, message);
        address entitled = _entitled(lane, message);
        if (entitled == address(0)) revert IInbox.NotEntitled(messageId);
        if (msg.sender != entitled) {
            bytes32 digest = DigestLib.typed(_gatewayDomain(), ActLib.redirect(messageId, recipient, expiry));
            if (block.timestamp > expiry) revert IIntents.IntentExpired(expiry);
            if (!CHECKER.isSigned(entitled, digest, signature)) revert IInbox.NotEntitled(messageId);
        }
        if (_returned(laneId, lane, messageId, message)) return;
        emit IInbox.MessageRedirected(laneId, messageId, recipient);
        CUSTODY.executeFor(lane.originChainId, _currentPolicy(), message, recipient);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The slot is cleared before anything else happens, so that a message ends once.
    function _unpark(bytes32 laneId, bytes32 messageId, bytes calldata message)
        private
        returns (Inbound memory lane)
    {
        lane = _movingInbound(laneId);
        bytes32 commitment = keccak256(abi.encode(laneId, message.hashOf()));
        if (_parked[messageId] != commitment) revert IInbox.NotParked(messageId);
        delete _parked[messageId];
    }

    /// @dev Over a lane that was closed nothing goes back; what is parked here then waits for as long as it takes.
    function _returned(bytes32 laneId, Inbound memory lane, bytes32 messageId, bytes calldata message)
        private
        returns (bool)
    {
        if (lane.flags & INBOUND_CLOSED != 0 || !_expired(message)) return false;
        _giveBack(laneId, lane.originChainId, messageId, message);
        return true;
    }

    function _giveBack(bytes32 laneId, uint64 originChainId, bytes32 messageId, bytes calldata message)
        private
    {
        _return(laneId, originChainId, messageId, CUSTODY.returnOf(message, messageId));
    }

    /// @dev Who would have the message's assets on this chain. What can no longer go back, because the chain that it came
    /// from or was for was closed, is its refund account's here: a Return at once, a Forward once it may not go on either.
    function _entitled(Inbound memory lane, bytes calldata message) private view returns (address) {
        uint8 kind = message.kind();
        if (kind == KIND_TRANSFER && message.isWhole()) return message.recipient();
        if (kind == KIND_FORWARD) {
            bool stranded = lane.flags & INBOUND_CLOSED != 0 && _expired(message);
            return stranded ? ReturnLib.refundAccountOf(message) : address(0);
        }
        if (kind != KIND_RETURN || !ReturnLib.isWhole(message)) return address(0);
        uint64 refundChainId = ReturnLib.refundChainId(message);
        bool endsHere =
            refundChainId == block.chainid || _outbound[refundChainId].flags & OUTBOUND_CLOSED != 0;
        return endsHere ? ReturnLib.refundAccount(message) : address(0);
    }
}
