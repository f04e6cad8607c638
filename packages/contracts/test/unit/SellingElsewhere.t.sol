// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
import {IRoyaltyRouter} from "../../src/interfaces/IRoyaltyRouter.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ISplitFactory} from "../../src/interfaces/ISplitFactory.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {CLASS_PAYMENT, STANDARD_ERC20} from "../../src/types/Protocol.sol";
import {Built} from "../utils/Built.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Selling what came from another chain: its creators are paid at home, to the unit
contract SellingElsewhereTest is ZoneTest {
    uint96 private constant PRICE = 20_001;
    uint256 private constant ROYALTY = 1_000;
    bytes32 private constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    TestYen private yen;
    CreatorCollection private art;
    ISplit private creators;
    IMarket private market;
    IPaymentRail private rail;
    IFullRepresentation private there;
    address private immutable PAINTER = makeAddr("painter");
    address private immutable POET = makeAddr("poet");
    address private immutable BUYER;
    uint256 private immutable BUYER_KEY;
    address private immutable SELLER;
    uint256 private immutable SELLER_KEY;

    constructor() {
        (BUYER, BUYER_KEY) = makeAddrAndKey("buyer");
        (SELLER, SELLER_KEY) = makeAddrAndKey("seller");
    }

    function setUp() public override {
        super.setUp();
        on(a);
        yen = new TestYen(address(this));
        _listMoney();
        ISplitFactory factory = Built.splitFactory();
        creators = ISplit(factory.create(address(0), _pair(), 0));
        art = new CreatorCollection(
            "Sea", "SEA", "", "https://sea.example/", address(this), address(creators), 500
        );
        art.mint(SELLER, "");
        send(a, b, address(art), 1, SELLER);
        yen.mint(ALICE, 1_000_000);
        _sendMoney(a, b, address(yen), ALICE, BUYER, 1_000_000);
        deliverAll(a, b);
        on(b);
        there = representation(b, a, address(art));
        market = Built.market();
        rail = Built.erc20Rail(Built.splitFactory());
    }

    function test_TheRoyaltyOfASaleElsewhereReachesTheCreatorsAtHome() public {
        IRoyaltyRouter router = _sellThere();
        assertEq(_money().balanceOf(SELLER), PRICE - ROYALTY, "the seller has the rest at once");
        assertEq(_money().balanceOf(address(router)), ROYALTY);
        router.forward(address(_money()));
        collect();
        deliverAll(b, a);
        creators.distribute(address(yen));
        assertEq(yen.balanceOf(PAINTER), ROYALTY * 7 / 10);
        assertEq(yen.balanceOf(POET), ROYALTY * 3 / 10);
        assertEq(yen.balanceOf(vaultAt(a, b)), 1_000_000 - ROYALTY);
    }

    /// @dev While home is away, the royalty waits on its way; who is blocked at home is credited, and nobody else notices.
    function test_ABlockedCreatorIsCreditedAtHome() public {
        _sellThere().forward(address(_money()));
        collect();
        yen.setBlocked(POET, true);
        deliverAll(b, a);
        creators.distribute(address(yen));
        assertEq(yen.balanceOf(PAINTER), ROYALTY * 7 / 10);
        assertEq(creators.credit(POET, address(yen)), ROYALTY * 3 / 10);
        vm.prank(POET);
        creators.claim(address(yen), RELAYER);
        assertEq(yen.balanceOf(RELAYER), ROYALTY * 3 / 10);
    }

    function test_WhatWasSoldElsewhereGoesHomeWithItsBuyer() public {
        _sellThere();
        send(b, a, address(there), 1, BUYER);
        deliverAll(b, a);
        assertEq(art.ownerOf(1), BUYER);
    }

    function test_AnOrderDoesNotSurviveAJourney() public {
        IMarket.Order memory order = _offer();
        send(b, a, address(there), 1, SELLER);
        assertEq(uint8(_state(order)), uint8(IMarket.State.Stale), "burned");
        deliverAll(b, a);
        send(a, b, address(art), 1, SELLER);
        deliverAll(a, b);
        on(b);
        assertEq(there.ownerOf(1), SELLER, "it came back");
        assertEq(uint8(_state(order)), uint8(IMarket.State.Stale));
    }

    /// @dev Prepaid yen are entries of a ledger of this chain: the router could neither claim nor send them.
    function test_RevertWhen_ARoyaltyWouldBeStranded() public {
        IPrepaidRail ledger = Built.prepaidRail(Built.splitFactory(), address(this), PRICE);
        ledger.setStatus(BUYER, IPrepaidRail.Status.Open);
        ledger.topUp(BUYER, PRICE, "deposit");
        IMarket.Order memory order = _offer();
        (order.rail, order.currency) = (address(ledger), address(ledger));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SELLER_KEY, market.orderHash(order));
        (address router,) = there.royaltyInfo(1, PRICE);
        IPaymentRail.Authorization memory word;
        vm.expectRevert(abi.encodeWithSelector(IMarket.RoyaltyCannotTravel.selector, ledger, router));
        market.buy(order, abi.encodePacked(r, s, v), IMarket.Purchase(BUYER, BUYER, 1), word);
        assertEq(there.ownerOf(1), SELLER);
        assertEq(ledger.accountOf(BUYER).spendable, PRICE);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _sellThere() private returns (IRoyaltyRouter router) {
        IMarket.Order memory order = _offer();
        bytes32 hash = market.orderHash(order);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SELLER_KEY, hash);
        IMarket.Purchase memory purchase = IMarket.Purchase(BUYER, BUYER, 1);
        IPaymentRail.Authorization memory word = _payment(market.purchasePurpose(hash, purchase));
        market.buy(order, abi.encodePacked(r, s, v), purchase, word);
        collect();
        assertEq(there.ownerOf(1), BUYER);
        (address receiver,) = there.royaltyInfo(1, PRICE);
        router = IRoyaltyRouter(
            ICustody(b.gateway.custody()).createRoyaltyRouter(a.id, address(art), address(creators))
        );
        assertEq(address(router), receiver);
    }

    function _offer() private returns (IMarket.Order memory order) {
        on(b);
        vm.prank(SELLER);
        IERC721(address(there)).approve(address(market), 1);
        order.seller = SELLER;
        order.collection = address(there);
        order.tokenId = 1;
        order.quantity = 1;
        order.rail = address(rail);
        order.currency = address(_money());
        order.price = PRICE;
        order.payee = SELLER;
        order.mostRoyalty = 500;
        order.validBefore = uint64(block.timestamp + 1 days);
    }

    function _payment(bytes32 purpose) private view returns (IPaymentRail.Authorization memory word) {
        word.agreement = IPaymentRail.Agreement.Currency;
        word.validBefore = block.timestamp + 1 hours;
        bytes32 nonce = rail.authorizationNonce(address(market), purpose, 0);
        bytes32 hash =
            keccak256(abi.encode(RECEIVE_TYPE, BUYER, address(rail), PRICE, 0, word.validBefore, nonce));
        bytes32 domain = IERC20Permit(address(_money())).DOMAIN_SEPARATOR();
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(BUYER_KEY, keccak256(abi.encodePacked(hex"1901", domain, hash)));
        word.signature = abi.encodePacked(r, s, v);
    }

    function _state(IMarket.Order memory order) private view returns (IMarket.State state) {
        (state,) = market.stateOf(order);
    }

    function _pair() private view returns (ISplit.Share[] memory shares) {
        shares = new ISplit.Share[](2);
        shares[0] = ISplit.Share(PAINTER, 7, false);
        shares[1] = ISplit.Share(POET, 3, false);
    }

    function _money() private view returns (IERC20Metadata) {
        return IERC20Metadata(b.gateway.representationOf(a.id, address(yen), STANDARD_ERC20));
    }

    function _listMoney() private {
        bytes32 act =
            ActLib.listToken(a.gateway.councilNonce(), address(yen), CLASS_PAYMENT, type(uint88).max, 60);
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(a.gateway));
        a.gateway
            .listToken(address(yen), CLASS_PAYMENT, type(uint88).max, 60, sign(DigestLib.typed(domain, act)));
    }

    function _sendMoney(
        Side memory from,
        Side memory to,
        address token,
        address owner,
        address recipient,
        uint256 amount
    ) private {
        IOutbox.SendRequest memory r;
        r.destinationChainId = to.id;
        r.token = token;
        r.amounts = new uint256[](1);
        r.amounts[0] = amount;
        r.recipient = recipient;
        vm.startPrank(owner);
        yen.approve(address(from.gateway), amount);
        from.gateway.send(r);
        vm.stopPrank();
        collect();
    }
}
