// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Transfers by signed authorization (ERC-3009)
interface IERC3009 {
    /// @notice Moves `value` from `from` to the caller, who must be `to`.
    /// @dev Callable by `to` only. Emits `Transfer` and `AuthorizationUsed`. Reverts outside of `validAfter < now <
    /// validBefore`, for a used nonce, or a wrong signature.
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
}
