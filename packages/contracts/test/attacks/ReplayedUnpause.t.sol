// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ActLib} from "../../src/libraries/ActLib.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title A replayed unpause: what lifted one pause is brought again against the next, which is there for a reason
/// @notice A lift binds the council's nonce, the chain, the gateway and what it lifts. It lifts once, and nothing after any
/// other act of the council.
contract ReplayedUnpauseTest is CouncilTest {
    address private constant COLLECTION = address(0xbeef);

    uint40 private start;

    function setUp() public override {
        super.setUp();
        start = uint40(block.timestamp);
        on(a);
    }

    function test_WhatLiftedOnePauseDoesNotLiftTheNext() public {
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        bytes memory lifting = decide(a, ActLib.liftPause(nonce(a), b.id, NOBODY));
        a.gateway.liftPause(b.id, NOBODY, lifting);
        assertEq(_pausedUntil(), 0);
        pauseBy(keys[1], a, b.id, NOBODY, 1 hours);
        _expectNotLifted(a, b.id, NOBODY, lifting);
        assertEq(_pausedUntil(), start + 1 hours);
    }

    /// @dev Nor does one for another chain, another collection, another gateway, or all of them.
    function test_WhatLiftsSomethingElseDoesNotLiftThis() public {
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        uint64 n = nonce(a);
        _expectNotLifted(a, b.id, NOBODY, decide(a, ActLib.liftPause(n, c.id, NOBODY)));
        _expectNotLifted(a, b.id, NOBODY, decide(a, ActLib.liftPause(n, 0, NOBODY)));
        _expectNotLifted(a, b.id, NOBODY, decide(a, ActLib.liftPause(n, 0, COLLECTION)));
        _expectNotLifted(a, 0, NOBODY, decide(a, ActLib.liftPause(n, b.id, NOBODY)));
        // Both gateways have the same nonce, and a lane to C.
        assertEq(nonce(b), n);
        _expectNotLifted(b, c.id, NOBODY, decide(a, ActLib.liftPause(n, c.id, NOBODY)));
        assertEq(_pausedUntil(), start + 1 hours);
    }

    /// @dev Nor does a validator's own pause, brought again, stand for its lifting; the shortest one shortens nothing.
    function test_NoPauseLiftsAPause() public {
        pauseBy(keys[0], a, b.id, NOBODY, 2 hours);
        pauseBy(keys[1], a, b.id, NOBODY, 1);
        pauseBy(keys[2], a, 0, NOBODY, 1);
        bytes memory signatures = decide(a, ActLib.extendPause(nonce(a), b.id, NOBODY, start + 1));
        a.gateway.extendPause(b.id, NOBODY, start + 1, signatures);
        assertEq(_pausedUntil(), start + 2 hours);
    }

    /// @dev A lift that was signed and kept back is good as long as nothing else was decided: that is what a nonce is. Whatever
    /// the council decides next voids it, and so does extending the pause that it was kept for.
    function test_ALiftThatWasKeptBackIsVoidAfterAnyOtherAct() public {
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        bytes memory kept = decide(a, ActLib.liftPause(nonce(a), b.id, NOBODY));
        skip(1 hours);
        pauseBy(keys[1], a, b.id, NOBODY, 2 hours);
        bytes memory signatures = decide(a, ActLib.extendPause(nonce(a), b.id, NOBODY, start + 3 * DAY));
        a.gateway.extendPause(b.id, NOBODY, start + 3 * DAY, signatures);
        _expectNotLifted(a, b.id, NOBODY, kept);
        assertEq(_pausedUntil(), start + 3 * DAY);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _pausedUntil() private view returns (uint40) {
        return a.gateway.outboundLane(laneBetween(a, b)).pausedUntil;
    }

    function _expectNotLifted(Side memory at, uint64 chainId, address collection, bytes memory signatures)
        private
    {
        on(at);
        vm.expectPartialRevert(UNSIGNED);
        at.gateway.liftPause(chainId, collection, signatures);
        on(a);
    }
}
