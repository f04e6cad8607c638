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
        uint64 before = lane.delivered;
        uint256 skipped = _skipped(before, firstSequence, messages.length);

        bytes32[] memory ids = new bytes32[](messages.length);
        bytes32 head = lane.head;
        for (uint256 i = skipped; i < messages.length; ++i) {
            ids[i] = head = head.append(messages[i].hashOf());
        }
        uint64 last = firstSequence + uint64(messages.length) - 1;
        if (lane.claimedAhead != 0 || lane.anchor != 0) {
            _passOver(laneId, lane, firstSequence, skipped, ids);
        }
        (lane.head, lane.delivered) = (head, uint48(last));
        _inbound[laneId] = lane;
        emit MessagesDelivered(laneId, before + 1, last, head);

        for (uint256 i; i < tailHashes.length; ++i) {
            head = head.append(tailHashes[i]);
        }
        QuorumLib.check(
            _sets.current(),
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, last + uint64(tailHashes.length), head),
            signatures
        );

        for (uint256 i = skipped; i < messages.length; ++i) {
            if (ids[i] == 0) continue;
            _carryOut(laneId, lane, firstSequence + uint64(i), ids[i], messages[i]);
        }
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _skipped(uint64 delivered, uint64 firstSequence, uint256 count) private pure returns (uint256) {
        if (firstSequence == 0 || firstSequence > delivered + 1) {
            revert SequenceGap(delivered + 1, firstSequence);
        }
        uint256 skipped = delivered + 1 - firstSequence;
        if (skipped >= count) revert NothingToDeliver(delivered);
        return skipped;
    }

    /// @dev Takes the ids of messages away that were carried out before, by claim or on a fork that was lost since, so that
    /// they are not carried out again.
    function _passOver(
        bytes32 laneId,
        Inbound memory lane,
        uint64 firstSequence,
        uint256 skipped,
        bytes32[] memory ids
    ) private view {
        for (uint256 i = skipped; i < ids.length; ++i) {
            if (lane.claimedAhead != 0 && _isClaimed(laneId, lane.anchor, firstSequence + i)) {
                --lane.claimedAhead;
            } else if (lane.anchor == 0 || !_spent[ids[i]]) {
                continue;
            }
            ids[i] = 0;
        }
    }

    function _carryOut(
        bytes32 laneId,
        Inbound memory lane,
        uint64 sequence,
        bytes32 messageId,
        bytes calldata message
    ) private {
        uint64 originChainId = lane.originChainId;
        if (message.kind() == KIND_COLLECTION) {
            _describe(originChainId, OrderLib.order(lane.anchor, sequence), message);
            return;
        }
        uint256 allowance = GasLib.ofGive(message, message.count());
        uint256 needed = GasLib.needed(allowance);
        if (gasleft() < needed) revert GasTooLow(needed);
        bytes memory reason = _expired(message)
            ? _giveBack(laneId, originChainId, messageId, message)
            : _give(originChainId, message, allowance);
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
    function _give(uint64 originChainId, bytes calldata message, uint256 allowance)
        private
        returns (bytes memory reason)
    {
        (address custody_, address policy_) = (address(CUSTODY), _currentPolicy());
        bytes4 selector = ICustody.give.selector;
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
