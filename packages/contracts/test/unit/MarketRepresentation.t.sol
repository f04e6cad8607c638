// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {Built} from "../utils/Built.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Selling what came from another chain, and what leaves for one
contract MarketRepresentationTest is ZoneTest {
    uint256 private constant PRICE = 5_000e18;

    IFixedPriceMarket private market;
    TestYen private yen;
    CreatorCollection private art;
    IFullRepresentation private there;

    function setUp() public override {
        super.setUp();
        on(a);
        art = newCollection("https://sea.example/");
        art.mint(ALICE, "");
        send(a, b, address(art), 1, ALICE);
        deliverAll(a, b);
        there = representation(b, a, address(art));
        on(b);
        market = Built.fixedPriceMarket();
        yen = new TestYen(address(this));
        yen.mint(BOB, PRICE);
        vm.prank(BOB);
        yen.approve(address(market), PRICE);
    }

    function test_ARepresentationIsSoldAndGoesHomeWithItsBuyer() public {
        bytes32 id = _list();
        vm.prank(BOB);
        market.buy(id, PRICE, BOB);
        assertEq(there.ownerOf(1), BOB);
        assertEq(yen.balanceOf(ALICE), PRICE);
        send(b, a, address(there), 1, BOB);
        deliverAll(b, a);
        assertEq(art.ownerOf(1), BOB);
    }

    function test_AListingDoesNotSurviveAJourney() public {
        bytes32 id = _list();
        send(b, a, address(there), 1, ALICE);
        assertTrue(market.listing(id).state == IFixedPriceMarket.State.Stale, "burned");
        deliverAll(b, a);
        send(a, b, address(art), 1, ALICE);
        deliverAll(a, b);
        on(b);
        assertEq(there.ownerOf(1), ALICE, "it came back");
        vm.expectRevert(abi.encodeWithSelector(IFixedPriceMarket.ListingStale.selector, id));
        vm.prank(BOB);
        market.buy(id, PRICE, BOB);
    }

    function _list() private returns (bytes32 id) {
        IFixedPriceMarket.Share[] memory shares = new IFixedPriceMarket.Share[](1);
        shares[0] = IFixedPriceMarket.Share(ALICE, 10_000);
        vm.startPrank(ALICE);
        id = market.list(IFixedPriceMarket.Terms(address(there), 1, address(yen), PRICE, shares));
        IERC721(address(there)).approve(address(market), 1);
        vm.stopPrank();
    }
}
