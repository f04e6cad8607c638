// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IPrepaidRail} from "../interfaces/IPrepaidRail.sol";
import {ISplitFactory} from "../interfaces/ISplitFactory.sol";
import {Crediting} from "../payout/Crediting.sol";
import {NestingLib} from "../payout/NestingLib.sol";
import {ShareLib} from "../payout/ShareLib.sol";
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
    /// @dev What an odd list says that the ledger itself gets: nobody has an account for it.
    uint256 private transient _kept;

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
    function _surplus(address, uint256, uint256) internal override returns (uint256 kept) {
        kept = _kept;
        _kept = 0;
    }

    /// @inheritdoc PaymentRail
    function _told(address currency, address payee, uint256 amount, bool isPaid, Sum memory sum)
        internal
        override
    {
        if (payee == address(this)) _kept += amount;
        super._told(currency, payee, amount, isPaid, sum);
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
    /// @dev A split has no account, and could ask for no settlement: its payees are paid. So what was credited to one that was not
    /// there yet, or not looked into, finds its way however deep lists are in each other.
    function _send(address currency, address to, uint256 amount) internal override {
        if (!NestingLib.isSplit(to, _splitImplementation())) {
            _open(to).receivable += uint96(amount);
            return;
        }
        _isRefund = false;
        Sum memory sum;
        sum.room = ShareLib.MAX_SHARES + MOST_NESTED;
        _payShare(currency, to, amount, MOST_LEVELS + 1, sum);
        uint256 kept = _surplus(currency, 0, 0);
        if (kept != 0) _creditSurplus(currency, to, kept, sum);
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
