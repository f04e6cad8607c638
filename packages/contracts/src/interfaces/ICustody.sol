// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What the zone may do with assets on one chain
/// @notice Makes and ends representations and lets vaults release. Only the gateway may call, and only for what a lane
/// brought or what a person gave up.
interface ICustody {
    /// @notice What may arrive of a collection in a window.
    /// @param windowStart unix seconds at which the current window began
    /// @param quarantinedUntil unix seconds until which nothing of it is carried out
    /// @param windowMinutes the window's length; zero where the collection has not been seen yet
    /// @param used units in the current window
    /// @param cap units; the largest value means no limit
    struct Meter {
        uint32 windowStart;
        uint32 quarantinedUntil;
        uint16 windowMinutes;
        uint88 used;
        uint88 cap;
    }

    /// @notice Only the gateway may call.
    error CallerNotGateway(address caller);

    /// @notice The message has a version or kind that this gateway does not carry out.
    error KindUnsupported(uint8 version, uint8 kind);

    /// @notice Assets of this class do not cross: 5 = security.
    error ClassRefused(uint8 class);

    /// @notice No asset has this standard.
    error StandardUnsupported(uint8 standard);

    /// @notice The message's bytes do not make up the assets that it announces.
    error MessageMalformed();

    /// @notice The message is for another chain, or neither end of its lane is its home.
    error MessageMisdirected();

    /// @notice Nothing was said yet about this collection, or its home token has no code.
    error CollectionUnknown(address token);

    /// @notice Validators stopped this collection for a while.
    error CollectionQuarantined(address token, uint32 until);

    /// @notice More would arrive of this collection than its window allows; another window opens at `opens`.
    error LimitReached(address token, uint256 opens);

    /// @notice Carries out a Transfer, Forward or Return: releases from the vault of `originChainId`, mints, or moves from
    /// vault to vault and has the gateway append what follows.
    /// @dev Callable by the gateway only. Emits what the tokens and the gateway emit. Reverts with {CallerNotGateway}, with
    /// another named error or with the token's own reason.
    /// @param policy asked before representations are minted for a Transfer; zero admits all
    function execute(uint64 originChainId, address policy, bytes calldata message) external;

    /// @notice As {execute}, for another account.
    /// @dev Callable by the gateway only. A Forward is released here instead of going on. Emits and reverts as {execute}.
    function executeFor(uint64 originChainId, address policy, bytes calldata message, address recipient)
        external;

    /// @notice The Return that gives back what a Transfer or Forward had carried.
    /// @dev Reverts for a message that cannot be read.
    function returnOf(bytes calldata ended, bytes32 endedId) external pure returns (bytes memory);

    /// @notice Carries out a Collection message; makes the representation where it is not there yet.
    /// @dev Callable by the gateway only. Emits what the representation emits. Reverts with {MessageMalformed},
    /// {KindUnsupported}, {ClassRefused}, {MessageMisdirected}, {StandardUnsupported}; then nothing was changed.
    /// @param order the message's anchor and sequence: an older one than the last defines its record only
    function describe(uint64 originChainId, uint64 order, bytes calldata message) external;

    /// @notice Ends tokens of a representation that their owner sends home.
    /// @dev Callable by the gateway only. Emits what the representation emits. Reverts with its reason.
    function burn(address representation, address owner, uint256[] calldata ids, uint256[] calldata amounts)
        external;

    /// @notice Gives a holding out of the vault of a chain that was wound down.
    /// @dev Callable by the gateway only. Emits what the token emits. Reverts with {CollectionUnknown}, {StandardUnsupported},
    /// or the vault's or the token's reason.
    function release(
        uint64 chainId,
        uint8 standard,
        address token,
        uint256 id,
        uint256 amount,
        address recipient
    ) external;

    /// @notice Makes the vault for a counterpart chain.
    /// @dev Callable by the gateway only. Emits nothing. Reverts where the vault is there already.
    function createVault(uint64 counterpartChainId) external returns (address vault);

    /// @notice Starts a collection's meter with the defaults, if it has none.
    /// @dev Callable by the gateway only. Emits nothing. Reverts with {CallerNotGateway} alone.
    function startMeter(address token, uint8 standard) external;

    /// @notice Sets a collection's limit.
    /// @dev Callable by the gateway only, which emits. Emits nothing. Reverts with {CallerNotGateway} alone.
    function setLimit(address token, uint88 cap, uint16 windowMinutes) external;

    /// @notice Sets the limit of NFT collections that have none yet.
    /// @dev Callable by the gateway only, which emits. Emits nothing. Reverts with {CallerNotGateway} alone.
    function setDefaultLimit(uint88 cap, uint16 windowMinutes) external;

    /// @notice Stops a collection until a time.
    /// @dev Callable by the gateway only, which emits. Emits nothing. Reverts with {CallerNotGateway} alone.
    function quarantine(address token, uint32 until) external;

    /// @notice Makes the account that a representation's ERC-2981 names. It can be paid before it is made.
    /// @dev Callable by anyone. Emits nothing. Reverts where it is there already.
    function createRoyaltyRouter(uint64 homeChainId, address homeToken, address receiver)
        external
        returns (address router);

    /// @notice The account that takes a collection's royalties for a receiver at home, made or not.
    function royaltyRouterOf(uint64 homeChainId, address homeToken, address receiver)
        external
        view
        returns (address);

    /// @notice A collection's meter.
    function meterOf(address token) external view returns (Meter memory);

    /// @notice Whether units of a collection could come home in one message: not more than its limit here.
    function fits(address token, uint8 standard, uint256 units) external view returns (bool);

    /// @notice Whether a vault may receive from another vault now.
    function isMoving() external view returns (bool);
}
