// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {SmartAccountsOnRails} from "./SmartAccountsOnRails.sol";

/// @title What every rail does
/// @notice One test, run over each rail: whoever pays through the port need not know which it is.
abstract contract PaymentRailContract is SmartAccountsOnRails {
    bytes32 private constant CLAIM_TYPE =
        keccak256("Claim(address payee,address currency,address to,uint256 nonce,uint256 deadline)");

    // ------------------------------------------------------------------------------------------------------- PAYING

    function test_EveryPayeeGetsTheirPart() public {
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(PURPOSE, POET, currency(), 7_000);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(PURPOSE, SINGER, currency(), 5_000);
        vm.expectEmit(address(rail));
        emit IPaymentRail.PaymentMade(PURPOSE, PAYER, PAYER, currency(), INCOME, false);
        assertEq(pay(parts(POET, 7_000, SINGER, 5_000)), INCOME);
        assertEq(received(POET), 7_000);
        assertEq(received(SINGER), 5_000);
        assertEq(rail.totalCredit(currency()), 0);
    }

    function test_NobodyIsToldOfACreditWhereAllArePaid() public {
        vm.recordLogs();
        pay(parts(POET, 7_000, SINGER, 5_000));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], ICredits.Credited.selector);
            assertNotEq(logs[i].topics[0], IPaymentRail.ShareCredited.selector);
        }
        assertEq(creditOf(PAYER), 0);
    }

    function test_APayerIsAskedForTheSumAndNothingMore() public {
        uint256 before = spendable(PAYER);
        pay(parts(POET, 7_000, SINGER, 5_000));
        assertEq(spendable(PAYER), before - INCOME);
    }

    function test_OnePayeeMayHaveSeveralParts() public {
        pay(parts(POET, 1, POET, 2));
        assertEq(received(POET), 3);
    }

    function test_SixteenAreTheMost() public {
        IPaymentRail.Part[] memory list = new IPaymentRail.Part[](16);
        for (uint256 i; i < 16; ++i) {
            list[i] = IPaymentRail.Part(POET, 1, false);
        }
        assertEq(pay(list), 16);
        list = new IPaymentRail.Part[](17);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.PartCountInvalid.selector, 17));
        pay(list);
    }

    function test_RevertWhen_NobodyIsPaid() public {
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.PartCountInvalid.selector, 0));
        pay(new IPaymentRail.Part[](0));
        address[3] memory payees = [address(0), address(rail), POET];
        for (uint256 i; i < 3; ++i) {
            uint128 amount = i == 2 ? 0 : 5;
            vm.expectRevert(abi.encodeWithSelector(IPaymentRail.PartInvalid.selector, payees[i], amount));
            pay(parts(payees[i], amount));
        }
    }

    function test_RevertWhen_ThereIsTooLittle() public {
        uint128 all = uint128(spendable(PAYER));
        vm.expectRevert();
        pay(parts(POET, all, SINGER, 1));
        assertEq(received(POET), 0, "nobody is paid by half");
        pay(parts(POET, all - 1, SINGER, 1));
        assertEq(spendable(PAYER), 0);
    }

    function test_RevertWhen_TheRailDoesNotCarryTheCurrency() public {
        IPaymentRail.Payment memory made = payment(parts(POET, 1));
        made.currency = makeAddr("no money");
        vm.prank(PAYER);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.CurrencyInvalid.selector, made.currency));
        rail.pay(made, byCaller());
    }

    // ----------------------------------------------------------------------------------------------------- AGREEMENT

    function test_WhomThePayerSignedForMayPay() public {
        IPaymentRail.Authorization memory word = signedFor(INCOME);
        vm.expectEmit(address(rail));
        emit IPaymentRail.PaymentMade(PURPOSE, PAYER, SHOP, currency(), INCOME, false);
        vm.prank(SHOP);
        rail.pay(payment(parts(POET, uint128(INCOME))), word);
        assertEq(received(POET), INCOME);
        assertTrue(rail.isSaltUsed(PAYER, word.salt));
    }

    function test_AContractsWordCounts() public {
        ContractSigner wallet = new ContractSigner();
        fund(address(wallet), INCOME);
        IPaymentRail.Payment memory made = payment(parts(POET, uint128(INCOME)));
        made.payer = address(wallet);
        IPaymentRail.Authorization memory word = signedFor(INCOME);
        word.signature = "as agreed";
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, address(wallet)));
        rail.pay(made, word);
        wallet.behave(
            ContractSigner.Mode.Accept,
            digest(address(wallet), SHOP, currency(), INCOME, PURPOSE, word),
            word.signature
        );
        vm.prank(SHOP);
        rail.pay(made, word);
        assertEq(received(POET), INCOME);
    }

    function test_RevertWhen_SomebodyElsePays() public {
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.CallerNotPayer.selector, SHOP, PAYER));
        rail.pay(payment(parts(POET, 1)), byCaller());
    }

    function test_RevertWhen_AWordIsUsedTwice() public {
        IPaymentRail.Authorization memory word = signedFor(5);
        vm.startPrank(SHOP);
        rail.pay(payment(parts(POET, 5)), word);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.SaltUsed.selector, PAYER, word.salt));
        rail.pay(payment(parts(POET, 5)), word);
    }

    function test_RevertWhen_AWordWasTakenBack() public {
        IPaymentRail.Authorization memory word = signedFor(5);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SaltVoided(PAYER, word.salt);
        vm.prank(PAYER);
        rail.voidSalt(word.salt);
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.SaltUsed.selector, PAYER, word.salt));
        rail.pay(payment(parts(POET, 5)), word);
        vm.prank(PAYER);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRail.SaltUsed.selector, PAYER, word.salt));
        rail.voidSalt(word.salt);
    }

    function test_RevertWhen_AWordDoesNotCountYetOrAnyMore() public {
        IPaymentRail.Authorization memory word = signedFor(5);
        uint256[2] memory times = [word.validAfter, word.validBefore];
        for (uint256 i; i < 2; ++i) {
            vm.warp(times[i]);
            vm.prank(SHOP);
            vm.expectRevert(
                abi.encodeWithSelector(
                    IPaymentRail.AuthorizationOutOfTime.selector, word.validAfter, word.validBefore
                )
            );
            rail.pay(payment(parts(POET, 5)), word);
        }
        vm.warp(word.validBefore - 1);
        vm.prank(SHOP);
        rail.pay(payment(parts(POET, 5)), word);
    }

    /// @dev Each thing that a payer agrees to, changed.
    function test_RevertWhen_AWordWasGivenForSomethingElse() public {
        IPaymentRail.Payment memory made = payment(parts(POET, 5));
        IPaymentRail.Authorization[6] memory words = [
            signed(PAYER_KEY, OTHER, currency(), 5, PURPOSE),
            signed(PAYER_KEY, SHOP, OTHER, 5, PURPOSE),
            signed(PAYER_KEY, SHOP, currency(), 4, PURPOSE),
            signed(PAYER_KEY, SHOP, currency(), 5, "something else"),
            signed(PAINTER_KEY, SHOP, currency(), 5, PURPOSE),
            signedFor(5)
        ];
        words[5].salt = "other salt";
        for (uint256 i; i < words.length; ++i) {
            vm.prank(SHOP);
            vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAYER));
            rail.pay(made, words[i]);
        }
        vm.chainId(block.chainid + 1);
        IPaymentRail.Authorization memory word = signedFor(5);
        vm.chainId(block.chainid - 1);
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAYER));
        rail.pay(made, word);
    }

    // ------------------------------------------------------------------------------------------------------- CREDITS

    function test_WhoIsBlockedIsCreditedAndNobodyElseNotices() public {
        setBlocked(POET, true);
        vm.expectEmit(address(rail));
        emit ICredits.Credited(currency(), POET, 7_000);
        vm.expectEmit(address(rail));
        emit IPaymentRail.ShareCredited(PURPOSE, POET, currency(), 7_000);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(PURPOSE, SINGER, currency(), 5_000);
        pay(parts(POET, 7_000, SINGER, 5_000));
        assertEq(received(SINGER), 5_000);
        assertEq(received(POET), 0);
        assertEq(creditOf(POET), 7_000);
        assertEq(rail.totalCredit(currency()), 7_000);
    }

    function test_ACreditIsClaimedElsewhere() public {
        setBlocked(POET, true);
        pay(parts(POET, 7_000));
        vm.startPrank(POET);
        vm.expectRevert();
        rail.claim(currency(), POET);
        assertEq(rail.claim(currency(), SINGER), 7_000);
        assertEq(received(SINGER), 7_000);
        assertEq(creditOf(POET), 0);
        assertEq(rail.totalCredit(currency()), 0);
    }

    function test_ACreditIsPaidOnceItsPayeeIsInFavourAgain() public {
        setBlocked(POET, true);
        pay(parts(POET, 7_000));
        setBlocked(POET, false);
        vm.prank(OTHER);
        rail.claimFor(POET, currency());
        assertEq(received(POET), 7_000);
    }

    function test_ACreditIsRedirectedBySignature() public {
        setBlocked(PAINTER, true);
        pay(parts(PAINTER, 7_000));
        ICredits.Claim memory order =
            ICredits.Claim(PAINTER, currency(), SINGER, 0, block.timestamp + 1 hours);
        bytes32 digest =
            keccak256(abi.encodePacked(hex"1901", railDomain(), keccak256(abi.encode(CLAIM_TYPE, order))));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAINTER_KEY, digest);
        vm.prank(RELAYER);
        rail.claimBySignature(order, abi.encodePacked(r, s, v));
        assertEq(received(SINGER), 7_000);
        assertEq(rail.totalCredit(currency()), 0);
    }

    function test_RevertWhen_SomebodyElseClaims() public {
        setBlocked(POET, true);
        pay(parts(POET, 7_000));
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(ICredits.NothingToClaim.selector, OTHER, currency()));
        rail.claim(currency(), OTHER);
    }

    function test_RevertWhen_ThePayerIsBlocked() public {
        setBlocked(PAYER, true);
        vm.expectRevert();
        pay(parts(POET, 5));
    }

    // -------------------------------------------------------------------------------------------------------- SPLITS

    function test_ASplitsPayeesArePaidAtOnce() public {
        pay(toSplit(address(make(trio())), 101));
        assertEq(received(PAINTER), 50);
        assertEq(received(POET), 30);
        assertEq(received(SINGER), 21);
    }

    function test_ASplitsBlockedPayeeIsCreditedHere() public {
        setBlocked(POET, true);
        pay(toSplit(address(make(trio())), 100));
        assertEq(received(PAINTER), 50);
        assertEq(received(SINGER), 20);
        assertEq(creditOf(POET), 30);
    }

    function test_SplitsInSplitsArePaidAtOnce() public {
        ISplit band = make(pair(PAINTER, 1, POET, 1));
        ISplit.Share[] memory shares = pair(address(band), 1, SINGER, 1);
        shares[0].nested = true;
        pay(toSplit(address(make(shares)), 100));
        assertEq(received(PAINTER), 25);
        assertEq(received(POET), 25);
        assertEq(received(SINGER), 50);
    }

    // -------------------------------------------------------------------------------------------------------- REFUND

    function test_ARefundGivesTheBuyerMoneyToSpend() public {
        pay(parts(POET, 7_000));
        uint256 before = spendable(PAYER);
        IPaymentRail.Payment memory back = payment(parts(PAYER, 7_000));
        back.payer = POET;
        allowRail(POET, 7_000);
        vm.expectEmit(address(rail));
        emit IPaymentRail.PaymentMade(PURPOSE, POET, POET, currency(), 7_000, true);
        vm.prank(POET);
        rail.refund(back, byCaller());
        assertEq(spendable(PAYER), before + 7_000);
        assertEq(received(POET), 0);
    }

    /// @dev Lets the rail take what an account has received, where that needs leave.
    function allowRail(address account, uint256 amount) internal virtual;
}
