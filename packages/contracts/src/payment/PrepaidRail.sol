// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IPrepaidRail} from "../interfaces/IPrepaidRail.sol";
import {ISplitFactory} from "../interfaces/ISplitFactory.sol";
import {Crediting} from "../payout/Crediting.sol";
import {PaymentRail} from "./PaymentRail.sol";

/// @title A ledger of prepaid yen
contract PrepaidRail is IPrepaidRail, PaymentRail, Ownable {
    using SafeCast for uint256;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    /// @inheritdoc IPrepaidRail
    uint256 public immutable holdingLimit;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IPrepaidRail
    uint256 public settlementCount;
    /// @inheritdoc IPrepaidRail
    uint256 public outstanding;
    mapping(address account => Account) private _accounts;
    mapping(uint256 id => Settlement) private _settlements;
    mapping(bytes32 funding => bool) private _isBooked;
    /// @dev Whether what is paid now is money given back.
    bool private transient _isRefund;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(ISplitFactory splits, address owner_, uint96 holdingLimit_)
        PaymentRail(splits)
        Ownable(owner_)
    {
        holdingLimit = holdingLimit_;
    }

    // ------------------------------------------------------------------------------------------------------ OWNER'S

    /// @inheritdoc IPrepaidRail
    function setStatus(address account, Status status) external onlyOwner {
        _accounts[account].status = status;
        emit StatusSet(account, status);
    }

    /// @inheritdoc IPrepaidRail
    function topUp(address account, uint256 amount, bytes32 funding) external onlyOwner {
        if (amount == 0) revert AmountInvalid();
        if (_isBooked[funding]) revert FundingUsed(funding);
        _isBooked[funding] = true;
        Account storage booked = _open(account);
        if (amount > holdingLimit || booked.spendable + amount > holdingLimit) {
            revert HoldingTooHigh(account, amount, holdingLimit);
        }
        booked.spendable += uint96(amount);
        // So that no sum of what is in the accounts has more bits than one of them.
        outstanding = (outstanding + amount).toUint96();
        emit ToppedUp(account, amount, funding);
    }

    /// @inheritdoc IPrepaidRail
    function confirmSettlement(uint256 id, bytes32 bankReference) external onlyOwner {
        outstanding -= _endSettlement(id).amount;
        emit Settled(id, bankReference);
    }

    /// @inheritdoc IPrepaidRail
    function refuseSettlement(uint256 id, bytes32 reason) external onlyOwner {
        Settlement memory ended = _endSettlement(id);
        _accounts[ended.account].receivable += ended.amount;
        emit SettlementRefused(id, reason);
    }

    // ----------------------------------------------------------------------------------------------------- ACCOUNT'S

    /// @inheritdoc IPrepaidRail
    function requestSettlement(uint256 amount) external returns (uint256 id) {
        if (amount == 0) revert AmountInvalid();
        Account storage account = _open(msg.sender);
        account.receivable = _less(msg.sender, account.receivable, amount);
        id = ++settlementCount;
        _settlements[id] = Settlement(msg.sender, uint96(amount));
        emit SettlementRequested(id, msg.sender, amount);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IPrepaidRail
    function accountOf(address account) external view returns (Account memory) {
        return _accounts[account];
    }

    /// @inheritdoc IPrepaidRail
    function settlement(uint256 id) external view returns (Settlement memory) {
        return _settlements[id];
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @inheritdoc PaymentRail
    function _collect(
        Payment calldata payment,
        uint256 amount,
        Authorization calldata authorization,
        bool isRefund
    ) internal override returns (uint256) {
        if (payment.currency != address(this)) {
            revert CurrencyInvalid(payment.currency);
        }
        _checkAgreed(payment, amount, authorization);
        Account storage payer = _open(payment.payer);
        if (isRefund) payer.receivable = _less(payment.payer, payer.receivable, amount);
        else payer.spendable = _less(payment.payer, payer.spendable, amount);
        _isRefund = isRefund;
        return 0;
    }

    /// @inheritdoc PaymentRail
    /// @dev Nobody else moves anything here.
    function _surplus(address, uint256, uint256) internal pure override returns (uint256) {
        return 0;
    }

    /// @inheritdoc Crediting
    function _push(address, address to, uint256 amount) internal override returns (bool done) {
        Account storage account = _accounts[to];
        if (account.status != Status.Open) return false;
        if (_isRefund) account.spendable += uint96(amount);
        else account.receivable += uint96(amount);
        return true;
    }

    /// @inheritdoc Crediting
    function _send(address, address to, uint256 amount) internal override {
        _open(to).receivable += uint96(amount);
    }

    function _open(address account) private view returns (Account storage found) {
        found = _accounts[account];
        if (found.status != Status.Open) revert AccountNotOpen(account, found.status);
    }

    function _less(address account, uint96 balance, uint256 amount) private pure returns (uint96) {
        if (balance < amount) revert BalanceTooLow(account, balance, amount);
        return uint96(balance - amount);
    }

    function _endSettlement(uint256 id) private returns (Settlement memory ended) {
        ended = _settlements[id];
        if (ended.amount == 0) revert SettlementUnknown(id);
        delete _settlements[id];
    }
}
