// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {INBOUND_CLOSED, INBOUND_HALTED, Inbound} from "../types/State.sol";
import {Acts} from "./Acts.sol";

/// @title When a lane's origin was rewritten past finality
/// @dev Why no message ends twice however often an origin changes its mind. A message's id is the head at its place and so
/// commits to everything before it: the same id is the same message on the same fork, and forks that part never meet again.
///
/// - *Delivered up to the common sequence:* stays delivered; nothing before `delivered` is ever looked at.
/// - *Delivered after it* (the lost messages): the hashes must lead from the common head to the lane's head, so nobody can
///   pass other messages off as lost, and the first must differ from the new fork's next one, so the council cannot put the
///   common sequence too low. The new fork's messages at these places are others, with other ids. But an origin may bring a
///   lost message back: at once, where there was no next message yet (`nextHash` is zero), or by changing its mind again.
///   Therefore each lost message that was carried out is kept in {ZoneBase._spent}, which delivering looks up on lanes that
///   were re-anchored, and claiming always. One that was parked was not carried out, and the origin says now that it never was:
///   it leaves, so that nobody mints or releases by the word of a lost fork; it is not spent, and if it comes again, it arrives.
/// - *Claimed, before or after the common sequence, on either fork:* kept by id in {ZoneBase._spent} since then. On the new
///   fork there is another message after the common sequence, with another id, which arrives; the same one never does
///   twice, whatever the council says about where forks part.
/// - *Checkpoints:* name the anchor, and so are void from now on, whoever signed them for which fork.
abstract contract LaneRepair is Acts {
    using HeadLib for bytes32;

    // --------------------------------------------------------------------------------------------------------- HALTS

    /// @inheritdoc ICouncil
    /// @dev A lane that was closed does not halt: nothing could ever let what is parked there go on.
    function halt(bytes32 laneId, uint64 sequence, bytes32 head, bytes calldata signatures)
        external
        nonReentrant
    {
        Inbound storage lane = _repairable(laneId);
        if (lane.flags & INBOUND_HALTED != 0) revert ILanes.LaneIsHalted(laneId);
        _decide(ActLib.halt(_councilNonce, laneId, sequence, head), signatures);
        lane.flags |= INBOUND_HALTED;
        _haltedAt[laneId] = uint40(block.timestamp);
        emit ICouncil.LaneHalted(laneId, sequence, head, uint40(block.timestamp) + REANCHOR_NOTICE);
    }

    /// @inheritdoc ICouncil
    function reanchor(
        bytes32 laneId,
        uint64 commonSequence,
        bytes32 commonHead,
        bytes32 nextHash,
        bytes32[] calldata lostHashes,
        bytes calldata signatures
    ) external nonReentrant {
        Inbound memory lane = _repairable(laneId);
        if (lane.flags & INBOUND_HALTED == 0) revert ICouncil.NoticeNotOver(0);
        uint40 from = _haltedAt[laneId] + REANCHOR_NOTICE;
        if (block.timestamp < from) revert ICouncil.NoticeNotOver(from);
        uint16 anchor = lane.anchor + 1;
        _decide(
            ActLib.reAnchor(_councilNonce, laneId, anchor, commonSequence, commonHead, nextHash), signatures
        );

        if (commonSequence >= lane.delivered) {
            if (lostHashes.length != 0) revert ICouncil.ForkUnproven();
            if (commonSequence == lane.delivered && commonHead != lane.head) revert ICouncil.ForkUnproven();
        } else {
            if (lostHashes.length != lane.delivered - commonSequence || lostHashes[0] == nextHash) {
                revert ICouncil.ForkUnproven();
            }
            if (_lose(commonHead, lostHashes, anchor) != lane.head) revert ICouncil.ForkUnproven();
            (lane.delivered, lane.head) = (uint48(commonSequence), commonHead);
        }
        // Which of them are on the new fork is for their ids to say: from now on all are looked up.
        lane.claimedAhead = 0;
        lane.anchor = anchor;
        lane.flags &= ~INBOUND_HALTED;
        _inbound[laneId] = lane;
        delete _haltedAt[laneId];
        emit ICouncil.LaneReAnchored(laneId, anchor, lane.delivered, lane.head);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _repairable(bytes32 laneId) private view returns (Inbound storage lane) {
        lane = _inbound[laneId];
        uint64 chainId = lane.originChainId;
        if (chainId == 0) revert ILanes.LaneUnknown(laneId);
        if (lane.flags & INBOUND_CLOSED != 0) revert ILanes.LaneIsClosed(chainId);
    }

    /// @dev Follows the lost fork from the common head, and settles each of its messages, before the anchor that now begins.
    function _lose(bytes32 head, bytes32[] calldata lostHashes, uint16 anchor) private returns (bytes32) {
        for (uint256 i; i < lostHashes.length; ++i) {
            head = head.append(lostHashes[i]);
            if (_parked[head] != 0) delete _parked[head];
            else if (_spent[head] == 0) _spent[head] = anchor;
        }
        return head;
    }
}
