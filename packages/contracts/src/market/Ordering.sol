// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {GoodsLib} from "./GoodsLib.sol";
import {SaleOrderLib} from "./SaleOrderLib.sol";

/// @title Which orders count
/// @dev Everything is kept by seller: nobody's order is touched by what somebody else signs.
abstract contract Ordering is IMarket {
    /// @dev What happened to an order; one slot.
    struct Record {
        uint64 sold;
        uint64 refunded;
        bool isCancelled;
    }

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IMarket
    mapping(address seller => uint256) public counterOf;
    mapping(address seller => mapping(bytes32 hash => Record)) private _records;

    // ------------------------------------------------------------------------------------------------------ SELLER'S

    /// @inheritdoc IMarket
    function cancel(bytes32 hash) external {
        _cancel(msg.sender, hash);
    }

    /// @inheritdoc IMarket
    function cancelBySignature(address seller, bytes32 hash, uint256 deadline, bytes calldata signature)
        external
    {
        bytes32 digest =
            DigestLib.typed(SaleOrderLib.domain(), SaleOrderLib.cancellation(seller, hash, deadline));
        if (block.timestamp > deadline || !SignatureLib.isSigned(seller, digest, signature)) {
            revert CancellationInvalid(seller);
        }
        _cancel(seller, hash);
    }

    /// @inheritdoc IMarket
    function cancelAll() external returns (uint256 counter) {
        counter = ++counterOf[msg.sender];
        emit CounterRaised(msg.sender, counter);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IMarket
    function stateOf(Order calldata order) external view returns (State state, uint256 left) {
        bytes32 hash = orderHash(order);
        state = _state(order, hash);
        if (state == State.Open && !GoodsLib.isOffered(order)) state = State.Stale;
        left = _left(order, hash);
    }

    /// @inheritdoc IMarket
    function orderHash(Order calldata order) public view returns (bytes32) {
        return DigestLib.typed(SaleOrderLib.domain(), SaleOrderLib.structHash(order));
    }

    /// @inheritdoc IMarket
    function soldOf(address seller, bytes32 hash) external view returns (uint256) {
        return _records[seller][hash].sold;
    }

    /// @inheritdoc IMarket
    function refundedOf(address seller, bytes32 hash) external view returns (uint256) {
        return _records[seller][hash].refunded;
    }

    /// @inheritdoc IMarket
    function isCancelled(address seller, bytes32 hash) external view returns (bool) {
        return _records[seller][hash].isCancelled;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Takes tokens of an order, so that nothing that is called later can take them again.
    function _take(Order calldata order, bytes32 hash, bytes calldata signature, uint256 count) internal {
        if (!SaleOrderLib.isValid(order)) revert OrderInvalid();
        State state = _state(order, hash);
        if (state != State.Open) revert OrderNotOpen(hash, state);
        uint256 left = _left(order, hash);
        if (count == 0 || count > left) revert CountInvalid(count, left);
        _records[order.seller][hash].sold += uint64(count);
        if (!SignatureLib.isSigned(order.seller, hash, signature)) revert OrderNotSigned(order.seller);
        if (!GoodsLib.isOffered(order)) revert OrderNotOpen(hash, State.Stale);
    }

    /// @dev Marks tokens as given back.
    function _giveBack(Order calldata order, bytes32 hash, uint256 count) internal {
        Record storage record = _records[order.seller][hash];
        uint256 open = record.sold - record.refunded;
        if (count == 0 || count > open) revert RefundTooHigh(count, open);
        record.refunded += uint64(count);
    }

    function _cancel(address seller, bytes32 hash) private {
        _records[seller][hash].isCancelled = true;
        emit Cancelled(seller, hash);
    }

    /// @dev But for what the goods' contract says.
    function _state(Order calldata order, bytes32 hash) private view returns (State) {
        Record memory record = _records[order.seller][hash];
        if (record.isCancelled || order.counter != counterOf[order.seller]) return State.Cancelled;
        if (record.sold >= order.quantity) return State.Filled;
        if (block.timestamp <= order.validAfter) return State.Early;
        if (block.timestamp >= order.validBefore) return State.Expired;
        return State.Open;
    }

    function _left(Order calldata order, bytes32 hash) private view returns (uint256) {
        uint256 sold = _records[order.seller][hash].sold;
        return sold < order.quantity ? order.quantity - sold : 0;
    }
}
