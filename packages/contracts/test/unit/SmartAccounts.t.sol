// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {SmartAccount} from "../harness/SmartAccount.sol";
import {PrepaidSaleTest} from "../utils/PrepaidSaleTest.sol";

/// @title Accounts that are contracts sell, buy and share as everybody does, for as long as their owner stands
contract SmartAccountsTest is PrepaidSaleTest {
    SmartAccount private wallet;

    function setUp() public override {
        super.setUp();
        wallet = new SmartAccount(PAINTER);
    }

    function test_ASmartAccountBuys() public {
        (IMarket.Order memory order, IMarket.Purchase memory purchase) = _purchase();
        (bytes memory signature, IPaymentRail.Authorization memory word) = _words(order, purchase);
        vm.prank(RELAYER);
        market.buy(order, signature, purchase, word);
        assertEq(art.ownerOf(1), address(wallet));
        assertEq(has(address(wallet)), 0);
        assertEq(has(SINGER), ROYALTY);
    }

    function test_RevertWhen_AnOwnerWhoWasRevokedBuys() public {
        (IMarket.Order memory order, IMarket.Purchase memory purchase) = _purchase();
        (bytes memory signature, IPaymentRail.Authorization memory word) = _words(order, purchase);
        wallet.setOwner(OTHER);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, wallet));
        market.buy(order, signature, purchase, word);
        assertEq(art.ownerOf(1), SELLER);
        assertEq(has(address(wallet)), PRICE);
    }

    function test_ASmartAccountSellsForAsLongAsItsOwnerStands() public {
        IMarket.Order memory order = offer();
        (order.seller, order.payee) = (address(wallet), address(wallet));
        vm.prank(SELLER);
        art.transferFrom(SELLER, address(wallet), 1);
        vm.prank(PAINTER);
        wallet.execute(address(art), abi.encodeCall(art.approve, (address(market), 1)));
        bytes memory signature = signedBy(PAINTER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        IMarket.Purchase memory purchase = one();
        wallet.setOwner(address(0));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderNotSigned.selector, wallet));
        market.buy(order, signature, purchase, word);
        wallet.setOwner(PAINTER);
        market.buy(order, signature, purchase, word);
        assertEq(has(address(wallet)), PRICE - ROYALTY);
    }

    function test_ASmartAccountHasItsPartOfASplit() public {
        ISplit split = paid(pair(address(wallet), 1, POET, 1), 100);
        split.distribute(address(yen));
        assertEq(got(address(wallet)), 50);
    }

    function test_ASmartAccountOwnsASplit() public {
        ISplit split = ISplit(factory.create(address(wallet), trio(), 0));
        vm.prank(PAINTER);
        wallet.execute(address(split), abi.encodeCall(split.setShares, (pair(POET, 1, SINGER, 1))));
        assertEq(split.shares()[0].payee, POET);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev The wallet has the price and has allowed the rail to take it.
    function _purchase() private returns (IMarket.Order memory order, IMarket.Purchase memory purchase) {
        order = offer();
        purchase = IMarket.Purchase(address(wallet), address(wallet), 1);
        money.mint(address(wallet), PRICE);
        vm.prank(PAINTER);
        wallet.execute(address(money), abi.encodeCall(money.approve, (address(rail), PRICE)));
    }

    function _words(IMarket.Order memory order, IMarket.Purchase memory purchase)
        private
        view
        returns (bytes memory signature, IPaymentRail.Authorization memory word)
    {
        signature = signedBy(SELLER_KEY, order);
        word = agreedAt(rail, PAINTER_KEY, order, purchase);
    }
}
