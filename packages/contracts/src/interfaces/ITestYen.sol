// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Yen for tests: of no value, a sample, not a part of the protocol
/// @dev An ERC-20 of 18 decimals with what yen stablecoins have: ERC-2612, ERC-3009, an issuer who may pause it and block
/// accounts, and a limit above which only accounts that the issuer knows are paid.
interface ITestYen {
    /// @notice The issuer has stopped all transfers.
    error TransfersPaused();

    /// @notice The issuer lets this account neither pay nor be paid.
    error AccountBlocked(address account);

    /// @notice So much is moved at once only between accounts that the issuer has registered.
    error AccountNotRegistered(address account, uint256 amount, uint256 freeLimit);

    /// @notice An account was blocked, or is not any more.
    event BlockedSet(address indexed account, bool on);

    /// @notice An account was registered, or is not any more.
    event RegisteredSet(address indexed account, bool on);

    /// @notice What anyone may move at once changed.
    event FreeLimitSet(uint256 amount);

    /// @notice Transfers were stopped, or go on.
    event PausedSet(bool on);

    /// @notice Makes money.
    /// @dev Callable by the owner. Emits `Transfer`. Reverts for anyone else, with {TransfersPaused} or {AccountBlocked}.
    function mint(address to, uint256 amount) external;

    /// @notice Ends money of the owner's own, for which yen were paid out.
    /// @dev Callable by the owner. Emits `Transfer`. Reverts for anyone else, with {TransfersPaused}, or for more than there is.
    function redeem(uint256 amount) external;

    /// @notice Blocks an account, or lets it pay and be paid again. What it holds stays.
    /// @dev Callable by the owner. Emits {BlockedSet}. Reverts for anyone else.
    function setBlocked(address account, bool on) external;

    /// @notice Registers an account, or forgets it.
    /// @dev Callable by the owner. Emits {RegisteredSet}. Reverts for anyone else.
    function setRegistered(address account, bool on) external;

    /// @notice Sets what may be moved at once from or to an account that is not registered. No limit at first.
    /// @dev Callable by the owner. Emits {FreeLimitSet}. Reverts for anyone else.
    function setFreeLimit(uint256 amount) external;

    /// @notice Stops all transfers, or lets them go on.
    /// @dev Callable by the owner. Emits {PausedSet}. Reverts for anyone else.
    function setPaused(bool on) external;

    /// @notice Whether the issuer lets an account neither pay nor be paid.
    function isBlocked(address account) external view returns (bool);

    /// @notice Whether the issuer knows an account.
    function isRegistered(address account) external view returns (bool);

    /// @notice What may be moved at once from or to an account that is not registered.
    function freeLimit() external view returns (uint256);

    /// @notice Whether all transfers are stopped.
    function paused() external view returns (bool);
}
