// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "./ICredits.sol";

/// @title Moves money from one payer to several payees at once
/// @notice The zone's payment port: an ERC-20, a bank's token or a prepaid ledger is paid through the same calls. All of a
/// payment happens, or none of it. Nobody who is paid can hold it up: who cannot be paid is credited, and all others are paid.
/// Splits among the payees are paid to their own payees at once.
/// @dev A rail keeps nothing but what it has credited. What the payer agreed to names the caller, the sum and what it is for;
/// to whom it is divided is the caller's to say, and the payer trusts the caller in this.
interface IPaymentRail is ICredits {
    /// @notice How a payer agreed.
    /// @param Caller the payer calls the rail; nothing is signed
    /// @param Currency the currency checks a signature that it defines itself: ERC-3009 `receiveWithAuthorization`
    /// @param Rail the rail checks a signature over {Payment}'s fields (EIP-712): by key, or as a contract by ERC-1271
    enum Agreement {
        Caller,
        Currency,
        Rail
    }

    /// @notice A payee's part.
    /// @param nested whether to look if the payee is a split: then its payees are paid, as far as there are not too many
    struct Part {
        address payee;
        uint128 amount;
        bool nested;
    }

    /// @notice What is paid.
    /// @param currency a token's address; the rail's own where the money is entries in its own books. Then it is no token, and
    /// cannot leave the chain: whoever pays for others' sake asks by this whether it reaches them
    /// @param purpose what it is for, as the caller defines it; it stands in every event
    /// @param parts 1 to 16 of them, in the order in which they are paid
    struct Payment {
        address payer;
        address currency;
        bytes32 purpose;
        Part[] parts;
    }

    /// @notice A payer's word for one payment.
    /// @param validAfter unix seconds after which it counts
    /// @param validBefore unix seconds from which it counts no more
    /// @param salt chosen by the payer; with it, one word counts once
    /// @param signature 65 bytes; for {Agreement.Rail} whatever the payer's contract takes, or 64 bytes by EIP-2098
    struct Authorization {
        Agreement agreement;
        uint256 validAfter;
        uint256 validBefore;
        bytes32 salt;
        bytes signature;
    }

    /// @notice A payment has 1 to 16 parts.
    error PartCountInvalid(uint256 count);

    /// @notice Nobody or the rail itself would be paid, or nothing.
    error PartInvalid(address payee, uint256 amount);

    /// @notice This rail does not carry the currency.
    error CurrencyInvalid(address currency);

    /// @notice This rail knows no such way to agree.
    error AgreementInvalid(Agreement agreement);

    /// @notice Only the payer may pay without a signature.
    error CallerNotPayer(address caller, address payer);

    /// @notice The payer's word does not count yet, or not any more.
    error AuthorizationOutOfTime(uint256 validAfter, uint256 validBefore);

    /// @notice The payer's word was used, or taken back.
    error SaltUsed(address payer, bytes32 salt);

    /// @notice Money went from a payer to payees; one {SharePaid} or {ShareCredited} for each of them came before.
    /// @param caller who had it carried out: the payer, or whom the payer agreed to by signature
    event PaymentMade(
        bytes32 indexed purpose,
        address indexed payer,
        address indexed caller,
        address currency,
        uint256 amount,
        bool isRefund
    );

    /// @notice A payee was paid.
    event SharePaid(bytes32 indexed purpose, address indexed payee, address indexed currency, uint256 amount);

    /// @notice A payee could not be paid, and may claim.
    event ShareCredited(
        bytes32 indexed purpose, address indexed payee, address indexed currency, uint256 amount
    );

    /// @notice A payer took back a word that may have been given.
    event SaltVoided(address indexed payer, bytes32 salt);

    /// @notice Carries out a payment.
    /// @dev Callable by whom the payer agreed to. Emits {SharePaid} or {ShareCredited} for each payee and {PaymentMade}.
    /// Reverts with {PartCountInvalid}, {PartInvalid}, {CurrencyInvalid}, {AgreementInvalid}, {CallerNotPayer},
    /// {AuthorizationOutOfTime}, {SaltUsed}, {SignatureInvalid}, {PaymentInexact}, {GasTooLowToPay}, or the currency's own
    /// reason, such as too little money.
    /// @return amount the sum of all parts
    function pay(Payment calldata payment, Authorization calldata authorization)
        external
        returns (uint256 amount);

    /// @notice Gives money back, by who was paid to who had paid. Where a rail tells money to spend from money received, it
    /// takes the latter and gives the former; elsewhere it is {pay}.
    /// @dev Callable by whom the payer agreed to. Emits and reverts as {pay}.
    /// @return amount the sum of all parts
    function refund(Payment calldata payment, Authorization calldata authorization)
        external
        returns (uint256 amount);

    /// @notice Takes back every word of the caller's with this salt that the rail would check.
    /// @dev Callable by anyone, for themselves. Emits {SaltVoided}. Reverts with {SaltUsed} where it was used.
    function voidSalt(bytes32 salt) external;

    /// @notice Whether a word with this salt was used or taken back. Where the currency checks it, ask the currency.
    function isSaltUsed(address payer, bytes32 salt) external view returns (bool);

    /// @notice What is credited to all payees in a currency. A rail never has less.
    function totalCredit(address currency) external view returns (uint256);

    /// @notice The nonce under which a currency is asked to check a payer's word (ERC-3009).
    /// @param caller who may have the payment carried out
    /// @return the EIP-712 struct hash `AuthorizationNonce(address caller,bytes32 purpose,bytes32 salt)`
    function authorizationNonce(address caller, bytes32 purpose, bytes32 salt) external pure returns (bytes32);
}
