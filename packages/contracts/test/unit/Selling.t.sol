// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {HookedYen, HostilePayee} from "../mocks/HostileMoney.sol";
import {OddCollection} from "../mocks/OddCollection.sol";
import {SaleTest} from "../utils/SaleTest.sol";

/// @title What a sale moves, and to whom
contract SellingTest is SaleTest {
    // ------------------------------------------------------------------------------------------------------- MONEY

    function test_TheBuyerGetsTheTokenAndEverybodyTheirPart() public {
        IMarket.Order memory order = brought();
        bytes32 hash = market.orderHash(order);
        bytes32 purpose = market.purchasePurpose(hash, one());
        uint256 fee = PRICE / 20;
        IMarket.Money memory told;
        (told.rail, told.currency, told.paid, told.payee) = (address(rail), address(money), PRICE, SELLER);
        (told.royaltyReceiver, told.royalty) = (SINGER, ROYALTY);
        (told.intermediary, told.sponsor, told.fee) = (GALLERY, order.sponsor, fee);
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        vm.expectEmit(address(market));
        emit IMarket.Sold(hash, purpose, SELLER, BUYER, BUYER, IMarket.Kind.Erc721, address(art), 1, 1, told);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(purpose, SINGER, address(money), ROYALTY);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(purpose, GALLERY, address(money), fee);
        vm.expectEmit(address(rail));
        emit IPaymentRail.SharePaid(purpose, SELLER, address(money), PRICE - ROYALTY - fee);
        vm.prank(RELAYER);
        market.buy(order, signature, one(), word);
        assertEq(art.ownerOf(1), BUYER);
        assertEq(has(BUYER), 999 * uint256(PRICE));
        assertEq(has(address(market)) + has(address(rail)), 0);
    }

    function test_WhatIsLeftGoesToTheSellersSplit() public {
        IMarket.Order memory order = offer();
        order.payee = address(make(trio()));
        buy(order);
        uint256 rest = PRICE - ROYALTY;
        assertEq(has(PAINTER), rest / 2);
        assertEq(has(POET), rest * 3 / 10);
        assertEq(has(SINGER), rest / 5 + ROYALTY);
    }

    function test_TheRoyaltyOfASplitReachesItsPayees() public {
        OddCollection odd = _odd(address(make(trio())));
        buy(_of(odd));
        assertEq(has(PAINTER), ROYALTY / 2);
        assertEq(has(POET), ROYALTY * 3 / 10);
        assertEq(has(SELLER), PRICE - ROYALTY);
    }

    /// @dev Rounded once, as one amount.
    function test_CreatorsWhoSellTheirOwnGetRoyaltyAndProceedsAsOne() public {
        address split = address(make(trio()));
        IMarket.Order memory order = _of(_odd(split));
        (order.payee, order.price) = (split, 17);
        buy(order);
        assertEq(has(PAINTER), 8);
        assertEq(has(POET), 5);
        assertEq(has(SINGER), 4);
    }

    function test_AUnitIsDividedToo() public {
        IMarket.Order memory order = brought();
        order.price = 1;
        buy(order);
        assertEq(has(SELLER), 1);
    }

    function test_RoyaltyAndFeeMayTakeAll() public {
        IMarket.Order memory order = brought();
        order.fee = 9_000;
        buy(order);
        assertEq(has(GALLERY), PRICE * 9 / 10);
        assertEq(has(SELLER), 0);
    }

    function test_ABlockedSellerIsCreditedAndTheRoyaltyPaid() public {
        money.setBlocked(SELLER, true);
        buy(offer());
        assertEq(art.ownerOf(1), BUYER);
        assertEq(has(SINGER), ROYALTY);
        assertEq(rail.credit(SELLER, address(money)), PRICE - ROYALTY);
        vm.prank(SELLER);
        rail.claim(address(money), OTHER);
        assertEq(has(OTHER), PRICE - ROYALTY);
    }

    function test_AHostilePayeeDelaysNobody() public {
        HookedYen hooked = new HookedYen();
        useMoney(hooked);
        HostilePayee payee = new HostilePayee();
        hooked.tell(address(payee));
        payee.behave(HostilePayee.Mode.Burn);
        IMarket.Order memory order = offer();
        order.payee = address(payee);
        buy(order);
        assertEq(has(address(market)), 0);
        assertEq(has(address(rail)), rail.totalCredit(address(money)));
        assertEq(has(SINGER), ROYALTY);
    }

    // ------------------------------------------------------------------------------------------------------ ROYALTY

    function test_RevertWhen_TheCollectionAsksMoreThanTheSellerAgreedTo() public {
        IMarket.Order memory order = offer();
        order.mostRoyalty = 999;
        uint256 most = uint256(PRICE) * 999 / 10_000;
        refuse(order, abi.encodeWithSelector(IMarket.RoyaltyTooHigh.selector, ROYALTY, most));
        assertEq(art.ownerOf(1), SELLER);
    }

    function test_ACollectionThatTellsNoRoyaltyIsSoldWithout() public {
        OddCollection odd = _odd(SINGER);
        OddCollection.Mode[4] memory modes = [
            OddCollection.Mode.Revert,
            OddCollection.Mode.Short,
            OddCollection.Mode.Burn,
            OddCollection.Mode.Long
        ];
        for (uint256 i; i < modes.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            odd.behave(modes[i]);
            buy(_of(odd));
            assertEq(has(SELLER), PRICE);
            vm.revertToState(snapshot);
        }
    }

    function test_ARoyaltyForNobodyIsNone() public {
        buy(_of(_odd(address(0))));
        assertEq(has(SELLER), PRICE);
    }

    /// @dev Whatever gas the caller gives, the royalty is paid, or nothing happens.
    function testFuzz_NoRoyaltyIsLostForWantOfGas(uint256 gas) public {
        IMarket.Order memory order = offer();
        bytes memory signature = signedBy(SELLER_KEY, order);
        IMarket.Purchase memory purchase = one();
        IPaymentRail.Authorization memory word = paidFor(order, purchase);
        gas = bound(gas, 50_000, 900_000);
        try market.buy{gas: gas}(order, signature, purchase, word) {
            assertEq(has(SINGER), ROYALTY);
            assertEq(has(SELLER), PRICE - ROYALTY);
        } catch {
            assertEq(art.ownerOf(1), SELLER);
            assertEq(has(SINGER), 0);
        }
    }

    // -------------------------------------------------------------------------------------------------------- GOODS

    function test_TheRecipientMayBeAnother() public {
        buy(offer(), IMarket.Purchase(BUYER, POET, 1));
        assertEq(art.ownerOf(1), POET);
    }

    function test_RevertWhen_NobodyWouldGetTheToken() public {
        address[3] memory wrong = [address(0), address(market), SELLER];
        for (uint256 i; i < 3; ++i) {
            bytes memory reason = abi.encodeWithSelector(IMarket.RecipientInvalid.selector, wrong[i]);
            refuse(offer(), IMarket.Purchase(BUYER, wrong[i], 1), reason);
        }
    }

    function test_RevertWhen_TheTokenDoesNotArrive() public {
        OddCollection odd = _odd(SINGER);
        odd.setStuck(true);
        refuse(_of(odd), abi.encodeWithSelector(IMarket.TokenNotReceived.selector, address(odd), 1));
        assertEq(has(BUYER), 1_000 * uint256(PRICE), "and nothing is paid");
    }

    function test_RevertWhen_TheBuyerHasTooLittle() public {
        vm.prank(BUYER);
        money.transfer(OTHER, 999 * uint256(PRICE) + 1);
        IMarket.Order memory order = offer();
        bytes memory signature = signedBy(SELLER_KEY, order);
        IMarket.Purchase memory purchase = one();
        IPaymentRail.Authorization memory word = paidFor(order, purchase);
        vm.expectRevert();
        market.buy(order, signature, purchase, word);
        assertEq(art.ownerOf(1), SELLER);
        assertEq(has(BUYER), PRICE - 1);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev A collection whose tenth goes to somebody, and of which the seller offers token 1.
    function _odd(address receiver) private returns (OddCollection odd) {
        odd = new OddCollection();
        odd.setRoyalty(receiver, 1_000);
        odd.mint(SELLER, 1);
        vm.prank(SELLER);
        odd.approve(address(market), 1);
    }

    function _of(OddCollection odd) private view returns (IMarket.Order memory order) {
        order = offer();
        order.collection = address(odd);
    }
}
