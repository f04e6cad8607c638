// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
import {Built} from "./Built.sol";
import {SaleTest} from "./SaleTest.sol";

/// @title A market where people pay with prepaid yen
abstract contract PrepaidSaleTest is SaleTest {
    uint96 internal constant YEN = 20_001;
    uint96 private constant LIMIT = 1_000_000;
    bytes32 private constant PAYMENT_TYPE = keccak256(
        "Payment(address payer,address caller,address currency,uint256 amount,bytes32 purpose,uint256 validAfter,uint256 validBefore,bytes32 salt)"
    );

    IPrepaidRail internal ledger;

    function setUp() public virtual override {
        super.setUp();
        ledger = Built.prepaidRail(factory, address(this), LIMIT);
        address[3] memory accounts = [BUYER, SELLER, SINGER];
        for (uint256 i; i < accounts.length; ++i) {
            ledger.setStatus(accounts[i], IPrepaidRail.Status.Open);
        }
        ledger.topUp(BUYER, LIMIT, "deposit");
    }

    /// @dev The seller's artwork, for prepaid yen.
    function prepaidOffer(address collection) internal view returns (IMarket.Order memory order) {
        order = offer();
        order.collection = collection;
        (order.rail, order.currency) = (address(ledger), address(ledger));
        order.price = YEN;
    }

    /// @dev The buyer's payment for one.
    function prepaid(IMarket.Order memory order) internal view returns (IPaymentRail.Authorization memory) {
        return agreedAt(ledger, BUYER_KEY, order, one());
    }

    /// @dev A payment for a purchase which the rail itself checks.
    function agreedAt(
        IPaymentRail at,
        uint256 key,
        IMarket.Order memory order,
        IMarket.Purchase memory purchase
    ) internal view returns (IPaymentRail.Authorization memory word) {
        word.agreement = IPaymentRail.Agreement.Rail;
        word.validBefore = block.timestamp + 1 hours;
        word.salt = order.salt;
        bytes32 hash = keccak256(
            abi.encode(
                PAYMENT_TYPE,
                purchase.buyer,
                address(market),
                order.currency,
                uint256(order.price) * purchase.count,
                market.purchasePurpose(market.orderHash(order), purchase),
                word.validAfter,
                word.validBefore,
                word.salt
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", _domainOf(at), hash)));
        word.signature = abi.encodePacked(r, s, v);
    }

    function buyPrepaid(IMarket.Order memory order) internal {
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = prepaid(order);
        IMarket.Purchase memory purchase = one();
        vm.prank(RELAYER);
        market.buy(order, signature, purchase, word);
    }

    function refusePrepaid(IMarket.Order memory order, bytes memory reason) internal {
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = prepaid(order);
        IMarket.Purchase memory purchase = one();
        vm.prank(RELAYER);
        vm.expectRevert(reason);
        market.buy(order, signature, purchase, word);
    }

    function cannotTravel(address receiver) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IMarket.RoyaltyCannotTravel.selector, address(ledger), receiver);
    }

    function receivable(address account) internal view returns (uint256) {
        return ledger.accountOf(account).receivable;
    }

    function _domainOf(IPaymentRail at) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Ryugu Payout"),
                keccak256("1"),
                block.chainid,
                address(at)
            )
        );
    }
}
