// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {Built} from "../utils/Built.sol";
import {PaymentRailContract} from "./PaymentRailContract.sol";

/// @title The rail of prepaid yen
contract PrepaidRailTest is PaymentRailContract {
    uint96 private constant LIMIT = 2_000_000;

    IPrepaidRail private ledger;
    uint256 private _deposits;

    function setUp() public override {
        super.setUp();
        ledger = Built.prepaidRail(factory, address(this), LIMIT);
        rail = ledger;
        address[5] memory accounts = [PAYER, PAINTER, POET, SINGER, SHOP];
        for (uint256 i; i < accounts.length; ++i) {
            ledger.setStatus(accounts[i], IPrepaidRail.Status.Open);
        }
        fund(PAYER, 100 * INCOME);
    }

    function currency() internal view override returns (address) {
        return address(ledger);
    }

    function received(address account) internal view override returns (uint256) {
        return ledger.accountOf(account).receivable;
    }

    function spendable(address account) internal view override returns (uint256) {
        return ledger.accountOf(account).spendable;
    }

    function setBlocked(address account, bool on) internal override {
        ledger.setStatus(account, on ? IPrepaidRail.Status.Frozen : IPrepaidRail.Status.Open);
    }

    function fund(address account, uint256 amount) internal override {
        if (ledger.accountOf(account).status == IPrepaidRail.Status.None) setBlocked(account, false);
        ledger.topUp(account, amount, bytes32(++_deposits));
    }

    function allowRail(address, uint256) internal override {}

    // ------------------------------------------------------------------------------------------------------ DEPOSITS

    function test_ADepositIsBookedOnce() public {
        vm.expectEmit(address(ledger));
        emit IPrepaidRail.ToppedUp(POET, 500, "deposit");
        ledger.topUp(POET, 500, "deposit");
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.FundingUsed.selector, bytes32("deposit")));
        ledger.topUp(POET, 500, "deposit");
        assertEq(spendable(POET), 500);
    }

    function test_RevertWhen_AnAccountWouldHoldTooMuch() public {
        ledger.topUp(POET, LIMIT - 1, "first");
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.HoldingTooHigh.selector, POET, 2, uint256(LIMIT)));
        ledger.topUp(POET, 2, "second");
        ledger.topUp(POET, 1, "second");
        vm.expectRevert();
        ledger.topUp(SINGER, type(uint256).max, "third");
    }

    function test_RevertWhen_ADepositIsForNobodyOrNothing() public {
        vm.expectRevert(
            abi.encodeWithSelector(IPrepaidRail.AccountNotOpen.selector, OTHER, IPrepaidRail.Status.None)
        );
        ledger.topUp(OTHER, 1, "deposit");
        vm.expectRevert(IPrepaidRail.AmountInvalid.selector);
        ledger.topUp(POET, 0, "deposit");
    }

    function test_RevertWhen_NotTheIssuerBooks() public {
        bytes[4] memory calls = [
            abi.encodeCall(ledger.topUp, (POET, 1, "deposit")),
            abi.encodeCall(ledger.setStatus, (POET, IPrepaidRail.Status.Frozen)),
            abi.encodeCall(ledger.confirmSettlement, (1, "bank")),
            abi.encodeCall(ledger.refuseSettlement, (1, "reason"))
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(OTHER);
            (bool ok, bytes memory answer) = address(ledger).call(calls[i]);
            assertFalse(ok);
            assertEq(answer, abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, OTHER));
        }
    }

    // ------------------------------------------------------------------------------------------------------ PAYMENTS

    function test_WhatWasReceivedCannotBeSpent() public {
        pay(parts(POET, 500));
        vm.prank(POET);
        IPaymentRail.Payment memory made = payment(parts(SINGER, 1));
        made.payer = POET;
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.BalanceTooLow.selector, POET, 0, 1));
        rail.pay(made, byCaller());
    }

    function test_WhoHasNoAccountIsCreditedUntilOneIsOpen() public {
        pay(parts(OTHER, 500));
        assertEq(creditOf(OTHER), 500);
        vm.expectRevert();
        rail.claimFor(OTHER, currency());
        ledger.setStatus(OTHER, IPrepaidRail.Status.Open);
        rail.claimFor(OTHER, currency());
        assertEq(received(OTHER), 500);
    }

    function test_RevertWhen_NoCurrencyCouldCheckTheWord() public {
        IPaymentRail.Authorization memory word;
        word.agreement = IPaymentRail.Agreement.Currency;
        vm.prank(PAYER);
        vm.expectRevert(
            abi.encodeWithSelector(IPaymentRail.AgreementInvalid.selector, IPaymentRail.Agreement.Currency)
        );
        rail.pay(payment(parts(POET, 1)), word);
    }

    // -------------------------------------------------------------------------------------------------------- SPLITS

    function test_WhatWasPaidToASplitBeforeItStoodIsDividedLater() public {
        address split = factory.splitOf(address(0), trio(), 0);
        pay(toSplit(split, 101));
        assertEq(creditOf(split), 101);
        vm.expectRevert(
            abi.encodeWithSelector(IPrepaidRail.AccountNotOpen.selector, split, IPrepaidRail.Status.None)
        );
        rail.claimFor(split, currency());
        make(trio());
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(0, PAINTER, currency(), 50);
        vm.expectEmit(address(rail));
        emit ICredits.CreditClaimed(currency(), split, split, 101);
        vm.recordLogs();
        vm.prank(OTHER);
        assertEq(rail.claimFor(split, currency()), 101);
        assertEq(vm.getRecordedLogs().length, 4, "nobody is told of a credit");
        assertEq(received(PAINTER), 50);
        assertEq(received(POET), 30);
        assertEq(received(SINGER), 21);
        assertEq(rail.totalCredit(currency()), 0);
    }

    function test_ALongSplitIsDividedWhenItIsAskedTo() public {
        address split = address(make(crowd(500)));
        pay(toSplit(split, uint128(INCOME)));
        assertEq(creditOf(split), INCOME);
        rail.claimFor(split, currency());
        assertEq(creditOf(split), 0);
        uint256 sum;
        for (uint256 i; i < 500; ++i) {
            sum += creditOf(member(i));
        }
        assertEq(sum, INCOME, "nobody of them has an account");
        assertEq(rail.totalCredit(currency()), INCOME);
    }

    function test_HoweverDeepSplitsAreInEachOtherEverybodyIsPaid() public {
        ISplit outer = make(pair(POET, 1, SINGER, 1));
        ISplit waits;
        for (uint256 level = 1; level < 7; ++level) {
            outer = make(_nested(outer));
            if (level == 2) waits = outer;
        }
        pay(toSplit(address(outer), 12_800));
        assertEq(received(PAINTER) + rail.totalCredit(currency()), 12_800, "four levels at once");
        assertEq(creditOf(address(waits)), 800);
        rail.claimFor(address(waits), currency());
        assertEq(rail.totalCredit(currency()), 0);
        assertEq(received(POET) + received(SINGER), 200);
        assertEq(received(PAINTER), 12_600);
    }

    function test_WhoIsFrozenIsCreditedWhenASplitIsDividedLater() public {
        address split = factory.splitOf(address(0), trio(), 0);
        pay(toSplit(split, 100));
        make(trio());
        setBlocked(POET, true);
        vm.expectEmit(address(rail));
        emit IPaymentRail.ShareCredited(0, POET, currency(), 30);
        rail.claimFor(split, currency());
        assertEq(received(PAINTER), 50);
        assertEq(creditOf(POET), 30);
        assertEq(rail.totalCredit(currency()), 30);
    }

    function test_ACreditIsRedirectedToASplit() public {
        setBlocked(POET, true);
        pay(parts(POET, 100));
        setBlocked(POET, false);
        address split = address(make(pair(PAINTER, 1, SINGER, 1)));
        vm.prank(POET);
        rail.claim(currency(), split);
        assertEq(received(PAINTER), 50);
        assertEq(received(SINGER), 50);
    }

    /// @dev What was given back is to spend; what is divided after it in the same transaction was received.
    function test_ADivisionAfterARefundIsOfMoneyReceived() public {
        address split = factory.splitOf(address(0), trio(), 0);
        pay(parts(POET, 50, split, 100));
        make(trio());
        IPaymentRail.Payment memory back = payment(parts(PAYER, 50));
        back.payer = POET;
        vm.prank(POET);
        rail.refund(back, byCaller());
        rail.claimFor(split, currency());
        assertEq(received(PAINTER), 50);
        assertEq(spendable(PAINTER), 0);
    }

    /// @dev Anybody can write any list. What it says that the ledger itself gets goes back, and all is in the books.
    function test_WhatAListGivesToTheLedgerIsNotLost() public {
        uint256 before = spendable(PAYER);
        ISplit.Share[] memory shares = pair(address(ledger), 1, POET, 3);
        address split = factory.splitOf(address(0), shares, 0);
        pay(parts(split, 100));
        make(shares);
        pay(toSplit(split, 100));
        assertEq(received(POET), 75);
        assertEq(creditOf(PAYER), 25);
        rail.claimFor(split, currency());
        assertEq(received(POET), 150);
        assertEq(creditOf(split), 25);
        assertEq(creditOf(address(ledger)), 0);
        address other = factory.splitOf(address(0), shares, "other");
        pay(parts(other, 4));
        factory.create(address(0), shares, "other");
        rail.claimFor(other, currency());
        assertEq(creditOf(other), 1, "to the unit");
        uint256 booked = received(POET) + spendable(PAYER) + rail.totalCredit(currency());
        assertEq(rail.totalCredit(currency()), 51);
        assertEq(booked, before);
        assertEq(booked, ledger.outstanding());
    }

    /// @dev A clone of a split with no list behind it that anybody could be paid by.
    function test_AForgedSplitKeepsItsCredit() public {
        address forged = Clones.cloneWithImmutableArgs(factory.implementation(), abi.encodePacked(uint8(0)));
        pay(toSplit(forged, 100));
        rail.claimFor(forged, currency());
        assertEq(creditOf(forged), 100);
        assertEq(rail.totalCredit(currency()), 100);
    }

    function _nested(ISplit inner) private view returns (ISplit.Share[] memory shares) {
        shares = pair(address(inner), 1, PAINTER, 1);
        shares[0].nested = true;
    }

    // ---------------------------------------------------------------------------------------------------- SETTLEMENTS

    function test_WhatWasReceivedIsSettledByBank() public {
        pay(parts(POET, 500));
        vm.expectEmit(address(ledger));
        emit IPrepaidRail.SettlementRequested(1, POET, 400);
        vm.prank(POET);
        assertEq(ledger.requestSettlement(400), 1);
        assertEq(received(POET), 100);
        uint256 owed = ledger.outstanding();
        ledger.confirmSettlement(1, "bank");
        assertEq(ledger.outstanding(), owed - 400);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.SettlementUnknown.selector, 1));
        ledger.confirmSettlement(1, "bank");
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.SettlementUnknown.selector, 1));
        ledger.refuseSettlement(1, "late");
    }

    function test_ARefusedSettlementGivesTheClaimBack() public {
        pay(parts(POET, 500));
        vm.prank(POET);
        ledger.requestSettlement(500);
        ledger.setStatus(POET, IPrepaidRail.Status.Frozen);
        ledger.refuseSettlement(1, "account closed");
        assertEq(received(POET), 500, "even while the account is frozen");
    }

    function test_RevertWhen_MoreIsSettledThanWasReceived() public {
        pay(parts(POET, 500));
        vm.startPrank(POET);
        vm.expectRevert(abi.encodeWithSelector(IPrepaidRail.BalanceTooLow.selector, POET, 500, 501));
        ledger.requestSettlement(501);
        vm.expectRevert(IPrepaidRail.AmountInvalid.selector);
        ledger.requestSettlement(0);
        vm.stopPrank();
        vm.prank(OTHER);
        vm.expectRevert();
        ledger.requestSettlement(1);
    }
}
