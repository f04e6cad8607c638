// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What the custody has the gateway append at home
interface IHub {
    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice Appends the second leg of a Forward that has just moved from vault to vault.
    /// @dev Callable by the custody only, while a message is carried out. Emits {MessageSent}. Reverts with a named error; the
    /// Forward then parks.
    /// @param ids of the assets; empty for ERC-20
    /// @param amounts of the assets; empty for ERC-721
    function onward(bytes calldata forward, uint256[] calldata ids, uint256[] calldata amounts) external;

    /// @notice Appends a Return that passes through home.
    /// @dev Callable by the custody only, while a message is carried out. Emits {MessageSent}. Reverts with
    /// {ILanes.LaneNotOpen} or {ILanes.LaneIsClosed}; the Return then parks.
    function passOn(uint64 refundChainId, bytes calldata returned) external;
}
