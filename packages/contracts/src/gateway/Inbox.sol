// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../interfaces/ICustody.sol";
import {IInbox} from "../interfaces/IInbox.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {GasLib} from "../libraries/GasLib.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {OrderLib} from "../libraries/OrderLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {KIND_COLLECTION} from "../types/Protocol.sol";
import {Inbound} from "../types/State.sol";
import {Delivering} from "./Delivering.sol";

/// @title The part of the gateway that delivers in order
abstract contract Inbox is IInbox, Delivering {
    using HeadLib for bytes32;
    using HeadLib for bytes;
    using QuorumLib for QuorumLib.Sets;
    using TransferLib for bytes;

    /// @dev A reason is copied into the log no longer than this.
    uint256 private constant MAX_REASON = 256;

    // --------------------------------------------------------------------------------------------------- DELIVERING

    /// @inheritdoc IInbox
    function deliver(
        bytes32 laneId,
        uint64 firstSequence,
        bytes[] calldata messages,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external nonReentrant {
        Inbound memory lane = _openInbound(laneId);
        bytes32[] memory ids = _consume(laneId, lane, firstSequence, messages);
        _authenticate(laneId, lane, tailHashes, signatures);
        address policy_ = _currentPolicy();
        // As many ids as messages, and sequences do not overflow.
        unchecked {
            for (uint256 i; i < messages.length; ++i) {
                bytes32 id = _idAt(ids, i);
                if (id != 0) {
                    _carryOut(laneId, lane, policy_, firstSequence + uint64(i), id, _at(messages, i));
                }
            }
        }
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev A message whose place was checked before, when it was hashed.
    function _at(bytes[] calldata messages, uint256 index) private pure returns (bytes calldata message) {
        assembly ("memory-safe") {
            let at := add(messages.offset, calldataload(add(messages.offset, shl(5, index))))
            message.length := calldataload(at)
            message.offset := add(at, 0x20)
        }
    }

    /// @dev There are as many ids as messages.
    function _idAt(bytes32[] memory ids, uint256 index) private pure returns (bytes32 id) {
        assembly ("memory-safe") {
            id := mload(add(add(ids, 0x20), shl(5, index)))
        }
    }

    /// @dev Moves the lane on over the messages, and tells the ids of those that are to be carried out: not zero.
    function _consume(bytes32 laneId, Inbound memory lane, uint64 firstSequence, bytes[] calldata messages)
        private
        returns (bytes32[] memory ids)
    {
        uint64 before = lane.delivered;
        if (firstSequence == 0 || firstSequence > before + 1) revert SequenceGap(before + 1, firstSequence);
        uint256 skipped = before + 1 - firstSequence;
        if (skipped >= messages.length) revert NothingToDeliver(before);

        ids = new bytes32[](messages.length);
        bytes32 head = lane.head;
        unchecked {
            for (uint256 i = skipped; i < messages.length; ++i) {
                ids[i] = head = head.append(messages[i].hashOf());
            }
        }
        if (lane.claimedAhead != 0 || lane.anchor != 0) _passOver(lane, skipped, ids);
        (lane.head, lane.delivered) = (head, uint48(firstSequence + messages.length - 1));
        _inbound[laneId] = lane;
        emit MessagesDelivered(laneId, before + 1, lane.delivered, head);
    }

    /// @dev Reverts unless a quorum signed where the lane now is, or a checkpoint that it leads to.
    function _authenticate(
        bytes32 laneId,
        Inbound memory lane,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) private view {
        bytes32 head = lane.head.fold(tailHashes);
        uint64 sequence = uint64(lane.delivered + tailHashes.length);
        QuorumLib.check(
            _sets.current(),
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, sequence, head),
            signatures
        );
    }

    /// @dev Takes the ids of messages away that were carried out before, by claim or on a fork that was lost since, so that
    /// they are not carried out again.
    function _passOver(Inbound memory lane, uint256 skipped, bytes32[] memory ids) private view {
        for (uint256 i = skipped; i < ids.length; ++i) {
            uint32 spentAt = _spent[ids[i]];
            if (spentAt == 0) continue;
            ids[i] = 0;
            // Those of earlier anchors are not among the claims that are counted.
            if (spentAt == uint32(lane.anchor) + 1) --lane.claimedAhead;
        }
    }

    function _carryOut(
        bytes32 laneId,
        Inbound memory lane,
        address policy_,
        uint64 sequence,
        bytes32 messageId,
        bytes calldata message
    ) private {
        uint64 originChainId = lane.originChainId;
        if (message.kind() == KIND_COLLECTION) {
            _describe(originChainId, OrderLib.order(lane.anchor, sequence), message);
            return;
        }
        uint256 allowance = GasLib.ofGive(message);
        uint256 needed = GasLib.needed(allowance);
        if (gasleft() < needed) revert GasTooLow(needed);
        bytes memory reason = _expired(message)
            ? _giveBack(laneId, originChainId, messageId, message)
            : _give(originChainId, policy_, message, allowance);
        if (reason.length == 0) return;
        _parked[messageId] = keccak256(abi.encode(laneId, message.hashOf()));
        emit MessageParked(laneId, sequence, messageId, reason);
    }

    /// @dev Why nothing could be given back; empty if it was. A message that cannot even be read must not hold the lane up.
    function _giveBack(bytes32 laneId, uint64 originChainId, bytes32 messageId, bytes calldata message)
        private
        returns (bytes memory reason)
    {
        try CUSTODY.returnOf(message, messageId) returns (bytes memory returned) {
            _return(laneId, originChainId, messageId, returned);
        } catch (bytes memory why) {
            return why;
        }
    }

    /// @dev Why it could not be carried out; empty if it was. The custody gets exactly its allowance, and at most the
    /// beginning of its reason is copied.
    function _give(uint64 originChainId, address policy_, bytes calldata message, uint256 allowance)
        private
        returns (bytes memory reason)
    {
        address custody_ = address(CUSTODY);
        bytes4 selector = ICustody.execute.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, selector)
            mstore(add(data, 0x04), originChainId)
            mstore(add(data, 0x24), policy_)
            mstore(add(data, 0x44), 0x60)
            mstore(add(data, 0x64), message.length)
            calldatacopy(add(data, 0x84), message.offset, message.length)
            reason := 0x60
            if iszero(call(allowance, custody_, 0, data, add(message.length, 0x84), 0, 0)) {
                let size := returndatasize()
                if gt(size, MAX_REASON) { size := MAX_REASON }
                reason := mload(0x40)
                mstore(add(reason, 0x20), 0)
                returndatacopy(add(reason, 0x20), 0, size)
                // A failure without a reason still has to be told from success.
                if iszero(size) { size := 1 }
                mstore(reason, size)
                mstore(0x40, and(add(add(reason, size), 0x3f), not(0x1f)))
            }
        }
    }

    /// @dev It changes only how a collection looks: nothing that it says may hold the lane up.
    function _describe(uint64 originChainId, uint64 order, bytes calldata message) private {
        uint256 allowance = GasLib.ofDescribe(message);
        uint256 needed = GasLib.needed(allowance);
        if (gasleft() < needed) revert GasTooLow(needed);
        try CUSTODY.describe{gas: allowance}(originChainId, order, message) {} catch {}
    }
}
