// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IPaymentRail} from "../interfaces/IPaymentRail.sol";
import {ISalePolicy} from "../interfaces/ISalePolicy.sol";
import {GoodsLib} from "./GoodsLib.sol";
import {Ordering} from "./Ordering.sol";
import {RoyaltyLib} from "./RoyaltyLib.sol";
import {SaleOrderLib} from "./SaleOrderLib.sol";

/// @title Sells tokens by orders that their sellers signed
contract Market is Ordering, ReentrancyGuardTransient {
    using SafeCast for uint256;

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    /// @inheritdoc IMarket
    function buy(
        Order calldata order,
        bytes calldata signature,
        Purchase calldata purchase,
        IPaymentRail.Authorization calldata authorization
    ) external nonReentrant returns (uint256 tokenId) {
        bytes32 hash = orderHash(order);
        _take(order, hash, signature, purchase.count);
        _checkPurchase(order, hash, purchase);
        tokenId = GoodsLib.handOver(order, purchase.recipient, purchase.count);
        _settle(order, hash, purchase, tokenId, authorization);
    }

    /// @inheritdoc IMarket
    function refund(
        Order calldata order,
        Refund calldata given,
        IPaymentRail.Authorization calldata authorization
    ) external nonReentrant {
        bytes32 hash = orderHash(order);
        _giveBack(order, hash, given.count);
        uint256 paid = uint256(order.price) * given.count;
        IPaymentRail.Payment memory payment;
        payment.payer = given.payer;
        payment.currency = order.currency;
        payment.purpose = SaleOrderLib.refundPurpose(hash, given);
        payment.parts = new IPaymentRail.Part[](1);
        payment.parts[0] = IPaymentRail.Part(given.buyer, paid.toUint128(), false);
        emit Refunded(hash, payment.purpose, given.buyer, given.payer, given.count, paid);
        IPaymentRail(order.rail).refund(payment, authorization);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IMarket
    function purchasePurpose(bytes32 hash, Purchase calldata purchase) external pure returns (bytes32) {
        return SaleOrderLib.purchasePurpose(hash, purchase);
    }

    /// @inheritdoc IMarket
    function refundPurpose(bytes32 hash, Refund calldata given) external pure returns (bytes32) {
        return SaleOrderLib.refundPurpose(hash, given);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _checkPurchase(Order calldata order, bytes32 hash, Purchase calldata purchase) private {
        (address buyer, address recipient) = (purchase.buyer, purchase.recipient);
        if (buyer == address(0) || (order.buyer != address(0) && order.buyer != buyer)) {
            revert BuyerInvalid(buyer);
        }
        if (recipient == address(0) || recipient == address(this) || recipient == order.seller) {
            revert RecipientInvalid(recipient);
        }
        if (order.policy == address(0)) return;
        bool isAllowed = ISalePolicy(order.policy)
            .allowPurchase(order.seller, hash, order.policyTerms, buyer, recipient, purchase.count);
        if (!isAllowed) revert PolicyRefused(order.policy, buyer);
    }

    /// @dev The goods first and the payees last, as these are the strangers.
    function _settle(
        Order calldata order,
        bytes32 hash,
        Purchase calldata purchase,
        uint256 tokenId,
        IPaymentRail.Authorization calldata authorization
    ) private {
        bytes32 purpose = SaleOrderLib.purchasePurpose(hash, purchase);
        Money memory money = _divide(order, uint256(order.price) * purchase.count);
        emit Sold(
            hash,
            purpose,
            order.seller,
            purchase.buyer,
            purchase.recipient,
            order.kind,
            order.collection,
            tokenId,
            purchase.count,
            money
        );
        IPaymentRail(order.rail)
            .pay(
                IPaymentRail.Payment(purchase.buyer, order.currency, purpose, _parts(order, money)),
                authorization
            );
    }

    function _divide(Order calldata order, uint256 paid) private view returns (Money memory money) {
        money.rail = order.rail;
        money.currency = order.currency;
        money.paid = paid;
        (money.royaltyReceiver, money.royalty) = RoyaltyLib.ask(order, paid);
        if (money.royalty != 0 && money.rail == money.currency) _checkArrives(order, money);
        money.intermediary = order.intermediary;
        money.sponsor = order.sponsor;
        money.fee = paid * order.fee / SaleOrderLib.WHOLE;
        money.payee = order.payee;
    }

    /// @dev Entries of a ledger a router can neither claim nor send: the creators would never see them.
    function _checkArrives(Order calldata order, Money memory money) private view {
        if (!RoyaltyLib.isRouted(order.collection)) return;
        revert RoyaltyCannotTravel(money.rail, money.royaltyReceiver);
    }

    /// @dev Up to three. Creators who sell their own work get royalty and proceeds as one.
    function _parts(Order calldata order, Money memory money)
        private
        pure
        returns (IPaymentRail.Part[] memory parts)
    {
        uint256 rest = money.paid - money.royalty - money.fee;
        bool isOne = money.royaltyReceiver == money.payee;
        uint256 royalty = isOne ? 0 : money.royalty;
        if (isOne) rest += money.royalty;
        parts = new IPaymentRail.Part[](3);
        uint256 count;
        if (royalty != 0) {
            parts[count++] = IPaymentRail.Part(money.royaltyReceiver, royalty.toUint128(), true);
        }
        if (money.fee != 0) {
            parts[count++] = IPaymentRail.Part(money.intermediary, money.fee.toUint128(), false);
        }
        if (rest != 0) {
            bool nested = isOne || money.payee != order.seller;
            parts[count++] = IPaymentRail.Part(money.payee, rest.toUint128(), nested);
        }
        assembly ("memory-safe") {
            mstore(parts, count)
        }
    }
}
