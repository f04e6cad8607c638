// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {
    AskingYen,
    FalseYen,
    FeeYen,
    GreedyYen,
    HookedYen,
    HostilePayee,
    SilentYen,
    TellingYen
} from "../mocks/HostileMoney.sol";
import {Built} from "../utils/Built.sol";
import {PaymentRailContract} from "./PaymentRailContract.sol";

/// @title The rail for ERC-20 tokens
contract Erc20RailTest is PaymentRailContract {
    bytes32 private constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    TestYen internal money;

    function setUp() public override {
        super.setUp();
        rail = Built.erc20Rail(factory);
        useMoney(new TestYen(address(this)));
    }

    function useMoney(TestYen money_) internal {
        money = money_;
        fund(PAYER, 100 * INCOME);
    }

    function currency() internal view override returns (address) {
        return address(money);
    }

    function received(address account) internal view override returns (uint256) {
        return money.balanceOf(account);
    }

    function spendable(address account) internal view override returns (uint256) {
        return money.balanceOf(account);
    }

    function setBlocked(address account, bool on) internal override {
        money.setBlocked(account, on);
    }

    function fund(address account, uint256 amount) internal override {
        vm.prank(money.owner());
        money.mint(account, amount);
        allowRail(account, type(uint256).max);
    }

    function allowRail(address account, uint256 amount) internal override {
        vm.prank(account);
        money.approve(address(rail), amount);
    }

    // ------------------------------------------------------------------------------------------------------ ERC-3009

    function test_AnAuthorizationPaysWithoutAllowance() public {
        allowRail(PAYER, 0);
        IPaymentRail.Authorization memory word = _authorization(SHOP, 5);
        vm.prank(SHOP);
        rail.pay(payment(parts(POET, 5)), word);
        assertEq(received(POET), 5);
    }

    function test_RevertWhen_AnAuthorizationIsCarriedByAnother() public {
        IPaymentRail.Authorization memory word = _authorization(SHOP, 5);
        vm.prank(OTHER);
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        rail.pay(payment(parts(POET, 5)), word);
    }

    function test_RevertWhen_AnAuthorizationIsUsedTwice() public {
        IPaymentRail.Authorization memory word = _authorization(SHOP, 5);
        vm.startPrank(SHOP);
        rail.pay(payment(parts(POET, 5)), word);
        vm.expectRevert();
        rail.pay(payment(parts(POET, 5)), word);
    }

    function test_RevertWhen_AnAuthorizationsSignatureHasNotItsLength() public {
        IPaymentRail.Authorization memory word = _authorization(SHOP, 5);
        word.signature = new bytes(64);
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAYER));
        rail.pay(payment(parts(POET, 5)), word);
    }

    // ---------------------------------------------------------------------------------------------------------- YEN

    function test_WhoIsNotRegisteredIsCreditedAboveTheLimit() public {
        money.setFreeLimit(100);
        vm.prank(PAYER);
        vm.expectRevert();
        rail.pay(payment(parts(POET, 101)), byCaller());
        money.setRegistered(PAYER, true);
        money.setRegistered(address(rail), true);
        pay(parts(POET, 101, SINGER, 100));
        assertEq(creditOf(POET), 101);
        assertEq(received(SINGER), 100);
        money.setRegistered(POET, true);
        rail.claimFor(POET, currency());
        assertEq(received(POET), 101);
    }

    function test_WhileTheYenIsPausedNothingIsPaidAndNothingIsLost() public {
        setBlocked(POET, true);
        pay(parts(POET, 7));
        money.setPaused(true);
        vm.expectRevert();
        pay(parts(SINGER, 7));
        vm.prank(POET);
        vm.expectRevert();
        rail.claim(currency(), SINGER);
        assertEq(creditOf(POET), 7);
        money.setPaused(false);
        vm.prank(POET);
        rail.claim(currency(), SINGER);
        assertEq(received(SINGER), 7);
    }

    // ------------------------------------------------------------------------------------------------- HOSTILE MONEY

    function test_RevertWhen_TheCurrencyTakesAFee() public {
        useMoney(new FeeYen());
        vm.expectRevert(
            abi.encodeWithSelector(ICredits.PaymentInexact.selector, currency(), INCOME, INCOME * 99 / 100)
        );
        pay(parts(POET, uint128(INCOME)));
    }

    function test_RevertWhen_TheCurrencyTakesWhatIsCredited() public {
        GreedyYen greedy = new GreedyYen();
        useMoney(greedy);
        vm.prank(greedy.owner());
        greedy.setBlocked(POET, true);
        pay(parts(POET, 10));
        greedy.setGreedy(true);
        vm.expectRevert(abi.encodeWithSelector(ICredits.PaymentInexact.selector, greedy, 10, 9));
        pay(parts(SINGER, 10));
        assertEq(creditOf(POET), 10);
        assertEq(money.balanceOf(address(rail)), 10);
    }

    function test_ACurrencyThatAnswersFalseCredits() public {
        FalseYen falsy = new FalseYen();
        useMoney(falsy);
        falsy.setIgnored(POET, true);
        pay(parts(POET, 10, SINGER, 5));
        assertEq(creditOf(POET), 10);
        assertEq(received(SINGER), 5);
    }

    function test_WhatACurrencyOnlyPretendsToPayIsThePayersAgain() public {
        SilentYen silent = new SilentYen();
        useMoney(silent);
        silent.setIgnored(POET, true);
        pay(parts(POET, 10, SINGER, 5));
        assertEq(creditOf(PAYER), 10);
        assertEq(received(SINGER), 5);
        pay(parts(POET, 1));
        assertEq(creditOf(PAYER), 11, "to the unit");
        assertEq(money.balanceOf(address(rail)), rail.totalCredit(currency()));
    }

    // ------------------------------------------------------------------------------------------------ HOSTILE PAYEES

    function test_AHostilePayeeIsCredited() public {
        HostilePayee payee = _hostile();
        HostilePayee.Mode[3] memory modes =
            [HostilePayee.Mode.Revert, HostilePayee.Mode.Bomb, HostilePayee.Mode.Burn];
        for (uint256 i; i < modes.length; ++i) {
            payee.behave(modes[i]);
            pay(parts(address(payee), 10, SINGER, 5));
            assertEq(creditOf(address(payee)), 10 * (i + 1));
            assertEq(received(SINGER), 5 * (i + 1));
        }
    }

    /// @dev Whatever gas the caller gives: the payment reverts, or everyone who can be paid is paid.
    function testFuzz_NobodyIsCreditedForWantOfGas(uint256 gas, bool asking) public {
        TellingYen telling = asking ? TellingYen(new AskingYen()) : new HookedYen();
        useMoney(telling);
        HostilePayee payee = new HostilePayee();
        telling.tell(address(payee));
        payee.behave(HostilePayee.Mode.Fastidious);
        IPaymentRail.Payment memory made = payment(parts(SINGER, 5, address(payee), 10));
        gas = bound(gas, 60_000, 500_000);
        vm.prank(PAYER);
        try rail.pay{gas: gas}(made, byCaller()) {
            assertEq(creditOf(address(payee)), 0);
            assertEq(received(address(payee)), 10);
        } catch {
            assertEq(received(SINGER), 0);
        }
    }

    /// @dev All sixteen burn what they get: the payment still ends within a block's gas.
    function test_SixteenGasBurnersCannotStopAPayment() public {
        HookedYen hooked = new HookedYen();
        useMoney(hooked);
        IPaymentRail.Part[] memory list = new IPaymentRail.Part[](16);
        for (uint256 i; i < 16; ++i) {
            HostilePayee burner = new HostilePayee();
            burner.behave(HostilePayee.Mode.Burn);
            hooked.tell(address(burner));
            list[i] = IPaymentRail.Part(address(burner), 10, false);
        }
        uint256 before = gasleft();
        pay(list);
        assertLt(before - gasleft(), 3_000_000);
        assertEq(rail.totalCredit(currency()), 160);
    }

    function test_WhatAPayeeGivesBackIsThePayers() public {
        HostilePayee payee = _hostile();
        payee.behave(HostilePayee.Mode.GiveBack);
        pay(parts(address(payee), 10, SINGER, 5));
        assertEq(creditOf(PAYER), 10);
        assertEq(creditOf(address(payee)), 0);
        assertEq(money.balanceOf(address(rail)), 10);
    }

    function test_APayeeThatReentersGainsNothing() public {
        HostilePayee payee = _hostile();
        setBlockedBy(money, POET);
        pay(parts(POET, 7));
        bytes[3] memory calls = [
            abi.encodeCall(rail.claim, (currency(), OTHER)),
            abi.encodeCall(rail.claimFor, (POET, currency())),
            abi.encodeCall(rail.pay, (payment(parts(OTHER, 1)), byCaller()))
        ];
        for (uint256 i; i < calls.length; ++i) {
            payee.aim(address(rail), calls[i]);
            pay(parts(address(payee), 10));
            assertFalse(payee.succeeded());
            assertEq(bytes4(payee.answer()), bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        }
    }

    /// @dev A split with more payees than a payment looks after is paid itself, and divides when asked.
    function test_ALongSplitIsPaidAsAnAccount() public {
        ISplit split = make(crowd(65));
        pay(toSplit(address(split), uint128(INCOME)));
        assertEq(received(address(split)), INCOME);
        split.distribute(currency());
        assertEq(received(address(split)), 0);
        ISplit shorter = make(crowd(64));
        pay(toSplit(address(shorter), uint128(INCOME)));
        assertEq(received(address(shorter)), 0);
    }

    /// @dev Only a rail that keeps its own books is its own currency: by this the market knows what cannot travel.
    function test_RevertWhen_TheCurrencyIsTheRailItself() public {
        IPaymentRail.Payment memory made = payment(parts(POET, 1));
        made.currency = address(rail);
        vm.prank(PAYER);
        vm.expectRevert();
        rail.pay(made, byCaller());
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function setBlockedBy(TestYen yen_, address account) private {
        vm.prank(yen_.owner());
        yen_.setBlocked(account, true);
    }

    function _hostile() private returns (HostilePayee payee) {
        HookedYen hooked = new HookedYen();
        useMoney(hooked);
        payee = new HostilePayee();
        hooked.tell(address(payee));
    }

    function _authorization(address caller, uint256 amount)
        private
        view
        returns (IPaymentRail.Authorization memory word)
    {
        word.agreement = IPaymentRail.Agreement.Currency;
        word.validBefore = block.timestamp + 1 hours;
        word.salt = "salt";
        bytes32 nonce = rail.authorizationNonce(caller, PURPOSE, word.salt);
        bytes32 hash =
            keccak256(abi.encode(RECEIVE_TYPE, PAYER, address(rail), amount, 0, word.validBefore, nonce));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", money.DOMAIN_SEPARATOR(), hash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAYER_KEY, digest);
        word.signature = abi.encodePacked(r, s, v);
    }
}
