// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Who may buy, and how many: a seller's own rule
/// @notice A market asks the policy that an order names within each purchase, before anything moves.
interface ISalePolicy {
    /// @notice Whether a buyer may buy. Called by a market, which a policy that counts must tell from others by `msg.sender`.
    /// @dev Callable by anyone. Emits nothing that anybody counts on. A refusal is an answer of `false`. Reverts where the policy
    /// gives a reason of its own; then nothing is bought either.
    /// @param terms what the order says for the policy
    function allowPurchase(
        address seller,
        bytes32 orderHash,
        bytes32 terms,
        address buyer,
        address recipient,
        uint256 count
    ) external returns (bool);
}
