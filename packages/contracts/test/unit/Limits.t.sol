// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title How much may arrive in a window, and which money is listed
contract LimitsTest is CouncilTest {
    uint88 internal constant NO_LIMIT = type(uint88).max;

    CreatorCollection internal token;
    bytes32 internal lane;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i = 1; i < 5; ++i) {
            on(a);
            token.mint(ALICE, "");
            send(a, b, address(token), i, ALICE);
        }
        lane = laneBetween(a, b);
    }

    // -------------------------------------------------------------------------------------------------------- LIMITS

    function test_WhatIsBeyondALimitParksUntilTheWindowOpens() public {
        address there = b.gateway.representationOf(a.id, address(token), 1);
        _setLimit(b, there, 2, 60);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 2);
        uint256 opens = block.timestamp + 1 hours;
        vm.expectRevert(abi.encodeWithSelector(ICustody.LimitReached.selector, there, opens));
        b.gateway.retry(lane, headAt(lane, 4), sent[lane][3]);
        vm.warp(opens);
        b.gateway.retry(lane, headAt(lane, 4), sent[lane][3]);
        b.gateway.retry(lane, headAt(lane, 5), sent[lane][4]);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 4);
    }

    function test_ADefaultIsForCollectionsThatHaveNone() public {
        bytes memory signatures = decide(b, ActLib.setDefaultLimit(nonce(b), 3, 60));
        on(b);
        vm.expectEmit(address(b.gateway));
        emit ICouncil.LimitChanged(NOBODY, 3, 60);
        b.gateway.setDefaultLimit(3, 60, signatures);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 3);
        address there = b.gateway.representationOf(a.id, address(token), 1);
        _setLimit(b, there, NO_LIMIT, 60);
        b.gateway.retry(lane, headAt(lane, 5), sent[lane][4]);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 4);
    }

    /// @dev What was announced before has its own limit by then, and keeps it.
    function test_ACollectionHasTheDefaultOfTheTimeItIsAnnounced() public {
        deliver(a, b, 1, 1);
        address there = b.gateway.representationOf(a.id, address(token), 1);
        bytes memory signatures = decide(b, ActLib.setDefaultLimit(nonce(b), 3, 60));
        b.gateway.setDefaultLimit(3, 60, signatures);
        ICustody.Meter memory meter = ICustody(b.gateway.custody()).meterOf(there);
        assertEq(meter.cap, NO_LIMIT);
        assertEq(meter.windowMinutes, 60);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 4);
        // At home too, where its tokens were sent from before.
        signatures = decide(a, ActLib.setDefaultLimit(nonce(a), 3, 60));
        on(a);
        a.gateway.setDefaultLimit(3, 60, signatures);
        assertEq(ICustody(a.gateway.custody()).meterOf(address(token)).cap, NO_LIMIT);
    }

    /// @dev A limit that lets nothing through would take the exit away.
    function test_RevertWhen_ALimitWouldStopEverything() public {
        on(b);
        _expectLimitRefused(address(token), 0, 60);
        _expectLimitRefused(address(token), 1, 0);
        _expectLimitRefused(NOBODY, 1, 60);
        bytes memory signatures = decide(b, ActLib.setDefaultLimit(nonce(b), 0, 60));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        b.gateway.setDefaultLimit(0, 60, signatures);
    }

    function testFuzz_RevertWhen_AnythingElseWasSigned(address other, uint88 cap, uint16 window) public {
        vm.assume(other != NOBODY && cap != 0 && window != 0 && (other != address(token) || cap != 5));
        bytes memory signatures = decide(b, ActLib.setLimit(nonce(b), address(token), 5, 60));
        on(b);
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.setLimit(other, cap, window, signatures);
    }

    // --------------------------------------------------------------------------------------------------------- MONEY

    function test_MoneyIsSentWhileItIsListedAndComesHomeAlways() public {
        TestYen money = new TestYen(address(this));
        IOutbox.SendRequest memory r = _money(money, 100);
        on(a);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotListed.selector, address(money)));
        a.gateway.send(r);

        _list(address(money), 2, 1_000);
        assertEq(ICustody(a.gateway.custody()).meterOf(address(money)).cap, 1_000);
        vm.prank(ALICE);
        a.gateway.send(r);
        collect();
        deliverAll(a, b);

        _list(address(money), 0, 0);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotListed.selector, address(money)));
        a.gateway.send(r);

        IOutbox.SendRequest memory back = r;
        (back.token, back.destinationChainId) = (b.gateway.representationOf(a.id, address(money), 3), a.id);
        on(b);
        vm.prank(ALICE);
        b.gateway.send(back);
        collect();
        uint256 before = money.balanceOf(ALICE);
        deliverAll(b, a);
        assertEq(money.balanceOf(ALICE), before + 100);
    }

    /// @dev More than home lets in at once could never come back in one message.
    function test_RevertWhen_MoreLeavesThanCouldComeHome() public {
        TestYen money = new TestYen(address(this));
        IOutbox.SendRequest memory r = _money(money, 101);
        _list(address(money), 2, 100);
        on(a);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.AmountOverLimit.selector, address(money), 101));
        a.gateway.send(r);
        r.amounts[0] = 100;
        a.gateway.send(r);
        vm.stopPrank();
        assertEq(money.balanceOf(vaultAt(a, b)), 100);
    }

    /// @dev Two at once are over a limit of one; one by one they may leave.
    function test_RevertWhen_MoreTokensLeaveThanCouldComeHome() public {
        on(a);
        CreatorCollection other = newCollection("https://lake.example/");
        other.mint(ALICE, "");
        other.mint(ALICE, "");
        _setLimit(a, address(other), 1, 60);
        IOutbox.SendRequest memory r = request(b, address(other), 1, ALICE);
        r.ids = new uint256[](2);
        (r.ids[0], r.ids[1]) = (1, 2);
        vm.startPrank(ALICE);
        other.setApprovalForAll(address(a.gateway), true);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.AmountOverLimit.selector, address(other), 2));
        a.gateway.send(r);
        vm.stopPrank();
        send(a, b, address(other), 1, ALICE);
        send(a, b, address(other), 2, ALICE);
    }

    function test_RevertWhen_MoneyCannotBeListed() public {
        deliverAll(a, b);
        TestYen money = new TestYen(address(this));
        _expectListingRefused(a, address(money), 1);
        _expectListingRefused(a, address(money), 5);
        _expectListingRefused(a, makeAddr("no code"), 2);
        _expectListingRefused(b, b.gateway.representationOf(a.id, address(token), 1), 2);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _money(TestYen money, uint256 amount) private returns (IOutbox.SendRequest memory r) {
        money.mint(ALICE, 10 * amount);
        vm.prank(ALICE);
        money.approve(address(a.gateway), type(uint256).max);
        r = request(b, address(money), 0, ALICE);
        r.ids = new uint256[](0);
        r.amounts = new uint256[](1);
        r.amounts[0] = amount;
    }

    function _setLimit(Side memory at, address collection, uint88 cap, uint16 window) private {
        bytes memory signatures = decide(at, ActLib.setLimit(nonce(at), collection, cap, window));
        on(at);
        vm.expectEmit(address(at.gateway));
        emit ICouncil.LimitChanged(collection, cap, window);
        at.gateway.setLimit(collection, cap, window, signatures);
    }

    function _expectLimitRefused(address collection, uint88 cap, uint16 window) private {
        bytes memory signatures = decide(b, ActLib.setLimit(nonce(b), collection, cap, window));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        b.gateway.setLimit(collection, cap, window, signatures);
    }

    function _list(address money, uint8 class, uint88 cap) private {
        bytes memory signatures = decide(a, ActLib.listToken(nonce(a), money, class, cap, 60));
        on(a);
        vm.expectEmit(address(a.gateway));
        emit ICouncil.TokenListed(money, class);
        a.gateway.listToken(money, class, cap, 60, signatures);
    }

    function _expectListingRefused(Side memory at, address money, uint8 class) private {
        bytes memory signatures = decide(at, ActLib.listToken(nonce(at), money, class, NO_LIMIT, 60));
        on(at);
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        at.gateway.listToken(money, class, NO_LIMIT, 60, signatures);
    }
}
