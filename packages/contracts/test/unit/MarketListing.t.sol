// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @title Who may list what, and when a listing can be bought
contract MarketListingTest is MarketTest {
    // ------------------------------------------------------------------------------------------------------ LISTING

    function test_AListingIsToldAsItWasMade() public {
        vm.roll(123);
        bytes32 id = listed();
        IFixedPriceMarket.Listing memory told = market.listing(id);
        assertEq(told.seller, SELLER);
        assertEq(told.nonce, 0);
        assertEq(told.changedInBlock, 123);
        assertTrue(told.state == IFixedPriceMarket.State.Open);
        assertEq(abi.encode(told.terms), abi.encode(terms(twoShares())));
        assertEq(market.listingOf(address(art), 1), id);
        assertEq(market.listingCount(SELLER), 1);
        assertEq(art.ownerOf(1), SELLER, "the token stays where it is");
    }

    function test_TheEventTellsTheWholeContent() public {
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        vm.expectEmit(false, true, true, true, address(market));
        emit IFixedPriceMarket.Listed(0, t.collection, t.tokenId, SELLER, 0, t.currency, t.price, t.shares);
        vm.prank(SELLER);
        market.list(t);
    }

    function test_TheIdIsTheTypedHashOfTheContent() public {
        bytes32 shareType = keccak256("Share(address payee,uint16 basisPoints)");
        bytes memory shares = abi.encodePacked(
            keccak256(abi.encode(shareType, ARTIST, 7_000)), keccak256(abi.encode(shareType, POET, 3_000))
        );
        bytes32 expected = keccak256(
            abi.encode(
                keccak256(
                    "Listing(uint256 chainId,address market,address seller,uint40 nonce,address collection,uint256 tokenId,address currency,uint256 price,Share[] shares)Share(address payee,uint16 basisPoints)"
                ),
                block.chainid,
                address(market),
                SELLER,
                0,
                address(art),
                1,
                address(yen),
                PRICE,
                keccak256(shares)
            )
        );
        assertEq(listed(), expected);
    }

    function test_TheSameTermsAgainAreAnotherListing() public {
        bytes32 first = listed();
        bytes32 second = listed();
        assertTrue(first != second);
        assertTrue(stateOf(first) == IFixedPriceMarket.State.Cancelled);
        assertTrue(stateOf(second) == IFixedPriceMarket.State.Open);
        assertEq(market.listingOf(address(art), 1), second);
    }

    function test_AnUnknownListingIsAllZero() public view {
        assertTrue(stateOf("nothing") == IFixedPriceMarket.State.Unknown);
    }

    function test_SixteenPayeesAreEnough() public {
        IFixedPriceMarket.Share[] memory shares = _many(16);
        list(terms(shares));
        shares = _many(17);
        _refused(terms(shares), abi.encodeWithSelector(IFixedPriceMarket.ShareCountInvalid.selector, 17));
    }

    function test_RevertWhen_TheSharesAreWrong() public {
        _refused(
            terms(new IFixedPriceMarket.Share[](0)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareCountInvalid.selector, 0)
        );
        _refused(
            terms(split(ARTIST, 7_000, POET, 2_999)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareSumInvalid.selector, 9_999)
        );
        _refused(
            terms(split(ARTIST, 7_000, POET, 3_001)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareSumInvalid.selector, 10_001)
        );
        _refused(
            terms(split(ARTIST, 10_000, POET, 0)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareInvalid.selector, POET, 0)
        );
        _refused(
            terms(split(address(0), 5_000, POET, 5_000)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareInvalid.selector, address(0), 5_000)
        );
        _refused(
            terms(split(address(market), 5_000, POET, 5_000)),
            abi.encodeWithSelector(IFixedPriceMarket.ShareInvalid.selector, address(market), 5_000)
        );
    }

    function test_RevertWhen_ThePriceIsWrong() public {
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        t.price = 0;
        _refused(t, abi.encodeWithSelector(IFixedPriceMarket.PriceInvalid.selector, 0));
        t.price = 1 << 96;
        _refused(t, abi.encodeWithSelector(IFixedPriceMarket.PriceInvalid.selector, 1 << 96));
    }

    function test_RevertWhen_TheCurrencyIsNoContract() public {
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        t.currency = OTHER;
        _refused(t, abi.encodeWithSelector(IFixedPriceMarket.CurrencyInvalid.selector, OTHER));
    }

    function test_RevertWhen_SomebodyElseLists() public {
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.CallerNotTokenOwner.selector, OTHER, SELLER));
        market.list(t);
        t.tokenId = 99;
        _refused(t, abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99));
    }

    // ---------------------------------------------------------------------------------------------------- CANCELLING

    function test_TheSellerCancels() public {
        bytes32 id = listed();
        vm.roll(200);
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.Cancelled(id);
        vm.prank(SELLER);
        market.cancel(id);
        assertTrue(stateOf(id) == IFixedPriceMarket.State.Cancelled);
        assertEq(market.listing(id).changedInBlock, 200);
        _cannotBeBought(
            id,
            abi.encodeWithSelector(
                IFixedPriceMarket.ListingEnded.selector, id, IFixedPriceMarket.State.Cancelled
            )
        );
    }

    function test_RevertWhen_SomebodyElseCancels() public {
        bytes32 id = listed();
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.CallerNotSeller.selector, OTHER));
        market.cancel(id);
        vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.ListingUnknown.selector, bytes32("nothing")));
        market.cancel("nothing");
    }

    function test_RevertWhen_CancelledAfterTheSale() public {
        bytes32 id = listed();
        buy(id);
        vm.prank(SELLER);
        vm.expectRevert(
            abi.encodeWithSelector(IFixedPriceMarket.ListingEnded.selector, id, IFixedPriceMarket.State.Sold)
        );
        market.cancel(id);
    }

    // --------------------------------------------------------------------------------------------------------- STALE

    function test_AListingWithoutApprovalIsStale() public {
        vm.prank(SELLER);
        bytes32 id = market.list(terms(twoShares()));
        _isStale(id);
        vm.prank(SELLER);
        art.approve(address(market), 1);
        assertTrue(stateOf(id) == IFixedPriceMarket.State.Open);
    }

    function test_AnApprovalForAllIsNotEnough() public {
        vm.startPrank(SELLER);
        bytes32 id = market.list(terms(twoShares()));
        art.setApprovalForAll(address(market), true);
        vm.stopPrank();
        _isStale(id);
    }

    function test_AListingIsStaleOnceTheTokenIsGivenAway() public {
        bytes32 id = listed();
        vm.prank(SELLER);
        art.transferFrom(SELLER, OTHER, 1);
        _isStale(id);
    }

    /// @dev Elsewhere, forgotten listings of tokens that came back were bought at years-old prices.
    function test_AListingDoesNotComeAliveWhenTheTokenReturns() public {
        bytes32 id = listed();
        vm.prank(SELLER);
        art.transferFrom(SELLER, OTHER, 1);
        vm.prank(OTHER);
        art.transferFrom(OTHER, SELLER, 1);
        _isStale(id);
    }

    function test_ListingAnewEndsTheFormerOwnersListing() public {
        bytes32 former = listed();
        vm.prank(SELLER);
        art.transferFrom(SELLER, OTHER, 1);
        IFixedPriceMarket.Terms memory t = terms(twoShares());
        vm.expectEmit(address(market));
        emit IFixedPriceMarket.Cancelled(former);
        vm.prank(OTHER);
        market.list(t);
        assertTrue(stateOf(former) == IFixedPriceMarket.State.Cancelled);
    }

    function test_AVanishedCollectionIsStale() public {
        bytes32 id = listed();
        vm.etch(address(art), "");
        assertTrue(stateOf(id) == IFixedPriceMarket.State.Stale);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _isStale(bytes32 id) private {
        assertTrue(stateOf(id) == IFixedPriceMarket.State.Stale);
        _cannotBeBought(id, abi.encodeWithSelector(IFixedPriceMarket.ListingStale.selector, id));
    }

    function _cannotBeBought(bytes32 id, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(BUYER);
        market.buy(id, PRICE, BUYER);
        IFixedPriceMarket.Authorization memory a = authorization(id, BUYER, PRICE);
        vm.expectRevert(reason);
        market.buyWithAuthorization(id, BUYER, a);
    }

    function _refused(IFixedPriceMarket.Terms memory t, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(SELLER);
        market.list(t);
    }

    function _many(uint256 count) private pure returns (IFixedPriceMarket.Share[] memory shares) {
        shares = new IFixedPriceMarket.Share[](count);
        for (uint256 i; i < count; ++i) {
            uint16 part = uint16(i + 1 == count ? 10_000 - 500 * i : 500);
            shares[i] = IFixedPriceMarket.Share(address(uint160(0x1000 + i)), part);
        }
    }
}
