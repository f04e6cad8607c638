// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISplit} from "./ISplit.sol";

/// @title Makes splits at addresses that follow from what they are
/// @notice A split can be paid before it is made: its address is known from its list, and anyone may make it. The same
/// factory has the same address on every chain, and so have its splits.
interface ISplitFactory {
    /// @notice A split was made.
    /// @param owner who may change the list; zero for nobody
    event SplitCreated(address indexed split, address indexed owner, ISplit.Share[] shares);

    /// @notice Makes a split; where it stands already, gives its address.
    /// @dev Callable by anyone. Emits {SplitCreated}. Reverts with {ISplit.ShareCountInvalid} or {ISplit.ShareInvalid}.
    /// @param owner who may change the list; zero for nobody, ever
    /// @param salt for several splits with one list
    function create(address owner, ISplit.Share[] calldata shares, bytes32 salt)
        external
        returns (address split);

    /// @notice Makes a split if need be, and has it divide what was paid to it.
    /// @dev Callable by anyone. Emits and reverts as {create} and {ISplit.distribute}.
    function createAndDistribute(
        address owner,
        ISplit.Share[] calldata shares,
        bytes32 salt,
        address currency
    ) external returns (address split, uint256 amount);

    /// @notice Where a split stands, or would.
    /// @dev Reverts as {create} for a list that no split can have.
    function splitOf(address owner, ISplit.Share[] calldata shares, bytes32 salt)
        external
        view
        returns (address split);

    /// @notice Whether an account is a split of this factory.
    function isSplit(address account) external view returns (bool);

    /// @notice What every split of this factory delegates to.
    function implementation() external view returns (address);
}
