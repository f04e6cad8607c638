// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../../src/interfaces/ILanes.sol";
import {RevertingToken} from "../mocks/HostileTokens.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Law 1: no asset is ever in two places, or in none
/// @notice For every token exactly one of these holds: it has a holder at home, or it is in exactly one vault with exactly
/// one representation there, or with one message in flight or one parked message. Whatever happens: sending out, home and
/// on, delivering in order and out of it, tokens that refuse, retries, redirects, and deadlines that pass at any time.
contract ConservationInvariant is ZoneTest {
    uint256 internal constant TOKENS = 5;

    RevertingToken internal token;

    /// @dev Time goes on between calls only if somebody keeps it.
    uint256 internal clock;
    mapping(bytes32 lane => mapping(uint256 sequence => bool)) internal claimed;

    function setUp() public override {
        super.setUp();
        clock = block.timestamp;
        on(a);
        token = new RevertingToken();
        for (uint256 id = 1; id <= TOKENS; ++id) {
            token.mint(ALICE, id);
        }
        bytes4[] memory actions = new bytes4[](7);
        actions[0] = this.sendOut.selector;
        actions[1] = this.sendBack.selector;
        actions[2] = this.deliverSome.selector;
        actions[3] = this.claimOne.selector;
        actions[4] = this.endOne.selector;
        actions[5] = this.freeze.selector;
        actions[6] = this.pass.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function sendOut(uint256 id, bool toC) external {
        vm.warp(clock);
        id = bound(id, 1, TOKENS);
        address owner = token.ownerOf(id);
        if ((owner != ALICE && owner != BOB) || token.hostile()) return;
        send(a, toC ? c : b, address(token), id, owner);
    }

    /// @dev Home, or through it to the other chain.
    function sendBack(uint256 id, bool fromC, bool onward) external {
        vm.warp(clock);
        id = bound(id, 1, TOKENS);
        Side memory from = fromC ? c : b;
        address owner = _ownerOn(from, id);
        if (owner == address(0)) return;
        address there = address(representation(from, a, address(token)));
        send(from, onward ? (fromC ? b : c) : a, there, id, owner);
    }

    function deliverSome(uint256 lane, uint256 count) external {
        vm.warp(clock);
        (Side memory from, Side memory to) = _pair(lane);
        bytes32 laneId = laneBetween(from, to);
        uint64 delivered = to.gateway.inboundLane(laneId).delivered;
        uint64 pending = uint64(sent[laneId].length) - delivered;
        if (pending == 0) return;
        deliver(from, to, delivered + 1, delivered + uint64(bound(count, 1, pending)));
        collect();
    }

    function claimOne(uint256 lane, uint256 sequence) external {
        vm.warp(clock);
        (Side memory from, Side memory to) = _pair(lane);
        bytes32 laneId = laneBetween(from, to);
        uint64 count = uint64(sent[laneId].length);
        if (count == 0) return;
        sequence = bound(sequence, 1, count);
        (bytes[] memory message, bytes32[] memory tail, bytes memory signatures) =
            batch(from, to, uint64(sequence), uint64(sequence));
        bool consumed = _consumed(to, laneId, sequence);
        on(to);
        try to.gateway.claim(laneId, count, headAt(laneId, sequence - 1), message[0], tail, signatures) {
            assertFalse(consumed, "consumed twice");
            claimed[laneId][sequence] = true;
        } catch {}
        collect();
    }

    /// @dev Retries any parked message, or has its recipient name Bob.
    function endOne(uint256 lane, uint256 sequence, bool redirected) external {
        vm.warp(clock);
        (Side memory from, Side memory to) = _pair(lane);
        bytes32 laneId = laneBetween(from, to);
        if (sent[laneId].length == 0) return;
        sequence = bound(sequence, 1, sent[laneId].length);
        bytes32 id = headAt(laneId, sequence);
        bytes memory message = sent[laneId][sequence - 1];
        bool parked = to.gateway.parkedMessage(id) != 0;
        on(to);
        if (redirected) {
            vm.prank(ALICE);
            try to.gateway.redirect(laneId, id, message, BOB, 0, "") {
                assertTrue(parked, "ended twice");
            } catch {}
        } else {
            try to.gateway.retry(laneId, id, message) {
                assertTrue(parked, "ended twice");
            } catch {
                assertTrue(!parked || token.hostile() || to.id != a.id, "only the token itself may refuse");
            }
        }
        collect();
    }

    function freeze(bool frozen) external {
        token.setHostile(frozen);
    }

    function pass(uint256 time) external {
        clock += bound(time, 1 minutes, 3 days);
    }

    // ------------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_EveryTokenIsInExactlyOnePlace() public view {
        for (uint256 id = 1; id <= TOKENS; ++id) {
            address owner = token.ownerOf(id);
            (bool inB, bool inC) = (owner == vaultAt(a, b), owner == vaultAt(a, c));
            assertEq(_claims(b, id), inB ? 1 : 0, "claims of B on its vault");
            assertEq(_claims(c, id), inC ? 1 : 0, "claims of C on its vault");
            assertTrue(inB || inC || owner == ALICE || owner == BOB, "or a holder at home");
        }
    }

    function invariant_WhatArrivedIsAPrefixOfWhatWasSent() public view {
        for (uint256 i; i < 4; ++i) {
            (Side memory from, Side memory to) = _pair(i);
            bytes32 laneId = laneBetween(from, to);
            ILanes.OutboundLane memory out = from.gateway.outboundLane(laneId);
            ILanes.InboundLane memory inbound = to.gateway.inboundLane(laneId);
            assertEq(out.count, sent[laneId].length);
            assertEq(out.head, headAt(laneId, out.count));
            assertLe(inbound.delivered, out.count);
            assertEq(inbound.head, headAt(laneId, inbound.delivered));
            uint256 ahead;
            for (uint256 s = inbound.delivered + 1; s <= out.count; ++s) {
                if (claimed[laneId][s]) ++ahead;
            }
            assertEq(inbound.claimedAhead, ahead);
        }
    }

    /// @dev Run by `forge test` like any other: an invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        this.sendOut(1, false);
        this.claimOne(0, 1);
        this.claimOne(0, 2);
        invariant_WhatArrivedIsAPrefixOfWhatWasSent();
        this.deliverSome(0, 2);
        this.sendBack(1, false, true);
        this.freeze(true);
        this.deliverSome(1, 1);
        assertTrue(a.gateway.parkedMessage(headAt(laneBetween(b, a), 1)) != 0);
        invariant_EveryTokenIsInExactlyOnePlace();
        this.freeze(false);
        this.endOne(1, 1, false);
        assertEq(token.ownerOf(1), vaultAt(a, c));
        for (uint256 i; i < 3; ++i) {
            this.pass(3 days);
        }
        // Too late for C: back to home, and on to B.
        this.deliverSome(2, 2);
        this.deliverSome(3, 1);
        invariant_EveryTokenIsInExactlyOnePlace();
        this.deliverSome(0, 1);
        assertEq(_ownerOn(b, 1), ALICE);
        this.sendBack(1, false, false);
        this.freeze(true);
        this.deliverSome(1, 1);
        this.freeze(false);
        this.endOne(1, 2, true);
        assertEq(token.ownerOf(1), BOB);
        invariant_EveryTokenIsInExactlyOnePlace();
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev How many things stand for the token on that side: a representation, messages in flight, parked messages.
    function _claims(Side memory side, uint256 id) private view returns (uint256 n) {
        if (_ownerOn(side, id) != address(0)) ++n;
        n += _underWay(a, side, id) + _underWay(side, a, id);
    }

    function _underWay(Side memory from, Side memory to, uint256 id) private view returns (uint256 n) {
        bytes32 laneId = laneBetween(from, to);
        bytes32 head = laneId;
        for (uint256 s = 1; s <= sent[laneId].length; ++s) {
            bytes memory message = sent[laneId][s - 1];
            head = keccak256(abi.encodePacked(head, keccak256(message)));
            if (_carried(message) != id) continue;
            if (!_consumed(to, laneId, s) || to.gateway.parkedMessage(head) != 0) ++n;
        }
    }

    function _consumed(Side memory to, bytes32 laneId, uint256 sequence) private view returns (bool) {
        return sequence <= to.gateway.inboundLane(laneId).delivered || claimed[laneId][sequence];
    }

    /// @dev The token that a message carries; none in a Collection message.
    function _carried(bytes memory message) private pure returns (uint256 id) {
        uint256 at = uint8(message[1]) == 4 ? 0 : uint8(message[1]) == 3 ? 93 : 114;
        if (at == 0) return 0;
        assembly ("memory-safe") {
            id := mload(add(add(message, 0x20), at))
        }
    }

    function _ownerOn(Side memory side, uint256 id) private view returns (address) {
        IFullRepresentation there = representation(side, a, address(token));
        if (address(there).code.length == 0) return address(0);
        try there.ownerOf(id) returns (address owner) {
            return owner;
        } catch {
            return address(0);
        }
    }

    function _pair(uint256 lane) private view returns (Side memory from, Side memory to) {
        lane %= 4;
        if (lane == 0) return (a, b);
        if (lane == 1) return (b, a);
        if (lane == 2) return (a, c);
        return (c, a);
    }
}
