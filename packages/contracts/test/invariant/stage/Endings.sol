// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../../src/interfaces/ICustody.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {UnitsReceiver} from "../../mocks/Receivers.sol";
import {Reading} from "./Reading.sol";
import {Relayers} from "./Relayers.sol";

/// @title How messages end, and the last phase of a run: what is left ends, without anybody's help
abstract contract Endings is Relayers {
    using Reading for bytes;

    uint256 private constant ROUNDS = 6;

    /// @dev The first message of which the journal and its gateway say different things, or that ended twice.
    function misplaced() internal view returns (string memory) {
        for (uint256 from; from < sides.length; ++from) {
            for (uint256 to; to < sides.length; ++to) {
                if (from == to) continue;
                bytes32[] storage ids = heads[lane(from, to)];
                for (uint256 i; i < ids.length; ++i) {
                    string memory wrong = _wrong(ids[i]);
                    if (bytes(wrong).length != 0) return wrong;
                }
            }
        }
        return "";
    }

    /// @dev The first lane that counts other claims ahead of what is delivered than were made under its anchor.
    function miscounted() internal view returns (string memory) {
        for (uint256 from; from < sides.length; ++from) {
            for (uint256 to; to < sides.length; ++to) {
                if (from == to) continue;
                bytes32 laneId = lane(from, to);
                ILanes.InboundLane memory inbound = sides[to].gateway.inboundLane(laneId);
                uint256 ahead;
                for (uint256 i = inbound.delivered; i < heads[laneId].length; ++i) {
                    if (filed[heads[laneId][i]].claimedUnder == inbound.anchor + 1) ++ahead;
                }
                if (ahead != inbound.claimedAhead) return string.concat("claims on ", vm.toString(laneId));
            }
        }
        return "";
    }

    function _wrong(bytes32 id) private view returns (string memory) {
        Filed storage entry = filed[id];
        if (entry.endings > 1) return string.concat(vm.toString(id), " ended more than once");
        bool consumed = sides[entry.to].gateway.isConsumed(entry.lane, entry.sequence, id);
        bool parked = sides[entry.to].gateway.parkedMessage(id) != 0;
        if (consumed != (entry.state != State.InFlight)) {
            return string.concat(vm.toString(id), " is consumed and is not, or the other way round");
        }
        if (parked != (entry.state == State.Parked)) {
            return string.concat(vm.toString(id), " is parked wrongly");
        }
        if (returnsOf[id] > 1) return string.concat(vm.toString(id), " was returned twice");
        if (parked && entry.endings != 0) return string.concat(vm.toString(id), " ended and is parked");
        return "";
    }

    // --------------------------------------------------------------------------------------------------- THE LAST PHASE

    /// @dev Tokens and receivers behave again, and every pause is over.
    function healAll() internal {
        freezeAll(false);
        moody.behave(UnitsReceiver.Mode.Accept);
        clock += 15 days;
    }

    /// @dev Claims what is in flight and retries what is parked, one by one and the last ones first, again whenever windows
    /// have opened and deadlines have passed.
    /// @param claims whether to claim too
    function drain(bool claims) internal {
        for (uint256 round; round < ROUNDS && open.length != 0; ++round) {
            bytes32[] memory ids = open;
            for (uint256 i = ids.length; i > 0; --i) {
                Filed memory entry = filed[ids[i - 1]];
                if (entry.state == State.Parked) _end(ids[i - 1], entry);
                else if (claims && entry.state == State.InFlight) _reach(ids[i - 1], entry);
                // Past every window.
                clock += 1 days + 1;
            }
            if (round > 0) clock += 31 days;
        }
    }

    /// @dev What is still parked although nothing but the protocol was in its way.
    function stillParked() internal view returns (string memory) {
        for (uint256 i; i < open.length; ++i) {
            Filed storage entry = filed[open[i]];
            if (entry.state != State.Parked || !_moves(entry.lane, entry.to)) continue;
            return string.concat(vm.toString(open[i]), " is parked for good");
        }
        return "";
    }

    function stillInFlight() internal view returns (string memory) {
        for (uint256 i; i < open.length; ++i) {
            Filed storage entry = filed[open[i]];
            if (entry.state != State.InFlight || entry.kind == 4 || !_moves(entry.lane, entry.to)) continue;
            return string.concat(vm.toString(open[i]), " cannot be had");
        }
        return "";
    }

    /// @dev Neither halted nor closed, which are the council's to end.
    function _moves(bytes32 laneId, uint256 to) internal view returns (bool) {
        ILanes.InboundLane memory inbound = sides[to].gateway.inboundLane(laneId);
        return !inbound.halted && !inbound.closed;
    }

    function _end(bytes32 id, Filed memory entry) private {
        at(entry.to);
        bytes memory call = abi.encodeCall(IInbox.retry, (entry.lane, id, messageOf(id)));
        attempt(CAROL, address(sides[entry.to].gateway), 0, call, _aloneReasons());
    }

    /// @dev Alone: the Collection messages of its home token, which nobody has delivered, and then the message itself.
    function _reach(bytes32 id, Filed memory entry) private {
        at(entry.to);
        uint64 total = uint64(heads[entry.lane].length);
        address home = messageOf(id).homeToken();
        for (uint64 sequence = 1; sequence < entry.sequence; ++sequence) {
            bytes32 earlier = headOf(entry.lane, sequence);
            if (filed[earlier].kind != 4 || filed[earlier].state != State.InFlight) continue;
            if (messageOf(earlier).homeToken() != home) continue;
            _claim(entry.from, entry.to, sequence, total);
        }
        _claim(entry.from, entry.to, entry.sequence, total);
    }

    function _claim(uint256 from, uint256 to, uint64 sequence, uint64 total) private {
        bytes memory call = claimCallOf(from, to, sequence, total);
        attempt(CAROL, address(sides[to].gateway), 0, call, _aloneReasons());
    }

    /// @dev Where tokens and receivers behave and no pause stands: what is entered may be refused, until it expires; a
    /// window may be full, until the next one.
    function _aloneReasons() private pure returns (bytes memory) {
        return abi.encodePacked(
            ILanes.LaneIsHalted.selector,
            ILanes.LaneIsClosed.selector,
            ILanes.LaneIsRetired.selector,
            IOutbox.PolicyRefused.selector,
            IOutbox.TokenNotListed.selector,
            IOutbox.AmountOverLimit.selector,
            ICustody.LimitReached.selector
        );
    }
}
