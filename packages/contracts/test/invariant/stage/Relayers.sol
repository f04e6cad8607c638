// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IRepresentation} from "../../../src/interfaces/IRepresentation.sol";
import {IVault} from "../../../src/interfaces/IVault.sol";
import {DigestLib} from "../../../src/libraries/DigestLib.sol";
import {Attempts} from "./Attempts.sol";

/// @title Relayers: prefixes, overlaps, the wrong order, too little gas; and claims out of order by anyone
abstract contract Relayers is Attempts {
    function relayersAct() internal {
        act(this.deliverSome.selector);
        act(this.deliverAllOf.selector);
        act(this.deliverEverything.selector);
        act(this.deliverStarved.selector);
        act(this.deliverWrongly.selector);
        act(this.claimOne.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function deliverSome(uint256 seed, uint256 count, uint256 overlap) external {
        (uint256 from, uint256 to) = pickLane(seed);
        (uint64 delivered, uint64 total) = _range(from, to);
        if (delivered == total) return;
        uint64 last = delivered + uint64(bound(count, 1, total - delivered));
        uint64 first = delivered + 1 - uint64(bound(overlap, 0, delivered < 3 ? delivered : 3));
        at(to);
        _carry(to, deliverCall(from, to, first, last));
    }

    function deliverAllOf(uint256 seed) external {
        (uint256 from, uint256 to) = pickLane(seed);
        carryAll(from, to);
    }

    /// @dev A day on which every relayer works: over every lane, also what came of delivering.
    function deliverEverything() external {
        for (uint256 i; i < 2 * sides.length * sides.length; ++i) {
            (uint256 from, uint256 to) = (i % sides.length, (i / sides.length) % sides.length);
            if (from != to) carryAll(from, to);
        }
    }

    /// @dev With some gas or other: it is done as it would be with plenty, or not at all.
    function deliverStarved(uint256 seed, uint256 gas) external {
        (uint256 from, uint256 to) = pickLane(seed);
        (uint64 delivered, uint64 total) = _range(from, to);
        if (delivered == total) return;
        at(to);
        bytes memory call = deliverCall(from, to, delivered + 1, delivered + 1);
        address gateway = address(sides[to].gateway);
        uint256 before = vm.snapshotState();
        (bool wouldDo,) = gateway.call(call);
        uint256 parked = _parkedIn(vm.getRecordedLogs());
        vm.revertToStateAndDelete(before);
        at(to);
        (bool done,) = gateway.call{gas: bound(gas, 50_000, 3_000_000)}(call);
        if (!done) {
            vm.getRecordedLogs();
            return;
        }
        assertTrue(wouldDo, "done with less gas only");
        uint256 parkedBefore = timesParked;
        file();
        assertEq(timesParked - parkedBefore, parked, "gas chose the outcome");
    }

    /// @dev Past a gap, or nothing new.
    function deliverWrongly(uint256 seed, bool ahead) external {
        (uint256 from, uint256 to) = pickLane(seed);
        (uint64 delivered, uint64 total) = _range(from, to);
        uint64 first = ahead ? delivered + 2 : delivered;
        if (first == 0 || first > total) return;
        at(to);
        bytes4 reason = ahead ? IInbox.SequenceGap.selector : IInbox.NothingToDeliver.selector;
        bytes memory call = deliverCall(from, to, first, first);
        expectRefused(RELAYER, address(sides[to].gateway), call, abi.encodePacked(lanesReasons(), reason));
    }

    function claimOne(uint256 seed) external {
        (uint256 from, uint256 to, uint64 sequence) = _claimable(seed);
        if (sequence == 0) return;
        (, uint64 total) = _range(from, to);
        Filed memory entry = filed[headOf(lane(from, to), sequence)];
        bool fresh = !entry.claimed && sequence > sides[to].gateway.inboundLane(entry.lane).delivered
            && entry.endings == 0;
        at(to);
        bytes memory reasons =
            fresh ? arrivalReasons() : abi.encodePacked(lanesReasons(), IInbox.AlreadyConsumed.selector);
        bool done =
            attempt(CAROL, address(sides[to].gateway), 0, claimCallOf(from, to, sequence, total), reasons);
        assertTrue(!done || fresh, "claimed what had ended");
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev What nobody may do but the custody, and what the laws must notice: units out of a vault.
    function stealFromVault(uint256 asset, uint256 away, uint256 amount) internal {
        Asset memory what = assets[asset];
        IVault from = IVault(vault(what.home, away));
        at(what.home);
        vm.prank(sides[what.home].gateway.custody());
        from.release(what.token, what.standard, MALLORY, abi.encodePacked(uint128(amount)));
    }

    /// @dev As {stealFromVault}: money from nothing.
    function counterfeit(uint256 asset, uint256 side, address taker, uint256 amount) internal {
        at(side);
        vm.prank(sides[side].gateway.custody());
        IRepresentation(tokenOn[asset][side]).mintFor(taker, 1, abi.encodePacked(uint128(amount)));
    }

    /// @dev Mostly something that has not arrived; now and then whatever it is.
    function _claimable(uint256 seed) private view returns (uint256 from, uint256 to, uint64 sequence) {
        if (open.length != 0 && pick(seed, 4, 4) != 0) {
            bytes32 id = open[pick(seed, 5, open.length)];
            Filed storage entry = filed[id];
            // Not on a fork that was lost.
            bool said = entry.sequence <= heads[entry.lane].length && headOf(entry.lane, entry.sequence) == id;
            if (said) return (entry.from, entry.to, entry.sequence);
        }
        (from, to) = pickLane(seed);
        uint256 total = heads[lane(from, to)].length;
        if (total != 0) sequence = uint64(1 + pick(seed, 3, total));
    }

    function carryAll(uint256 from, uint256 to) internal returns (bool) {
        (uint64 delivered, uint64 total) = _range(from, to);
        at(to);
        return delivered == total || _carry(to, deliverCall(from, to, delivered + 1, total));
    }

    function _carry(uint256 to, bytes memory call) private returns (bool) {
        return attempt(RELAYER, address(sides[to].gateway), 0, call, lanesReasons());
    }

    function _range(uint256 from, uint256 to) internal view returns (uint64 delivered, uint64 total) {
        bytes32 laneId = lane(from, to);
        return (sides[to].gateway.inboundLane(laneId).delivered, uint64(heads[laneId].length));
    }

    /// @dev What a quorum that counts at the destination publishes about a place of a lane.
    function attest(uint256 to, bytes32 laneId, uint64 sequence) internal view returns (bytes memory) {
        uint64 anchor = sides[to].gateway.inboundLane(laneId).anchor;
        return signAt(
            to,
            DigestLib.checkpoint(
                DigestLib.zoneDomain(ZONE_ID), laneId, anchor, sequence, headOf(laneId, sequence)
            )
        );
    }

    function deliverCall(uint256 from, uint256 to, uint64 first, uint64 last)
        internal
        view
        returns (bytes memory)
    {
        bytes32 laneId = lane(from, to);
        bytes[] memory messages = new bytes[](last + 1 - first);
        for (uint256 i; i < messages.length; ++i) {
            messages[i] = sent[laneId][first - 1 + i];
        }
        uint64 total = uint64(heads[laneId].length);
        return abi.encodeCall(
            IInbox.deliver,
            (laneId, first, messages, hashesAfter(laneId, last, total), attest(to, laneId, total))
        );
    }

    function claimCallOf(uint256 from, uint256 to, uint64 sequence, uint64 checkpoint)
        internal
        view
        returns (bytes memory)
    {
        bytes32 laneId = lane(from, to);
        return abi.encodeCall(
            IInbox.claim,
            (
                laneId,
                checkpoint,
                headOf(laneId, sequence - 1),
                sent[laneId][sequence - 1],
                hashesAfter(laneId, sequence, checkpoint),
                attest(to, laneId, checkpoint)
            )
        );
    }

    /// @dev A claim of a message at a checkpoint.
    function claimOf(
        bytes32 laneId,
        uint64 sequence,
        bytes32 prior,
        bytes memory message,
        bytes memory signatures
    ) internal pure returns (bytes memory) {
        return abi.encodeCall(IInbox.claim, (laneId, sequence, prior, message, new bytes32[](0), signatures));
    }

    function hashesAfter(bytes32 laneId, uint64 sequence, uint64 checkpoint)
        internal
        view
        returns (bytes32[] memory hashes)
    {
        hashes = new bytes32[](checkpoint - sequence);
        for (uint256 i; i < hashes.length; ++i) {
            hashes[i] = keccak256(sent[laneId][sequence + i]);
        }
    }

    function _parkedIn(Vm.Log[] memory logs) private pure returns (uint256 count) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IInbox.MessageParked.selector) ++count;
        }
    }
}
