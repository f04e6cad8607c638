// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {Built} from "./Built.sol";
import {SplitTest} from "./SplitTest.sol";

/// @title A market, an artwork that its seller offers, and a buyer with yen
/// @dev The artwork's royalty is a tenth, and goes to the singer.
abstract contract SaleTest is SplitTest {
    uint96 internal constant PRICE = 12_000e18;
    uint256 internal constant ROYALTY = PRICE / 10;
    bytes32 internal constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    IMarket internal market;
    IPaymentRail internal rail;
    TestYen internal money;
    CreatorCollection internal art;

    address internal immutable SELLER;
    uint256 internal immutable SELLER_KEY;
    address internal immutable BUYER;
    uint256 internal immutable BUYER_KEY;
    address internal immutable GALLERY = makeAddr("gallery");

    constructor() {
        (SELLER, SELLER_KEY) = makeAddrAndKey("seller");
        (BUYER, BUYER_KEY) = makeAddrAndKey("buyer");
    }

    function setUp() public virtual override {
        super.setUp();
        market = Built.market();
        rail = Built.erc20Rail(factory);
        art = new CreatorCollection("Art", "ART", "", "https://art.example/", SELLER, SINGER, 1_000);
        vm.startPrank(SELLER);
        art.mint(SELLER, "");
        art.approve(address(market), 1);
        vm.stopPrank();
        useMoney(new TestYen(address(this)));
    }

    /// @dev From here on things cost this money, and the buyer has enough.
    function useMoney(TestYen money_) internal {
        money = money_;
        vm.prank(money.owner());
        money.mint(BUYER, 1_000 * uint256(PRICE));
    }

    // ------------------------------------------------------------------------------------------------------- ORDERS

    function offer() internal view returns (IMarket.Order memory order) {
        order.kind = IMarket.Kind.Erc721;
        order.seller = SELLER;
        order.collection = address(art);
        order.tokenId = 1;
        order.quantity = 1;
        order.rail = address(rail);
        order.currency = address(money);
        order.price = PRICE;
        order.payee = SELLER;
        order.mostRoyalty = 1_000;
        order.validAfter = uint64(block.timestamp - 1);
        order.validBefore = uint64(block.timestamp + 1 days);
    }

    /// @dev The gallery brings it, for a twentieth.
    function brought() internal view returns (IMarket.Order memory order) {
        order = offer();
        order.intermediary = GALLERY;
        order.fee = 500;
        order.sponsor = "otohime";
    }

    function signedBy(uint256 key, IMarket.Order memory order) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, market.orderHash(order));
        return abi.encodePacked(r, s, v);
    }

    // ----------------------------------------------------------------------------------------------------- PURCHASES

    function one() internal view returns (IMarket.Purchase memory) {
        return some(1);
    }

    function some(uint64 count) internal view returns (IMarket.Purchase memory) {
        return IMarket.Purchase(BUYER, BUYER, count);
    }

    /// @dev The buyer's payment for a purchase (ERC-3009).
    function paidFor(IMarket.Order memory order, IMarket.Purchase memory purchase)
        internal
        view
        returns (IPaymentRail.Authorization memory word)
    {
        bytes32 purpose = market.purchasePurpose(market.orderHash(order), purchase);
        return authorization(BUYER_KEY, uint256(order.price) * purchase.count, purpose, "salt");
    }

    function authorization(uint256 key, uint256 amount, bytes32 purpose, bytes32 salt)
        internal
        view
        returns (IPaymentRail.Authorization memory word)
    {
        word.agreement = IPaymentRail.Agreement.Currency;
        word.validBefore = block.timestamp + 1 hours;
        word.salt = salt;
        bytes32 nonce = rail.authorizationNonce(address(market), purpose, salt);
        bytes32 hash = keccak256(
            abi.encode(RECEIVE_TYPE, vm.addr(key), address(rail), amount, 0, word.validBefore, nonce)
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", money.DOMAIN_SEPARATOR(), hash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        word.signature = abi.encodePacked(r, s, v);
    }

    /// @dev Somebody else pays the gas.
    function buy(IMarket.Order memory order) internal returns (uint256) {
        return buy(order, one());
    }

    function buy(IMarket.Order memory order, IMarket.Purchase memory purchase) internal returns (uint256) {
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, purchase);
        vm.prank(RELAYER);
        return market.buy(order, signature, purchase, word);
    }

    /// @dev As {buy}, where the next call must be the one that is watched.
    function refuse(IMarket.Order memory order, IMarket.Purchase memory purchase, bytes memory reason)
        internal
    {
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, purchase);
        vm.prank(RELAYER);
        vm.expectRevert(reason);
        market.buy(order, signature, purchase, word);
    }

    function refuse(IMarket.Order memory order, bytes memory reason) internal {
        refuse(order, one(), reason);
    }

    function notOpen(IMarket.Order memory order, IMarket.State state) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IMarket.OrderNotOpen.selector, market.orderHash(order), state);
    }

    function stateOf(IMarket.Order memory order) internal view returns (IMarket.State state) {
        (state,) = market.stateOf(order);
    }

    function has(address account) internal view returns (uint256) {
        return money.balanceOf(account);
    }
}
