// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Yen for tests: of no value, a sample, not a part of the protocol
/// @dev An ERC-20 of 18 decimals with ERC-2612 and ERC-3009, as yen stablecoins have.
interface ITestYen {
    /// @notice Makes money.
    /// @dev Callable by the owner. Emits `Transfer`. Reverts for anyone else.
    function mint(address to, uint256 amount) external;
}
