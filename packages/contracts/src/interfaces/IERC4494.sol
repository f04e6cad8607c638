// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Approval of one NFT by signature (ERC-4494)
interface IERC4494 {
    /// @notice Approves `spender` for a token whose owner signed.
    /// @dev Callable by anyone. Emits `Approval`. Reverts after the deadline or for another's signature.
    function permit(address spender, uint256 tokenId, uint256 deadline, bytes calldata signature) external;
}
