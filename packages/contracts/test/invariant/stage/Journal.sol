// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {Reading} from "./Reading.sol";
import {Stock} from "./Stock.sol";

/// @title What became of every message, as the gateways' events tell it
abstract contract Journal is Stock {
    using Reading for bytes;

    enum State {
        Unknown,
        InFlight,
        Parked,
        Delivered,
        Returned
    }

    /// @param claimed whether it was consumed out of order
    /// @param claimedUnder one more than the anchor under which it was
    /// @param settled in which batch of events it was consumed
    /// @param endings how often it ended: never more than once
    struct Filed {
        bytes32 lane;
        uint256 from;
        uint256 to;
        uint64 sequence;
        State state;
        bool claimed;
        uint256 claimedUnder;
        uint256 settled;
        uint256 endings;
        uint8 kind;
        uint40 deadline;
        address beneficiary;
        address refundAccount;
    }

    struct Load {
        uint256 asset;
        uint256 amount;
    }

    mapping(bytes32 id => Filed) internal filed;
    mapping(bytes32 id => Load[]) internal loads;
    mapping(bytes32 lane => bytes32[]) internal heads;
    /// @dev All ids that have not ended: in flight or parked. `_place` is one more than an id's place among them.
    bytes32[] internal open;
    mapping(bytes32 id => uint256) private _place;
    uint256 private _batch;
    /// @dev By id, because a lane may come to say something else.
    mapping(bytes32 id => bytes) private _messages;
    /// @dev How many Returns say that they give back a message.
    mapping(bytes32 id => uint256) internal returnsOf;
    /// @dev How many messages were parked, claimed, redirected, and ended in each way, ever.
    uint256 internal timesParked;
    uint256 internal timesClaimed;
    uint256 internal timesRedirected;
    mapping(State state => uint256) internal timesEnded;

    // ----------------------------------------------------------------------------------------------------------- WHAT

    function headOf(bytes32 laneId, uint256 sequence) internal view returns (bytes32) {
        return sequence == 0 ? laneId : heads[laneId][sequence - 1];
    }

    function messageOf(bytes32 id) internal view returns (bytes memory) {
        return _messages[id];
    }

    /// @dev Files what was recorded since the last call, which was one transaction.
    function file() internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        ++_batch;
        for (uint256 i; i < logs.length; ++i) {
            if (numberOf[logs[i].emitter] != 0) _note(numberOf[logs[i].emitter] - 1, logs[i]);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- HOOKS

    function _whenSent(bytes32 id, bytes memory message) internal virtual {}
    function _whenReturned(bytes32 id) internal virtual {}
    function _whenRedirected(bytes32 id, address recipient) internal virtual {}

    /// @dev Whether a chain of the zone was taken over.
    function _isCaptive() internal view virtual returns (bool) {
        return false;
    }

    /// @dev Whether a gateway's word on what it sent is worth nothing.
    function _captured(uint256) internal view virtual returns (bool) {
        return false;
    }

    // --------------------------------------------------------------------------------------------------------- FILING

    function _note(uint256 side, Vm.Log memory log) private {
        bytes32 topic = log.topics[0];
        if (topic == IOutbox.MessageSent.selector) {
            if (!_captured(side)) _noteSent(side, log.topics[1], abi.decode(log.data, (bytes)));
        } else if (topic == IInbox.MessagesDelivered.selector) {
            (uint64 first, uint64 last,) = abi.decode(log.data, (uint64, uint64, bytes32));
            for (uint64 sequence = first; sequence <= last; ++sequence) {
                bytes32 id = headOf(log.topics[1], sequence);
                // On a fork that came back, what ended before is passed over.
                bool passedOver = filed[id].claimed || (_isCaptive() && filed[id].endings != 0);
                if (!passedOver) _settle(id, State.Delivered);
            }
        } else if (topic == IInbox.MessageClaimed.selector) {
            filed[log.topics[3]].claimed = true;
            filed[log.topics[3]].claimedUnder = sides[side].gateway.inboundLane(log.topics[1]).anchor + 1;
            ++timesClaimed;
            _settle(log.topics[3], State.Delivered);
        } else if (topic == IInbox.MessageParked.selector) {
            _park(log.topics[3]);
            ++timesParked;
        } else if (topic == IInbox.MessageRetried.selector) {
            _settle(log.topics[2], State.Delivered);
        } else if (topic == IInbox.MessageRedirected.selector) {
            _settle(log.topics[2], State.Delivered);
            ++timesRedirected;
            _whenRedirected(log.topics[2], abi.decode(log.data, (address)));
        } else if (topic == IInbox.MessageReturned.selector) {
            _settle(log.topics[2], State.Returned);
            _whenReturned(log.topics[2]);
        }
    }

    function _noteSent(uint256 side, bytes32 laneId, bytes memory message) private {
        uint256 to;
        while (to == side || lane(side, to) != laneId) ++to;
        bytes32 id = fileMessage(side, to, message);
        if (message.kind() == 3) _countReturn(bytes32(message.word(61)), side);
        _whenSent(id, message);
    }

    /// @dev Where the message ended; a Return that home passes on is the same one.
    function _countReturn(bytes32 returnedId, uint256 side) private {
        if (filed[returnedId].to == side) ++returnsOf[returnedId];
    }

    /// @dev Appends a message to what a lane is known to say.
    function fileMessage(uint256 from, uint256 to, bytes memory message) internal returns (bytes32 id) {
        bytes32 laneId = lane(from, to);
        id = keccak256(abi.encodePacked(headOf(laneId, heads[laneId].length), keccak256(message)));
        sent[laneId].push(message);
        heads[laneId].push(id);
        Filed storage entry = filed[id];
        (entry.lane, entry.from, entry.to) = (laneId, from, to);
        entry.sequence = uint64(heads[laneId].length);
        // On a fork that came back.
        if (entry.state != State.Unknown) return id;
        (entry.state, _messages[id]) = (State.InFlight, message);
        _enter(id);
        if (message.length < 2) return id;
        entry.kind = message.kind();
        if (entry.kind == 4 || message.length < 94 || _captured(from)) return id;
        (entry.deadline, entry.beneficiary) = (message.deadline(), message.beneficiary());
        if (entry.kind != 3) entry.refundAccount = message.refundAccount();
        (uint256[] memory ids, uint256[] memory amounts) = message.load();
        uint256 home = numberOfChain[message.homeChainId()];
        if (home == 0) return id;
        for (uint256 i; i < ids.length; ++i) {
            uint256 number = assetOf(home - 1, message.homeToken(), ids[i]);
            if (number != 0) loads[id].push(Load(number - 1, amounts[i]));
        }
    }

    /// @dev A message's end; where it became a Return in the transaction that consumed it, that is one end.
    function _settle(bytes32 id, State state) private {
        Filed storage entry = filed[id];
        bool sameEnd = state == State.Returned && entry.state == State.Delivered && entry.settled == _batch;
        if (!sameEnd) ++entry.endings;
        ++timesEnded[state];
        (entry.state, entry.settled) = (state, _batch);
        _leave(id);
    }

    /// @dev Told after its lane moved on over it.
    function _park(bytes32 id) private {
        if (filed[id].state == State.Delivered && filed[id].settled == _batch) --filed[id].endings;
        filed[id].state = State.Parked;
        _enter(id);
    }

    /// @dev Of a fork that was lost: it may come again, and then arrives.
    function _forget(bytes32 id) internal {
        if (filed[id].state == State.Parked) filed[id].state = State.InFlight;
    }

    function _enter(bytes32 id) private {
        if (_place[id] != 0) return;
        open.push(id);
        _place[id] = open.length;
    }

    function _leave(bytes32 id) private {
        uint256 place = _place[id];
        if (place == 0) return;
        bytes32 last = open[open.length - 1];
        (open[place - 1], _place[last]) = (last, place);
        open.pop();
        _place[id] = 0;
    }
}
