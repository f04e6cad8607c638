// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What could not be paid waits for whom it belongs to
/// @notice A payee who is blocked, reverts, burns gas or whose currency is paused is credited, and nobody else notices. Only
/// the payee moves a credit: in person, or by a signature that anybody may carry. A currency is an ERC-20's address, or zero
/// for the chain's own coin.
interface ICredits {
    /// @notice A payee's order to pay out what is credited to them, for somebody else to carry (EIP-712).
    /// @param to any account that the currency pays: a blocked payee names another of theirs
    /// @param nonce see {claimNonce}
    /// @param deadline unix seconds after which it counts for nothing
    struct Claim {
        address payee;
        address currency;
        address to;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice Nothing is credited to the payee in this currency.
    error NothingToClaim(address payee, address currency);

    /// @notice Nobody, or this contract, would be paid.
    error RecipientInvalid(address recipient);

    /// @notice The claim's time is over.
    error ClaimExpired(uint256 deadline);

    /// @notice The claim was carried out already, or another one comes first.
    error NonceInvalid(address payee, uint256 nonce, uint256 expected);

    /// @notice The payee did not sign this claim.
    error SignatureInvalid(address payee);

    /// @notice The currency moved another amount than it was asked to.
    error PaymentInexact(address currency, uint256 asked, uint256 moved);

    /// @notice The call has less gas than a payee may need. Without this, whoever pays for the gas could have a share
    /// credited that can be paid.
    error GasTooLowToPay();

    /// @notice A payee could not be paid, and may claim.
    event Credited(address indexed currency, address indexed payee, uint256 amount);

    /// @notice A payee got what was credited to them.
    event CreditClaimed(address indexed currency, address indexed payee, address indexed to, uint256 amount);

    /// @notice Pays the caller all that is credited to them in a currency.
    /// @dev Callable by anyone, for themselves. Emits {CreditClaimed}. Reverts with {NothingToClaim}, {RecipientInvalid},
    /// {PaymentInexact} or the currency's own reason, and then the credit stays.
    /// @param to where it goes; any account that the currency pays
    function claim(address currency, address to) external returns (uint256 amount);

    /// @notice Tries again to pay a payee, and nobody else.
    /// @dev Callable by anyone. Emits {CreditClaimed}. Reverts as {claim}.
    function claimFor(address payee, address currency) external returns (uint256 amount);

    /// @notice Carries out a claim that the payee signed: by key, or as a contract by ERC-1271.
    /// @dev Callable by anyone, who pays the gas and can change nothing. Emits {CreditClaimed}. Reverts with
    /// {ClaimExpired}, {NonceInvalid}, {SignatureInvalid}, or as {claim}.
    /// @param signature 65 bytes, or 64 by EIP-2098
    function claimBySignature(Claim calldata order, bytes calldata signature)
        external
        returns (uint256 amount);

    /// @notice What a payee may claim in a currency.
    function credit(address payee, address currency) external view returns (uint256);

    /// @notice The nonce of the payee's next signed claim.
    function claimNonce(address payee) external view returns (uint256);
}
