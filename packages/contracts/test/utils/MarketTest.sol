// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {Built} from "./Built.sol";

/// @title A market, a collection of which the seller owns token 1, and a buyer with money
abstract contract MarketTest is Test {
    uint256 internal constant PRICE = 12_000e18;
    bytes32 internal constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    IFixedPriceMarket internal market;
    CreatorCollection internal art;
    TestYen internal yen;

    address internal immutable SELLER = makeAddr("seller");
    address internal immutable ARTIST = makeAddr("artist");
    address internal immutable POET = makeAddr("poet");
    address internal immutable RELAYER = makeAddr("relayer");
    address internal immutable OTHER = makeAddr("other");
    address internal immutable BUYER;
    uint256 internal immutable BUYER_KEY;

    constructor() {
        (BUYER, BUYER_KEY) = makeAddrAndKey("buyer");
    }

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        market = Built.fixedPriceMarket();
        art = new CreatorCollection("Art", "ART", "", "https://art.example/", address(this), address(0), 0);
        art.mint(SELLER, "");
        useCurrency(new TestYen(address(this)));
    }

    /// @dev From here on things cost this money, and the buyer has enough and allows it.
    function useCurrency(TestYen currency) internal {
        yen = currency;
        yen.mint(BUYER, 100 * PRICE);
        vm.prank(BUYER);
        yen.approve(address(market), type(uint256).max);
    }

    // ------------------------------------------------------------------------------------------------------ LISTING

    function terms(IFixedPriceMarket.Share[] memory shares)
        internal
        view
        returns (IFixedPriceMarket.Terms memory)
    {
        return IFixedPriceMarket.Terms({
            collection: address(art), tokenId: 1, currency: address(yen), price: PRICE, shares: shares
        });
    }

    function twoShares() internal view returns (IFixedPriceMarket.Share[] memory) {
        return split(ARTIST, 7_000, POET, 3_000);
    }

    function split(address first, uint16 firstPart, address second, uint16 secondPart)
        internal
        pure
        returns (IFixedPriceMarket.Share[] memory shares)
    {
        shares = new IFixedPriceMarket.Share[](2);
        shares[0] = IFixedPriceMarket.Share(first, firstPart);
        shares[1] = IFixedPriceMarket.Share(second, secondPart);
    }

    function list(IFixedPriceMarket.Terms memory offered) internal returns (bytes32 id) {
        vm.startPrank(SELLER);
        id = market.list(offered);
        art.approve(address(market), offered.tokenId);
        vm.stopPrank();
    }

    function listed() internal returns (bytes32) {
        return list(terms(twoShares()));
    }

    function stateOf(bytes32 id) internal view returns (IFixedPriceMarket.State) {
        return market.listing(id).state;
    }

    // ------------------------------------------------------------------------------------------------------- BUYING

    function buy(bytes32 id) internal {
        vm.prank(BUYER);
        market.buy(id, PRICE, BUYER);
    }

    function authorization(bytes32 id, address recipient, uint256 price)
        internal
        view
        returns (IFixedPriceMarket.Authorization memory a)
    {
        a.from = BUYER;
        a.validBefore = block.timestamp + 1 hours;
        a.salt = "salt";
        bytes32 hash = keccak256(
            abi.encode(
                RECEIVE_TYPE,
                BUYER,
                address(market),
                price,
                a.validAfter,
                a.validBefore,
                market.purchaseNonce(id, recipient, a.salt)
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", yen.DOMAIN_SEPARATOR(), hash));
        (a.v, a.r, a.s) = vm.sign(BUYER_KEY, digest);
    }

    // -------------------------------------------------------------------------------------------------------- MONEY

    function credited(address payee) internal view returns (uint256) {
        return market.credit(payee, address(yen));
    }
}
