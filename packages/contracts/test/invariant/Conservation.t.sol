// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {RevertingToken} from "../mocks/HostileTokens.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Law 1: no asset is ever in two places, or in none
/// @notice For every token exactly one of these holds: it has a holder at home, or it is in exactly one vault with exactly
/// one representation there, or with one message in flight or one parked message.
contract ConservationInvariant is ZoneTest {
    uint256 internal constant TOKENS = 6;

    RevertingToken internal token;

    /// @dev By lane: messages that were sent and not delivered yet carry these tokens.
    mapping(bytes32 lane => uint256[]) internal carried;
    /// @dev By token: the parked message that carries it.
    mapping(uint256 id => Waiting) internal waiting;

    struct Waiting {
        bytes32 messageId;
        bytes message;
        uint64 from;
        uint64 to;
    }

    function setUp() public override {
        super.setUp();
        on(a);
        token = new RevertingToken();
        for (uint256 id = 1; id <= TOKENS; ++id) {
            token.mint(ALICE, id);
        }
        bytes4[] memory actions = new bytes4[](5);
        actions[0] = this.sendOut.selector;
        actions[1] = this.sendHome.selector;
        actions[2] = this.deliverSome.selector;
        actions[3] = this.retryOne.selector;
        actions[4] = this.freeze.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function sendOut(uint256 id, bool toC) external {
        id = bound(id, 1, TOKENS);
        if (token.ownerOf(id) != ALICE || token.hostile()) return;
        Side memory to = toC ? c : b;
        send(a, to, address(token), id, ALICE);
        _noteSent(a, to, id);
    }

    function sendHome(uint256 id, bool fromC) external {
        id = bound(id, 1, TOKENS);
        Side memory from = fromC ? c : b;
        IFullRepresentation there = representation(from, a, address(token));
        if (address(there).code.length == 0 || !_exists(there, id)) return;
        send(from, a, address(there), id, ALICE);
        _noteSent(from, a, id);
    }

    function deliverSome(uint256 lane, uint256 count) external {
        (Side memory from, Side memory to) = _pair(lane);
        bytes32 laneId = laneBetween(from, to);
        uint64 delivered = to.gateway.inboundLane(laneId).delivered;
        uint64 pending = uint64(sent[laneId].length) - delivered;
        if (pending == 0) return;
        uint64 last = delivered + uint64(bound(count, 1, pending));
        deliver(from, to, delivered + 1, last);
        for (uint64 s = delivered; s < last; ++s) {
            uint256 id = carried[laneId][s];
            bytes32 messageId = headAt(laneId, s + 1);
            if (id != 0 && to.gateway.parkedMessage(messageId) != 0) {
                waiting[id] = Waiting(messageId, sent[laneId][s], from.id, to.id);
            }
        }
    }

    function retryOne(uint256 id) external {
        id = bound(id, 1, TOKENS);
        Waiting memory w = waiting[id];
        if (w.messageId == 0) return;
        (Side memory from, Side memory to) = (_side(w.from), _side(w.to));
        on(to);
        try to.gateway.retry(laneBetween(from, to), w.messageId, w.message) {
            delete waiting[id];
        } catch {
            assertTrue(token.hostile(), "only the token itself may refuse");
        }
    }

    function freeze(bool frozen) external {
        token.setHostile(frozen);
    }

    // ------------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_EveryTokenIsInExactlyOnePlace() public view {
        for (uint256 id = 1; id <= TOKENS; ++id) {
            address owner = token.ownerOf(id);
            (bool inB, bool inC) = (owner == vaultAt(a, b), owner == vaultAt(a, c));
            uint256 onB = _claims(b, id);
            uint256 onC = _claims(c, id);
            assertEq(onB, inB ? 1 : 0, "claims of B on its vault");
            assertEq(onC, inC ? 1 : 0, "claims of C on its vault");
            if (!inB && !inC) assertEq(owner, ALICE, "or a holder at home");
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
        }
    }

    /// @dev Run by `forge test` like any other: an invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        this.sendOut(1, false);
        this.deliverSome(0, 2);
        this.sendHome(1, false);
        this.freeze(true);
        this.deliverSome(1, 1);
        assertTrue(waiting[1].messageId != 0);
        invariant_EveryTokenIsInExactlyOnePlace();
        this.freeze(false);
        this.retryOne(1);
        assertEq(token.ownerOf(1), ALICE);
        invariant_EveryTokenIsInExactlyOnePlace();
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev How many things stand for the token on that side: a representation, messages in flight, a parked message.
    function _claims(Side memory side, uint256 id) private view returns (uint256 n) {
        IFullRepresentation there = representation(side, a, address(token));
        if (address(there).code.length != 0 && _exists(there, id)) ++n;
        n += _inFlight(a, side, id) + _inFlight(side, a, id);
        Waiting storage w = waiting[id];
        if (w.messageId != 0 && (w.from == side.id || w.to == side.id)) ++n;
    }

    function _inFlight(Side memory from, Side memory to, uint256 id) private view returns (uint256 n) {
        bytes32 laneId = laneBetween(from, to);
        for (uint256 s = to.gateway.inboundLane(laneId).delivered; s < carried[laneId].length; ++s) {
            if (carried[laneId][s] == id) ++n;
        }
    }

    /// @dev Collection messages carry no token: 0.
    function _noteSent(Side memory from, Side memory to, uint256 id) private {
        bytes32 laneId = laneBetween(from, to);
        while (carried[laneId].length + 1 < sent[laneId].length) {
            carried[laneId].push(0);
        }
        carried[laneId].push(id);
    }

    function _exists(IFullRepresentation there, uint256 id) private view returns (bool) {
        try there.ownerOf(id) returns (address) {
            return true;
        } catch {
            return false;
        }
    }

    function _pair(uint256 lane) private view returns (Side memory from, Side memory to) {
        lane %= 4;
        if (lane == 0) return (a, b);
        if (lane == 1) return (b, a);
        if (lane == 2) return (a, c);
        return (c, a);
    }

    function _side(uint64 id) private view returns (Side memory) {
        return id == a.id ? a : id == b.id ? b : c;
    }
}
