// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../interfaces/ICustody.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {GasLib} from "../libraries/GasLib.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {KIND_COLLECTION, KIND_TRANSFER} from "../types/Protocol.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title The part of the gateway that delivers
abstract contract Inbox is ZoneBase {
    using HeadLib for bytes32;
    using HeadLib for bytes;
    using TransferLib for bytes;

    /// @dev A reason is copied into the log no longer than this.
    uint256 private constant MAX_REASON = 256;

    struct Parked {
        bytes32 messageHash;
        bytes32 laneId;
    }

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(bytes32 messageId => Parked) internal _parked;

    // --------------------------------------------------------------------------------------------------- DELIVERING

    /// @inheritdoc IGateway
    function deliver(
        bytes32 laneId,
        uint64 firstSequence,
        bytes[] calldata messages,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external nonReentrant {
        Inbound memory lane = _inbound[laneId];
        if (lane.originChainId == 0) revert LaneUnknown(laneId);
        uint256 skipped = _skipped(lane.delivered, firstSequence, messages.length);

        bytes32[] memory ids = new bytes32[](messages.length);
        bytes32 head = lane.head;
        for (uint256 i = skipped; i < messages.length; ++i) {
            ids[i] = head = head.append(messages[i].hashOf());
        }
        uint64 last = firstSequence + uint64(messages.length) - 1;
        _inbound[laneId].head = head;
        _inbound[laneId].delivered = last;

        for (uint256 i; i < tailHashes.length; ++i) {
            head = head.append(tailHashes[i]);
        }
        QuorumLib.check(
            _set,
            DigestLib.checkpoint(ZONE_DOMAIN, laneId, lane.anchor, last + uint64(tailHashes.length), head),
            signatures
        );

        emit MessagesDelivered(laneId, lane.delivered + 1, last, ids[ids.length - 1]);
        for (uint256 i = skipped; i < messages.length; ++i) {
            _carryOut(laneId, lane.originChainId, firstSequence + uint64(i), ids[i], messages[i]);
        }
    }

    /// @inheritdoc IGateway
    function retry(bytes32 laneId, bytes32 messageId, bytes calldata message) external nonReentrant {
        Parked memory parked = _parked[messageId];
        if (parked.laneId != laneId || parked.messageHash != message.hashOf() || laneId == 0) {
            revert NotParked(messageId);
        }
        delete _parked[messageId];
        emit MessageRetried(laneId, messageId);
        if (_expired(message)) revert DeadlinePassed(message.deadline());
        CUSTODY.give(_inbound[laneId].originChainId, message);
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

    function _carryOut(
        bytes32 laneId,
        uint64 originChainId,
        uint64 sequence,
        bytes32 messageId,
        bytes calldata message
    ) private {
        if (message.kind() == KIND_COLLECTION) {
            // It changes only how a collection looks: nothing that it says may hold the lane up.
            _callCustody(ICustody.describe.selector, originChainId, message, GasLib.ofDescribe(message));
            return;
        }
        bytes memory reason;
        if (_expired(message)) {
            reason = abi.encodeWithSelector(DeadlinePassed.selector, message.deadline());
        } else {
            bool ok;
            (ok, reason) = _callCustody(
                ICustody.give.selector, originChainId, message, GasLib.ofGive(message, message.count())
            );
            if (ok) return;
        }
        _parked[messageId] = Parked(message.hashOf(), laneId);
        emit MessageParked(laneId, sequence, messageId, reason);
    }

    function _expired(bytes calldata message) private view returns (bool) {
        return message.kind() == KIND_TRANSFER && message.isWhole() && block.timestamp > message.deadline();
    }

    /// @dev Calls the custody with exactly `allowance`, and copies at most the beginning of its reason.
    function _callCustody(bytes4 selector, uint64 originChainId, bytes calldata message, uint256 allowance)
        private
        returns (bool ok, bytes memory reason)
    {
        address custody = address(CUSTODY);
        uint256 needed = GasLib.needed(allowance);
        if (gasleft() < needed) revert GasTooLow(needed);
        assembly ("memory-safe") {
            // Both functions take `(uint64 originChainId, bytes message)`.
            let data := mload(0x40)
            mstore(data, selector)
            mstore(add(data, 0x04), originChainId)
            mstore(add(data, 0x24), 0x40)
            mstore(add(data, 0x44), message.length)
            calldatacopy(add(data, 0x64), message.offset, message.length)
            ok := call(allowance, custody, 0, data, add(message.length, 0x64), 0, 0)
            if iszero(ok) {
                let size := returndatasize()
                if gt(size, MAX_REASON) { size := MAX_REASON }
                reason := mload(0x40)
                mstore(0x40, and(add(add(reason, size), 0x3f), not(0x1f)))
                mstore(reason, size)
                returndatacopy(add(reason, 0x20), 0, size)
            }
        }
    }
}
