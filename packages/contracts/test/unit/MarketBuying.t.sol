// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {LyingToken, ReentrantToken, SilentToken} from "../mocks/HostileTokens.sol";
import {FeeYen, GreedyYen} from "../mocks/HostileMoney.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @title Who buys what they meant to buy, with and without gas
contract MarketBuyingTest is MarketTest {
    // --------------------------------------------------------------------------------------------------- SELF-PAID

    function test_ABuyerGetsTheTokenAndEveryoneTheirShare() public {
        bytes32 id = listed();
        vm.roll(300);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.Sold(id, BUYER, BUYER, address(yen), PRICE);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.SharePaid(id, ARTIST, address(yen), PRICE * 7 / 10);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.SharePaid(id, POET, address(yen), PRICE * 3 / 10);
        buy(id);
        assertEq(art.ownerOf(1), BUYER);
        assertEq(yen.balanceOf(ARTIST), PRICE * 7 / 10);
        assertEq(yen.balanceOf(POET), PRICE * 3 / 10);
        assertEq(yen.balanceOf(BUYER), 99 * PRICE);
        assertEq(yen.balanceOf(address(market)), 0);
        assertTrue(stateOf(id) == IFixedPriceMarket.State.Sold);
        assertEq(market.listing(id).changedInBlock, 300);
    }

    function test_AGiftGoesToItsRecipient() public {
        bytes32 id = listed();
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.Sold(id, BUYER, OTHER, address(yen), PRICE);
        vm.prank(BUYER);
        market.buy(id, PRICE, OTHER);
        assertEq(art.ownerOf(1), OTHER);
    }

    function test_RevertWhen_SoldTwice() public {
        bytes32 id = listed();
        buy(id);
        vm.prank(BUYER);
        art.transferFrom(BUYER, SELLER, 1);
        vm.prank(SELLER);
        art.approve(address(market), 1);
        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.ListingEnded.selector, id, IFixedPriceMarket.State.Sold)
        );
        buy(id);
    }

    function test_RevertWhen_ThePriceIsNotTheExpectedOne() public {
        bytes32 id = listed();
        vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.PriceDiffers.selector, PRICE - 1, PRICE));
        vm.prank(BUYER);
        market.buy(id, PRICE - 1, BUYER);
    }

    function test_RevertWhen_NobodyWouldGetTheToken() public {
        bytes32 id = listed();
        address[2] memory wrong = [address(0), address(market)];
        for (uint256 i; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.RecipientInvalid.selector, wrong[i]));
            vm.prank(BUYER);
            market.buy(id, PRICE, wrong[i]);
        }
    }

    function test_RevertWhen_TheBuyerHasOrAllowsTooLittle() public {
        bytes32 id = listed();
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector, address(market), 0, PRICE
            )
        );
        vm.prank(OTHER);
        market.buy(id, PRICE, OTHER);
        vm.startPrank(OTHER);
        yen.approve(address(market), PRICE);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, OTHER, 0, PRICE)
        );
        market.buy(id, PRICE, OTHER);
    }

    // ------------------------------------------------------------------------------------------------- HOSTILE TOKENS

    function test_RevertWhen_TheTokenDoesNotMove() public {
        SilentToken token = new SilentToken();
        token.mint(SELLER, 1);
        bytes32 id = _listForeign(address(token));
        token.setHostile(true);
        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.TokenNotReceived.selector, address(token), 1)
        );
        buy(id);
        assertEq(yen.balanceOf(BUYER), 100 * PRICE, "and nothing was paid");
    }

    function test_ATokenThatReentersGainsNothing() public {
        ReentrantToken token = new ReentrantToken();
        token.mint(SELLER, 1);
        bytes32 id = _listForeign(address(token));
        yen.mint(address(token), PRICE);
        vm.prank(address(token));
        yen.approve(address(market), PRICE);
        token.aim(address(market), abi.encodeCall(market.buy, (id, PRICE, OTHER)));
        token.setHostile(true);
        buy(id);
        assertFalse(token.succeeded());
        assertEq(token.ownerOf(1), BUYER);
    }

    // -------------------------------------------------------------------------------------------------- HOSTILE MONEY

    function test_RevertWhen_TheCurrencyTakesAFee() public {
        useCurrency(new FeeYen());
        bytes32 id = listed();
        bytes memory reason = abi.encodeWithSelector(
            IFixedPriceMarket.PaymentInexact.selector, address(yen), PRICE, PRICE * 99 / 100
        );
        vm.expectRevert(reason);
        buy(id);
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, BUYER, a);
    }

    function test_RevertWhen_TheCurrencyTakesMoreThanItPays() public {
        GreedyYen greedy = new GreedyYen();
        useCurrency(greedy);
        bytes32 id = listed();
        greedy.setGreedy(true);
        vm.expectPartialRevert(IFixedPriceMarket.PaymentInexact.selector);
        buy(id);
    }

    // ---------------------------------------------------------------------------------------------------- BY SIGNATURE

    function test_ABuyerWithoutGasBuysByASignature() public {
        bytes32 id = listed();
        vm.prank(BUYER);
        yen.approve(address(market), 0);
        IFixedPriceMarket.Authorization memory a = authorization(id, OTHER, PRICE);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.Sold(id, BUYER, OTHER, address(yen), PRICE);
        vm.prank(RELAYER);
        market.buyWithAuthorization(id, OTHER, a);
        assertEq(art.ownerOf(1), OTHER);
        assertEq(yen.balanceOf(BUYER), 99 * PRICE);
        assertEq(yen.balanceOf(ARTIST), PRICE * 7 / 10);
    }

    function test_ARelayerCanChangeNothing() public {
        bytes32 id = listed();
        art.mint(SELLER, "");
        IFixedPriceMarket.Terms memory t = terms(split(RELAYER, 9_999, POET, 1));
        t.tokenId = 2;
        bytes32 another = list(t);
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        bytes memory reason = abi.encodeWithSelector(ERC3009.ERC3009InvalidSignature.selector);
        vm.startPrank(RELAYER);
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, RELAYER, a);
        vm.expectRevert(reason);
        market.buyWithAuthorization(another, BUYER, a);
        a.salt = "pepper";
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, BUYER, a);
        a.salt = "salt";
        a.validBefore += 1;
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, BUYER, a);
        a.validBefore -= 1;
        a.from = OTHER;
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, BUYER, a);
    }

    function test_ARelayerCannotTakeTheMoneyPastTheMarket() public {
        bytes32 id = listed();
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        bytes32 nonce = market.purchaseNonce(id, BUYER, a.salt);
        vm.prank(RELAYER);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(market)));
        yen.receiveWithAuthorization(
            BUYER, address(market), PRICE, a.validAfter, a.validBefore, nonce, a.v, a.r, a.s
        );
    }

    function test_RevertWhen_AnotherPriceWasSigned() public {
        bytes32 id = listed();
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE - 1);
        vm.expectRevert(abi.encodeWithSelector(ERC3009.ERC3009InvalidSignature.selector));
        market.buyWithAuthorization(id, BUYER, a);
    }

    function test_RevertWhen_TheSignatureIsExpired() public {
        bytes32 id = listed();
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        vm.warp(a.validBefore);
        vm.expectPartialRevert(ERC3009.ERC3009InvalidAuthorizationTime.selector);
        market.buyWithAuthorization(id, BUYER, a);
    }

    function test_RevertWhen_TheBuyerCancelledTheAuthorization() public {
        bytes32 id = listed();
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        bytes32 nonce = market.purchaseNonce(id, BUYER, a.salt);
        bytes32 hash = keccak256(
            abi.encode(keccak256("CancelAuthorization(address authorizer,bytes32 nonce)"), BUYER, nonce)
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(BUYER_KEY, keccak256(abi.encodePacked(hex"1901", yen.DOMAIN_SEPARATOR(), hash)));
        yen.cancelAuthorization(BUYER, nonce, v, r, s);
        vm.expectRevert(abi.encodeWithSelector(ERC3009.ERC3009UsedAuthorization.selector, BUYER, nonce));
        market.buyWithAuthorization(id, BUYER, a);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _listForeign(address token) private returns (bytes32 id) {
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        t.collection = token;
        vm.startPrank(SELLER);
        id = market.list(t);
        LyingToken(token).approve(address(market), 1);
        vm.stopPrank();
    }
}
