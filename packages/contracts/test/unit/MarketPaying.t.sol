// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {ITestYen} from "../../src/interfaces/ITestYen.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {AskingYen, FalseYen, HookedYen, HostilePayee, SilentYen, TellingYen} from "../mocks/HostileMoney.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @title Nobody's failure delays another, and no unit is lost
contract MarketPayingTest is MarketTest {
    uint256 private constant HALF = PRICE / 2;

    HostilePayee private payee;

    function setUp() public override {
        super.setUp();
        payee = new HostilePayee();
    }

    // -------------------------------------------------------------------------------------------------------- ROUNDING

    function test_TheLastPayeeGetsWhatRoundingLeaves() public {
        IFixedPriceMarket.Share[] memory shares = new IFixedPriceMarket.Share[](3);
        shares[0] = IFixedPriceMarket.Share(ARTIST, 3_333);
        shares[1] = IFixedPriceMarket.Share(POET, 3_333);
        shares[2] = IFixedPriceMarket.Share(OTHER, 3_334);
        IFixedPriceMarket.Terms memory t = terms(shares);
        t.price = 100;
        bytes32 id = list(t);
        vm.prank(BUYER);
        market.buy(id, 100, BUYER);
        assertEq(yen.balanceOf(ARTIST), 33);
        assertEq(yen.balanceOf(POET), 33);
        assertEq(yen.balanceOf(OTHER), 34);
    }

    function test_AShareOfNothingIsToldAsPaid() public {
        IFixedPriceMarket.Terms memory t = terms(split(ARTIST, 1, POET, 9_999));
        t.price = 1;
        bytes32 id = list(t);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.SharePaid(id, ARTIST, address(yen), 0);
        vm.prank(BUYER);
        market.buy(id, 1, BUYER);
        assertEq(yen.balanceOf(POET), 1);
    }

    // -------------------------------------------------------------------------------------------------- HOSTILE PAYEES

    function test_ABlockedPayeeIsCreditedAndClaimsElsewhere() public {
        TestYen blocking = new TestYen(address(this));
        useCurrency(blocking);
        blocking.setBlocked(ARTIST, true);
        bytes32 id = listed();
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.ShareCredited(id, ARTIST, address(yen), PRICE * 7 / 10);
        buy(id);
        assertEq(yen.balanceOf(POET), PRICE * 3 / 10, "everyone else is paid");
        assertEq(credited(ARTIST), PRICE * 7 / 10);

        vm.startPrank(ARTIST);
        vm.expectRevert(abi.encodeWithSelector(ITestYen.AccountBlocked.selector, ARTIST));
        market.claim(address(yen), ARTIST);
        assertEq(credited(ARTIST), PRICE * 7 / 10, "a failed claim keeps the credit");

        vm.expectEmit(address(market));
        emit IFixedPriceMarket.CreditClaimed(ARTIST, address(yen), OTHER, PRICE * 7 / 10);
        assertEq(market.claim(address(yen), OTHER), PRICE * 7 / 10);
        assertEq(yen.balanceOf(OTHER), PRICE * 7 / 10);
        assertEq(credited(ARTIST), 0);
        assertEq(yen.balanceOf(address(market)), 0);

        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.NothingToClaim.selector, ARTIST, address(yen))
        );
        market.claim(address(yen), OTHER);
    }

    function test_RevertWhen_SomebodyElseClaims() public {
        TestYen blocking = new TestYen(address(this));
        useCurrency(blocking);
        blocking.setBlocked(ARTIST, true);
        buy(listed());
        vm.prank(SELLER);
        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.NothingToClaim.selector, SELLER, address(yen))
        );
        market.claim(address(yen), SELLER);
    }

    function test_RevertWhen_AClaimWouldReachNobody() public {
        _creditThePayee();
        address[2] memory wrong = [address(0), address(market)];
        for (uint256 i; i < 2; ++i) {
            vm.prank(address(payee));
            vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.RecipientInvalid.selector, wrong[i]));
            market.claim(address(yen), wrong[i]);
        }
    }

    function test_ARevertingPayeeIsCredited() public {
        _isCredited(HostilePayee.Mode.Revert, HALF);
    }

    function test_APayeeThatRevertsWithAMegabyteIsCredited() public {
        _isCredited(HostilePayee.Mode.Bomb, HALF);
    }

    function test_APayeeThatBurnsGasIsCredited() public {
        _isCredited(HostilePayee.Mode.Burn, HALF);
    }

    function test_WhatAPayeeGivesBackAtOnceIsCredited() public {
        _isCredited(HostilePayee.Mode.GiveBack, HALF);
    }

    function test_APayeeThatGivesAPartBackIsCreditedThatPart() public {
        _isCredited(HostilePayee.Mode.GiveSomeBack, HALF / 3);
    }

    function test_APayeeThatGivesBackMoreLosesOnlyItsOwn() public {
        TestYen hooked = _telling(new HookedYen());
        hooked.mint(address(payee), 1);
        _isCreditedIn(hooked, HostilePayee.Mode.GiveBackMore, HALF);
        assertEq(yen.balanceOf(address(market)), HALF + 1);
    }

    function test_ASilentCurrencyIsNotBelieved() public {
        SilentYen silent = new SilentYen();
        silent.setIgnored(address(payee), true);
        _isCreditedIn(silent, HostilePayee.Mode.Accept, HALF);
        vm.prank(address(payee));
        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.PaymentInexact.selector, address(yen), HALF, 0)
        );
        market.claim(address(yen), address(payee));
    }

    function test_ACurrencyThatAnswersFalseCredits() public {
        FalseYen falsy = new FalseYen();
        falsy.setIgnored(address(payee), true);
        _isCreditedIn(falsy, HostilePayee.Mode.Accept, HALF);
    }

    /// @dev All sixteen burn what they get: the sale still ends within a block's gas, and the buyer has the token.
    function test_SixteenGasBurnersCannotStopASale() public {
        useCurrency(new HookedYen());
        IFixedPriceMarket.Share[] memory shares = new IFixedPriceMarket.Share[](16);
        for (uint256 i; i < 16; ++i) {
            HostilePayee burner = new HostilePayee();
            burner.behave(HostilePayee.Mode.Burn);
            HookedYen(address(yen)).tell(address(burner));
            shares[i] = IFixedPriceMarket.Share(address(burner), 625);
        }
        bytes32 id = list(terms(shares));
        uint256 before = gasleft();
        buy(id);
        assertLt(before - gasleft(), 3_000_000);
        assertEq(art.ownerOf(1), BUYER);
        assertEq(yen.balanceOf(address(market)), PRICE);
    }

    // ------------------------------------------------------------------------------------------------------ RE-ENTRANCY

    function test_APayeeThatReentersGainsNothing() public {
        _creditThePayee();
        bytes[4] memory calls = [
            abi.encodeCall(market.claim, (address(yen), address(payee))),
            abi.encodeCall(market.buy, (market.listingOf(address(art), 1), PRICE, address(payee))),
            abi.encodeCall(market.cancel, (market.listingOf(address(art), 1))),
            abi.encodeCall(market.list, (terms(twoShares())))
        ];
        for (uint256 i; i < calls.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            bytes32 id = list(terms(split(address(payee), 5_000, POET, 5_000)));
            payee.aim(address(market), calls[i]);
            buy(id);
            assertFalse(payee.succeeded());
            assertEq(bytes4(payee.answer()), bytes4(keccak256("ReentrancyGuardReentrantCall()")));
            vm.revertToState(snapshot);
        }
    }

    function test_AClaimThatReentersGainsNothing() public {
        _creditThePayee();
        payee.aim(address(market), abi.encodeCall(market.claim, (address(yen), address(payee))));
        vm.prank(address(payee));
        market.claim(address(yen), address(payee));
        assertFalse(payee.succeeded());
        assertEq(yen.balanceOf(address(payee)), HALF);
    }

    // -------------------------------------------------------------------------------------------------------------- GAS

    /// @dev Whatever gas the caller gives: the sale reverts, or everyone who can be paid is paid.
    function testFuzz_NobodyIsCreditedForWantOfGas(uint256 gas, bool asking) public {
        useCurrency(_telling(asking ? TellingYen(new AskingYen()) : new HookedYen()));
        payee.behave(HostilePayee.Mode.Fastidious);
        bytes32 id = list(terms(split(POET, 5_000, address(payee), 5_000)));
        gas = bound(gas, 100_000, 600_000);
        vm.prank(BUYER);
        try market.buy{gas: gas}(id, PRICE, BUYER) {
            assertEq(credited(address(payee)), 0);
            assertEq(yen.balanceOf(address(payee)), HALF);
        } catch {
            assertEq(art.ownerOf(1), SELLER);
            assertLt(gas, 500_000);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _isCredited(HostilePayee.Mode mode, uint256 amount) private {
        _isCreditedIn(_telling(new HookedYen()), mode, amount);
    }

    /// @dev The payee first, so that the next one shows whether it was delayed; then it claims to another address.
    function _isCreditedIn(TestYen currency, HostilePayee.Mode mode, uint256 amount) private {
        useCurrency(currency);
        payee.behave(mode);
        buy(list(terms(split(address(payee), 5_000, POET, 5_000))));
        assertEq(credited(address(payee)), amount);
        assertEq(yen.balanceOf(POET), HALF, "everyone else is paid");
        uint256 snapshot = vm.snapshotState();
        vm.prank(address(payee));
        market.claim(address(yen), OTHER);
        assertEq(yen.balanceOf(OTHER), amount);
        vm.revertToState(snapshot);
    }

    function _telling(TellingYen currency) private returns (TestYen) {
        currency.tell(address(payee));
        return currency;
    }

    /// @dev Leaves the payee with half a price credited, well-behaved again, and the token with the seller.
    function _creditThePayee() private {
        useCurrency(_telling(new HookedYen()));
        payee.behave(HostilePayee.Mode.Revert);
        buy(list(terms(split(address(payee), 5_000, POET, 5_000))));
        payee.behave(HostilePayee.Mode.Accept);
        vm.prank(BUYER);
        art.transferFrom(BUYER, SELLER, 1);
    }
}
