// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {Built} from "../utils/Built.sol";
import {SaleTest} from "../utils/SaleTest.sol";

/// @title Which orders count, and how often
contract SaleOrdersTest is SaleTest {
    // ---------------------------------------------------------------------------------------------------- SIGNATURES

    function test_TheDigestIsThatOfEip712() public view {
        IMarket.Order memory order = brought();
        (order.policy, order.policyTerms, order.buyer) = (OTHER, "terms", BUYER);
        (order.counter, order.salt, order.uri) = (3, "salt", "ipfs://uri");
        bytes memory fields = abi.encode(
            keccak256(
                "Order(uint8 kind,address seller,address collection,uint256 tokenId,uint64 quantity,address rail,address currency,uint96 price,address payee,uint16 mostRoyalty,address intermediary,uint16 fee,bytes32 sponsor,address buyer,address policy,bytes32 policyTerms,uint64 validAfter,uint64 validBefore,uint256 counter,bytes32 salt,string uri)"
            ),
            order.kind,
            order.seller,
            order.collection,
            order.tokenId,
            order.quantity,
            order.rail,
            order.currency,
            order.price,
            order.payee
        );
        bytes memory more = abi.encode(
            order.mostRoyalty,
            order.intermediary,
            order.fee,
            order.sponsor,
            order.buyer,
            order.policy,
            order.policyTerms,
            order.validAfter,
            order.validBefore,
            order.counter
        );
        bytes32 hash =
            keccak256(bytes.concat(fields, more, abi.encode(order.salt, keccak256(bytes(order.uri)))));
        assertEq(market.orderHash(order), keccak256(abi.encodePacked(hex"1901", _domain(), hash)));
    }

    function test_RevertWhen_TheSellerDidNotSign() public {
        IMarket.Order memory order = offer();
        IPaymentRail.Authorization memory word = paidFor(order, one());
        bytes[3] memory wrong = [signedBy(BUYER_KEY, order), bytes(""), new bytes(65)];
        for (uint256 i; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IMarket.OrderNotSigned.selector, SELLER));
            market.buy(order, wrong[i], one(), word);
        }
    }

    function test_AContractSellsByItsWord() public {
        ContractSigner gallery = new ContractSigner();
        vm.prank(SELLER);
        art.transferFrom(SELLER, address(gallery), 1);
        vm.prank(address(gallery));
        art.approve(address(market), 1);
        IMarket.Order memory order = offer();
        (order.seller, order.payee) = (address(gallery), address(gallery));
        gallery.behave(ContractSigner.Mode.Accept, market.orderHash(order), "as agreed");
        IPaymentRail.Authorization memory word = paidFor(order, one());
        market.buy(order, "as agreed", one(), word);
        assertEq(art.ownerOf(1), BUYER);
    }

    /// @dev Whatever somebody changes in an order, its seller did not sign it.
    function testFuzz_RevertWhen_AnOrderWasChanged(uint256 field, uint256 by) public {
        IMarket.Order memory order = offer();
        bytes memory signature = signedBy(SELLER_KEY, order);
        bytes memory words = abi.encode(order);
        // Behind the offset: twenty words, of which the first two are the kind and the seller.
        field = bound(field, 2, 19);
        by = bound(by, 1, type(uint8).max);
        assembly ("memory-safe") {
            let at := add(add(words, 0x40), mul(field, 0x20))
            mstore(at, xor(mload(at), by))
        }
        IMarket.Order memory changed = abi.decode(words, (IMarket.Order));
        IPaymentRail.Authorization memory word = paidFor(changed, one());
        vm.expectRevert();
        market.buy(changed, signature, one(), word);
        assertEq(art.ownerOf(1), SELLER);
    }

    // -------------------------------------------------------------------------------------------------------- REPLAY

    function test_RevertWhen_AnOrderIsBoughtTwice() public {
        IMarket.Order memory order = offer();
        buy(order);
        vm.prank(BUYER);
        art.transferFrom(BUYER, SELLER, 1);
        vm.prank(SELLER);
        art.approve(address(market), 1);
        refuse(order, notOpen(order, IMarket.State.Filled));
    }

    function test_RevertWhen_AnOrderIsCarriedToAnotherChainOrMarket() public {
        IMarket.Order memory order = offer();
        bytes memory signature = signedBy(SELLER_KEY, order);
        vm.chainId(block.chainid + 1);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderNotSigned.selector, SELLER));
        market.buy(order, signature, one(), word);
        vm.chainId(block.chainid - 1);
        market = Built.market();
        word = paidFor(order, one());
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderNotSigned.selector, SELLER));
        market.buy(order, signature, one(), word);
    }

    function test_AnOrderCountsWithinItsTime() public {
        IMarket.Order memory order = offer();
        order.validAfter = uint64(block.timestamp);
        refuse(order, notOpen(order, IMarket.State.Early));
        assertEq(uint8(stateOf(order)), uint8(IMarket.State.Early));
        vm.warp(order.validBefore);
        refuse(order, notOpen(order, IMarket.State.Expired));
        assertEq(uint8(stateOf(order)), uint8(IMarket.State.Expired));
        vm.warp(order.validBefore - 1);
        buy(order);
        assertEq(uint8(stateOf(order)), uint8(IMarket.State.Filled));
    }

    // -------------------------------------------------------------------------------------------------- CANCELLATION

    function test_RevertWhen_TheSellerTookItBack() public {
        IMarket.Order memory order = offer();
        bytes32 hash = market.orderHash(order);
        vm.expectEmit(address(market));
        emit IMarket.Cancelled(SELLER, hash);
        vm.prank(SELLER);
        market.cancel(hash);
        assertTrue(market.isCancelled(SELLER, hash));
        refuse(order, notOpen(order, IMarket.State.Cancelled));
    }

    function test_NobodyElseCancels() public {
        IMarket.Order memory order = offer();
        bytes32 hash = market.orderHash(order);
        vm.prank(OTHER);
        market.cancel(hash);
        buy(order);
        assertEq(art.ownerOf(1), BUYER);
    }

    function test_ASellerCancelsBySignature() public {
        IMarket.Order memory order = offer();
        bytes32 hash = market.orderHash(order);
        uint256 deadline = block.timestamp + 1 hours;
        bytes memory wrong = _cancellation(BUYER_KEY, hash, deadline);
        vm.expectRevert(abi.encodeWithSelector(IMarket.CancellationInvalid.selector, SELLER));
        market.cancelBySignature(SELLER, hash, deadline, wrong);
        bytes memory right = _cancellation(SELLER_KEY, hash, deadline);
        vm.expectRevert(abi.encodeWithSelector(IMarket.CancellationInvalid.selector, SELLER));
        market.cancelBySignature(SELLER, hash, deadline + 1, right);
        vm.prank(RELAYER);
        market.cancelBySignature(SELLER, hash, deadline, right);
        refuse(order, notOpen(order, IMarket.State.Cancelled));
    }

    function test_RevertWhen_ACancellationsTimeIsOver() public {
        bytes32 hash = market.orderHash(offer());
        uint256 deadline = block.timestamp;
        bytes memory signature = _cancellation(SELLER_KEY, hash, deadline);
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IMarket.CancellationInvalid.selector, SELLER));
        market.cancelBySignature(SELLER, hash, deadline, signature);
    }

    function test_ASellerCancelsAllAtOnce() public {
        IMarket.Order memory order = offer();
        vm.expectEmit(address(market));
        emit IMarket.CounterRaised(SELLER, 1);
        vm.prank(SELLER);
        market.cancelAll();
        refuse(order, notOpen(order, IMarket.State.Cancelled));
        order.counter = 1;
        buy(order);
        assertEq(art.ownerOf(1), BUYER);
    }

    // --------------------------------------------------------------------------------------------------------- STALE

    function test_AnOrderIsStaleWhileTheSellerHasNotTheTokenOrDidNotApprove() public {
        IMarket.Order memory order = offer();
        assertEq(uint8(stateOf(order)), uint8(IMarket.State.Open));
        vm.prank(SELLER);
        art.transferFrom(SELLER, OTHER, 1);
        refuse(order, notOpen(order, IMarket.State.Stale));
        vm.prank(OTHER);
        art.transferFrom(OTHER, SELLER, 1);
        // The approval went with the transfer: a forgotten order does not come alive.
        refuse(order, notOpen(order, IMarket.State.Stale));
        vm.prank(SELLER);
        art.setApprovalForAll(address(market), true);
        refuse(order, notOpen(order, IMarket.State.Stale));
        assertEq(uint8(stateOf(order)), uint8(IMarket.State.Stale));
    }

    // --------------------------------------------------------------------------------------------------------- TERMS

    function test_RevertWhen_AnOrderSaysNothingThatCanBeDone() public {
        IMarket.Order[9] memory wrong;
        for (uint256 i; i < wrong.length; ++i) {
            wrong[i] = i < 5 ? offer() : brought();
        }
        wrong[0].price = 0;
        wrong[1].quantity = 0;
        wrong[2].quantity = 2;
        wrong[3].payee = address(0);
        wrong[4].fee = 1;
        wrong[5].fee = 9_001;
        wrong[6].sponsor = 0;
        wrong[7].intermediary = address(0);
        (wrong[8].intermediary, wrong[8].fee) = (address(0), 0);
        for (uint256 i; i < wrong.length; ++i) {
            refuse(wrong[i], abi.encodeWithSelector(IMarket.OrderInvalid.selector));
        }
    }

    function test_AnOrderMayBeForOneBuyer() public {
        IMarket.Order memory order = offer();
        order.buyer = OTHER;
        refuse(order, abi.encodeWithSelector(IMarket.BuyerInvalid.selector, BUYER));
        order.buyer = BUYER;
        buy(order);
        assertEq(art.ownerOf(1), BUYER);
    }

    // ------------------------------------------------------------------------------------------------------ PURCHASES

    /// @dev Each thing that a buyer agrees to, changed by who carries it.
    function test_RevertWhen_APurchaseWasChanged() public {
        IMarket.Order memory order = offer();
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        vm.expectRevert();
        market.buy(order, signature, IMarket.Purchase(BUYER, OTHER, 1), word);
        vm.expectRevert();
        market.buy(order, signature, IMarket.Purchase(OTHER, BUYER, 1), word);
        IMarket.Order memory dearer = offer();
        dearer.price = PRICE + 1;
        bytes memory other = signedBy(SELLER_KEY, dearer);
        vm.expectRevert();
        market.buy(dearer, other, one(), word);
        assertEq(art.ownerOf(1), SELLER);
    }

    function test_RevertWhen_NoneOrTooManyAreBought() public {
        refuse(offer(), some(0), abi.encodeWithSelector(IMarket.CountInvalid.selector, 0, 1));
        refuse(offer(), some(2), abi.encodeWithSelector(IMarket.CountInvalid.selector, 2, 1));
    }

    // -------------------------------------------------------------------------------------------------------- REFUND

    function test_ARefundIsTheExactPrice() public {
        IMarket.Order memory order = offer();
        buy(order);
        uint256 earned = has(SELLER);
        vm.prank(SELLER);
        money.transfer(OTHER, earned);
        money.mint(SELLER, PRICE);
        IMarket.Refund memory given = IMarket.Refund(SELLER, BUYER, 1);
        bytes32 hash = market.orderHash(order);
        bytes32 purpose = market.refundPurpose(hash, given);
        IPaymentRail.Authorization memory word = authorization(SELLER_KEY, PRICE, purpose, "back");
        vm.expectEmit(address(market));
        emit IMarket.Refunded(hash, purpose, BUYER, SELLER, 1, PRICE);
        vm.prank(RELAYER);
        market.refund(order, given, word);
        assertEq(has(BUYER), 1_000 * uint256(PRICE));
        assertEq(has(SELLER), 0);
        assertEq(market.refundedOf(SELLER, hash), 1);
        vm.expectRevert(abi.encodeWithSelector(IMarket.RefundTooHigh.selector, 1, 0));
        market.refund(order, given, word);
    }

    function test_RevertWhen_WhatWasNotSoldIsRefunded() public {
        IMarket.Refund memory given = IMarket.Refund(SELLER, BUYER, 1);
        IPaymentRail.Authorization memory word;
        vm.expectRevert(abi.encodeWithSelector(IMarket.RefundTooHigh.selector, 1, 0));
        market.refund(offer(), given, word);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _cancellation(uint256 key, bytes32 hash, uint256 deadline) private view returns (bytes memory) {
        bytes32 message = keccak256(
            abi.encode(
                keccak256("Cancellation(address seller,bytes32 orderHash,uint256 deadline)"),
                SELLER,
                hash,
                deadline
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", _domain(), message)));
        return abi.encodePacked(r, s, v);
    }

    function _domain() private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Ryugu Market"),
                keccak256("1"),
                block.chainid,
                address(market)
            )
        );
    }
}
