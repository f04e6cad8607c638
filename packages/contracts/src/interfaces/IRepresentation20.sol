// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC7572} from "./IERC7572.sol";
import {IRepresentation} from "./IRepresentation.sol";

/// @title What a representation of an ERC-20 token does besides its standard and ERC-2612
/// @notice ERC-3009: moving tokens by signature, in the EIP-712 domain with the name that home gave and version 1.
/// An authorization is good once; its nonce is any 32 bytes that its signer has not used.
interface IRepresentation20 is IRepresentation, IERC7572 {
    /// @notice Nobody, and the token itself, can have no tokens.
    error RecipientInvalid(address recipient);

    /// @notice The authorization does not count yet, or not any more.
    error AuthorizationOutOfTime(uint256 validAfter, uint256 validBefore);

    /// @notice The authorization was used or canceled before.
    error AuthorizationSpent(address authorizer, bytes32 nonce);

    /// @notice The signature is not the authorizer's.
    error AuthorizationNotSigned(address authorizer);

    /// @notice Only the account that is to be paid may use this authorization.
    error CallerNotPayee(address payee);

    /// @notice An authorization was used.
    event AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce);

    /// @notice An authorization was canceled.
    event AuthorizationCanceled(address indexed authorizer, bytes32 indexed nonce);

    /// @notice Moves `value` from who signed `TransferWithAuthorization`.
    /// @dev Callable by anyone, between `validAfter` and `validBefore` (both excluded; unix seconds). Emits
    /// {AuthorizationUsed}. Reverts with {AuthorizationOutOfTime}, {AuthorizationSpent} or {AuthorizationNotSigned}, and
    /// where `from` has less.
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice As {transferWithAuthorization}, signed as `ReceiveWithAuthorization`: nobody can use it ahead of the payee.
    /// @dev Callable by `to` only. Emits {AuthorizationUsed}. Reverts with {CallerNotPayee} for anyone else, and as
    /// {transferWithAuthorization}.
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Voids an authorization that was not used.
    /// @dev Callable by anyone with the authorizer's signature on `CancelAuthorization`. Emits {AuthorizationCanceled}.
    /// Reverts with {AuthorizationSpent} or {AuthorizationNotSigned}.
    function cancelAuthorization(address authorizer, bytes32 nonce, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Whether an authorization was used or canceled.
    function authorizationState(address authorizer, bytes32 nonce) external view returns (bool);
}
