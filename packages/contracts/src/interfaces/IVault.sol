// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title The escrow at home for one counterpart chain
/// @notice What it holds is exactly what that chain may ever claim: `ownerOf(token) == vault(chain)` is the ledger.
/// @dev A minimal clone whose immutable argument is the counterpart chain's id. It has no owner, and no function by
/// which anybody could withdraw, lend or seize. What somebody sends here on their own is surplus and stays.
interface IVault {
    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice After its transfer the token does not say that `recipient` owns it.
    error TokenNotReleased(address token, uint256 id);

    /// @notice The vault itself or nobody would become the owner.
    error RecipientInvalid(address recipient);

    /// @notice Gives tokens that came home to their new owner.
    /// @dev Callable by the custody only. Uses plain `transferFrom` and asks the token afterwards. Reverts with the
    /// token's own reason, or {TokenNotReleased}.
    /// @param assets the assets of a message that goes towards home, as they stand in it
    function release(address token, address recipient, bytes calldata assets) external;

    /// @notice The chain whose representations this vault backs.
    function counterpartChainId() external view returns (uint64);
}
