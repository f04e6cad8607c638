// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Transfers by an authorization that a contract may have signed (ERC-7598)
/// @notice As ERC-3009, of which it takes nonces and messages over, for accounts that are contracts too (ERC-1271).
interface IERC7598 {
    /// @notice Moves `value` from `from` to `to`.
    /// @dev Callable by anyone. Emits `Transfer` and `AuthorizationUsed`. Reverts outside of `validAfter < now < validBefore`, for a
    /// used nonce, or a wrong signature.
    /// @param signature by key, or whatever the contract at `from` takes
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;

    /// @notice Moves `value` from `from` to the caller, who must be `to`.
    /// @dev Callable by `to` only. Emits and reverts as {transferWithAuthorization}.
    /// @param signature by key, or whatever the contract at `from` takes
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;
}
