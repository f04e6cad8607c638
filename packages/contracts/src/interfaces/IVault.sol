// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";

/// @title The escrow at home for one counterpart chain
/// @notice What it holds is exactly what that chain may ever claim: `ownerOf(token) == vault(chain)` is the ledger.
/// @dev A minimal clone whose immutable argument is the counterpart chain's id. It has no owner, and no function by
/// which anybody could withdraw, lend or seize. It takes ERC-1155 tokens only while the gateway pulls them; what somebody
/// sends here on their own is refused where the standard allows, and otherwise surplus that stays.
interface IVault is IERC1155Receiver {
    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice The token does not say that its transfer made `recipient` the owner instead of this vault.
    error TokenNotReleased(address token, uint256 id);

    /// @notice The token took more or less out of the vault than was to be released.
    error AmountNotReleased(address token, uint256 expected, uint256 released);

    /// @notice The vault itself or nobody would become the owner.
    error RecipientInvalid(address recipient);

    /// @notice Gives tokens that came home to their new owner.
    /// @dev Callable by the custody only. Uses plain transfers and asks the token afterwards. Emits what the token emits.
    /// Reverts with {CallerNotCustody}, {RecipientInvalid}, the token's own reason, {TokenNotReleased} or {AmountNotReleased}.
    /// @param assets the assets of a message that goes towards home, as they stand in it
    function release(address token, uint8 standard, address recipient, bytes calldata assets) external;

    /// @notice The chain whose representations this vault backs.
    function counterpartChainId() external view returns (uint64);
}
