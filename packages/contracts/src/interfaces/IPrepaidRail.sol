// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPaymentRail} from "./IPaymentRail.sol";

/// @title A ledger of prepaid yen
/// @notice Whoever has an account pays with what they put in before; who is paid gets a claim on the issuer, who settles it
/// by bank transfer. Money that was put in cannot be taken out again, and nothing here is a token: it moves by payments only.
/// One unit is one yen.
/// A split has no account: what is credited to one that was not looked into is divided among its payees by `claimFor`.
/// @dev The currency of its payments is its own address. What was put in is always what can be spent, what was received, what
/// is credited and what is being settled, together.
interface IPrepaidRail is IPaymentRail {
    /// @notice What an account may do.
    /// @param None nobody opened it: what it should get is credited
    /// @param Open it pays and is paid
    /// @param Frozen it does not pay, and what it should get is credited
    enum Status {
        None,
        Open,
        Frozen
    }

    /// @notice An account with the issuer.
    /// @param spendable yen that were put in
    /// @param receivable yen that the issuer owes for what was sold
    struct Account {
        uint96 spendable;
        uint96 receivable;
        Status status;
    }

    /// @notice A bank transfer that was asked for.
    /// @param amount in yen; zero where there is none, or it has ended
    struct Settlement {
        address account;
        uint96 amount;
    }

    /// @notice The account is not open.
    error AccountNotOpen(address account, Status status);

    /// @notice The account has less.
    error BalanceTooLow(address account, uint256 balance, uint256 amount);

    /// @notice An account may hold no more.
    error HoldingTooHigh(address account, uint256 amount, uint256 limit);

    /// @notice This deposit was booked before.
    error FundingUsed(bytes32 funding);

    /// @notice Nothing is to be settled under this number.
    error SettlementUnknown(uint256 id);

    /// @notice Nothing would be moved.
    error AmountInvalid();

    /// @notice An account's status changed.
    event StatusSet(address indexed account, Status status);

    /// @notice Yen were put into an account.
    event ToppedUp(address indexed account, uint256 amount, bytes32 indexed funding);

    /// @notice An account asked for a bank transfer.
    event SettlementRequested(uint256 indexed id, address indexed account, uint256 amount);

    /// @notice The bank paid.
    event Settled(uint256 indexed id, bytes32 bankReference);

    /// @notice The bank did not pay; the account has its claim back.
    event SettlementRefused(uint256 indexed id, bytes32 reason);

    /// @notice Opens, freezes or thaws an account.
    /// @dev Callable by the owner. Emits {StatusSet}. Reverts for anyone else.
    function setStatus(address account, Status status) external;

    /// @notice Books a deposit.
    /// @dev Callable by the owner. Emits {ToppedUp}. Reverts for anyone else, or with {AmountInvalid}, {AccountNotOpen},
    /// {HoldingTooHigh} or {FundingUsed}.
    /// @param funding the deposit's own reference: one is booked once
    function topUp(address account, uint256 amount, bytes32 funding) external;

    /// @notice Asks for what was received to be paid to the caller's bank account.
    /// @dev Callable by anyone, for themselves. Emits {SettlementRequested}. Reverts with {AmountInvalid}, {AccountNotOpen} or
    /// {BalanceTooLow}.
    function requestSettlement(uint256 amount) external returns (uint256 id);

    /// @notice Books that the bank paid.
    /// @dev Callable by the owner. Emits {Settled}. Reverts for anyone else, or with {SettlementUnknown}.
    function confirmSettlement(uint256 id, bytes32 bankReference) external;

    /// @notice Books that the bank did not pay.
    /// @dev Callable by the owner. Emits {SettlementRefused}. Reverts for anyone else, or with {SettlementUnknown}.
    function refuseSettlement(uint256 id, bytes32 reason) external;

    /// @notice An account, all zero where there is none.
    function accountOf(address account) external view returns (Account memory);

    /// @notice What is being settled under a number.
    function settlement(uint256 id) external view returns (Settlement memory);

    /// @notice How many settlements were asked for; also the last number.
    function settlementCount() external view returns (uint256);

    /// @notice Yen that were put in and not settled: what the issuer owes.
    function outstanding() external view returns (uint256);

    /// @notice What an account may hold to spend, in yen.
    function holdingLimit() external view returns (uint256);
}
