// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICreatorCollection} from "../../src/interfaces/ICreatorCollection.sol";
import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPerBuyerCap} from "../../src/interfaces/IPerBuyerCap.sol";
import {PlainUnits} from "../mocks/PlainUnits.sol";
import {Built} from "../utils/Built.sol";
import {SaleTest} from "../utils/SaleTest.sol";

/// @title Vouchers, units, and who may buy how many
contract SellingManyTest is SaleTest {
    PlainUnits private units;
    IPerBuyerCap private cap;

    function setUp() public override {
        super.setUp();
        units = new PlainUnits();
        units.mint(SELLER, 7, 10);
        cap = Built.perBuyerCap();
        vm.startPrank(SELLER);
        units.setApprovalForAll(address(market), true);
        art.setMarket(address(market), true);
        vm.stopPrank();
    }

    // ------------------------------------------------------------------------------------------------------ VOUCHERS

    function test_AVoucherIsMadeWhenItIsBought() public {
        assertEq(buy(_voucher(100)), 2);
        assertEq(art.ownerOf(2), BUYER);
        assertEq(art.tokenURI(2), "https://art.example/work.json");
        assertEq(has(SELLER), PRICE, "creators owe themselves no royalty");
    }

    function test_AVoucherPaysItsSplit() public {
        IMarket.Order memory order = _voucher(1);
        order.payee = address(make(trio()));
        buy(order);
        assertEq(has(PAINTER), PRICE / 2);
        assertEq(has(POET), PRICE * 3 / 10);
        assertEq(has(SINGER), PRICE / 5);
    }

    function test_SeveralAreMadeAtOnce() public {
        IMarket.Order memory order = _voucher(5);
        assertEq(buy(order, some(3)), 2);
        for (uint256 id = 2; id < 5; ++id) {
            assertEq(art.ownerOf(id), BUYER);
        }
        assertEq(has(SELLER), 3 * uint256(PRICE));
        refuse(order, some(3), abi.encodeWithSelector(IMarket.CountInvalid.selector, 3, 2));
        bytes32 hash = market.orderHash(order);
        assertEq(market.soldOf(SELLER, hash), 3);
    }

    function test_ARefundOfSeveralIsThePriceOfAllOfThem() public {
        IMarket.Order memory order = _voucher(5);
        buy(order, some(3));
        IMarket.Refund memory given = IMarket.Refund(SELLER, BUYER, 2);
        bytes32 hash = market.orderHash(order);
        uint256 paid = 2 * uint256(PRICE);
        IPaymentRail.Authorization memory word =
            authorization(SELLER_KEY, paid, market.refundPurpose(hash, given), "back");
        market.refund(order, given, word);
        assertEq(has(SELLER), PRICE);
        assertEq(market.refundedOf(SELLER, hash), 2);
        vm.expectRevert(abi.encodeWithSelector(IMarket.RefundTooHigh.selector, 2, 1));
        market.refund(order, given, word);
    }

    function test_RevertWhen_WhoSignedMayNotMint() public {
        IMarket.Order memory order = _voucher(1);
        (order.seller, order.payee) = (BUYER, BUYER);
        bytes memory signature = signedBy(BUYER_KEY, order);
        IMarket.Purchase memory purchase = IMarket.Purchase(BUYER, OTHER, 1);
        IPaymentRail.Authorization memory word = paidFor(order, purchase);
        vm.expectRevert(abi.encodeWithSelector(ICreatorCollection.VoucherNotSigned.selector, BUYER));
        market.buy(order, signature, purchase, word);
    }

    function test_RevertWhen_AnotherMarketMints() public {
        vm.expectRevert(abi.encodeWithSelector(ICreatorCollection.CallerNotMarket.selector, OTHER));
        vm.prank(OTHER);
        art.mintByVoucher(SELLER, OTHER, 0, 1, "");
        vm.prank(SELLER);
        art.setMarket(address(market), false);
        refuse(
            _voucher(1), abi.encodeWithSelector(ICreatorCollection.CallerNotMarket.selector, address(market))
        );
    }

    // --------------------------------------------------------------------------------------------------------- UNITS

    function test_UnitsAreSoldInParts() public {
        IMarket.Order memory order = _units(6);
        buy(order, some(4));
        assertEq(units.balanceOf(BUYER, 7), 4);
        assertEq(has(SELLER), 4 * uint256(PRICE));
        (IMarket.State state, uint256 left) = market.stateOf(order);
        assertEq(uint8(state), uint8(IMarket.State.Open));
        assertEq(left, 2);
        refuse(order, some(3), abi.encodeWithSelector(IMarket.CountInvalid.selector, 3, 2));
    }

    function test_UnitsAreStaleWithoutApproval() public {
        vm.prank(SELLER);
        units.setApprovalForAll(address(market), false);
        refuse(_units(1), notOpen(_units(1), IMarket.State.Stale));
    }

    function test_RevertWhen_TheUnitsDoNotArrive() public {
        units.setStuck(true);
        bytes memory reason = abi.encodeWithSelector(IMarket.TokenNotReceived.selector, address(units), 7);
        refuse(_units(1), reason);
    }

    // ------------------------------------------------------------------------------------------------------ THE CAP

    function test_NoBuyerGetsMoreThanTheCap() public {
        IMarket.Order memory order = _capped(_units(6), 3);
        buy(order, some(2));
        bytes memory refusal = abi.encodeWithSelector(IMarket.PolicyRefused.selector, address(cap), BUYER);
        refuse(order, some(2), refusal);
        assertEq(cap.boughtOf(address(market), SELLER, order.policyTerms, BUYER), 2);
    }

    function test_OrdersWithTheSameTermsCountTogether() public {
        buy(_capped(_units(6), 1));
        IMarket.Order memory other = _capped(_voucher(6), 1);
        bytes memory refusal = abi.encodeWithSelector(IMarket.PolicyRefused.selector, address(cap), BUYER);
        refuse(other, refusal);
        other.policyTerms = bytes32(uint256(other.policyTerms) ^ (1 << 32));
        buy(other);
    }

    /// @dev Nobody can use up another's.
    function test_WhatIsBoughtElsewhereDoesNotCount() public {
        IMarket.Order memory order = _capped(_units(6), 1);
        bytes32 hash = market.orderHash(order);
        vm.prank(OTHER);
        cap.allowPurchase(SELLER, hash, order.policyTerms, BUYER, BUYER, 1);
        buy(order);
    }

    function test_ACapIsNotOverflown() public {
        IMarket.Order memory order = _capped(_units(6), 1);
        assertFalse(cap.allowPurchase(SELLER, 0, order.policyTerms, BUYER, BUYER, type(uint256).max));
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _voucher(uint64 quantity) private view returns (IMarket.Order memory order) {
        order = offer();
        (order.kind, order.tokenId) = (IMarket.Kind.Voucher, 0);
        (order.quantity, order.uri) = (quantity, "work.json");
    }

    function _units(uint64 quantity) private view returns (IMarket.Order memory order) {
        order = offer();
        (order.kind, order.tokenId) = (IMarket.Kind.Erc1155, 7);
        (order.collection, order.quantity) = (address(units), quantity);
    }

    function _capped(IMarket.Order memory order, uint32 most) private view returns (IMarket.Order memory) {
        order.policy = address(cap);
        order.policyTerms = bytes32(abi.encodePacked(bytes28("an edition"), most));
        return order;
    }
}
