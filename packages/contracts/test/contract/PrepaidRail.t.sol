// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
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
