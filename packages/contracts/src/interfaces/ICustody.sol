// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What the zone may do with assets on one chain
/// @notice Makes and ends representations and lets vaults release. Only the gateway may call, and only for what a lane
/// brought or what a person gave up.
interface ICustody {
    /// @notice Only the gateway may call.
    error CallerNotGateway(address caller);

    /// @notice The message has a version or kind that this gateway does not carry out.
    error KindUnsupported(uint8 version, uint8 kind);

    /// @notice Assets of this standard are not carried by this gateway.
    error StandardUnsupported(uint8 standard);

    /// @notice The message's bytes do not make up the assets that it announces.
    error MessageMalformed();

    /// @notice The message is for another chain, or neither end of its lane is its home.
    error MessageMisdirected();

    /// @notice Nothing was said yet about this collection, or its home token has no code.
    error CollectionUnknown(address token);

    /// @notice Carries out a Transfer: releases from the vault of `originChainId`, or mints.
    /// @dev Callable by the gateway only. Reverts with a named error or with the token's own reason.
    function give(uint64 originChainId, bytes calldata message) external;

    /// @notice Carries out a Collection message; makes the representation where it is not there yet.
    /// @dev Callable by the gateway only. A message that makes no sense changes nothing.
    function describe(uint64 originChainId, bytes calldata message) external;

    /// @notice Ends tokens of a representation that their owner sends home.
    /// @dev Callable by the gateway only.
    function burn(address representation, address owner, uint256[] calldata ids) external;

    /// @notice Makes the vault for a counterpart chain.
    /// @dev Callable by the gateway only.
    function createVault(uint64 counterpartChainId) external returns (address vault);

    /// @notice The contracts of which vaults and representations are clones.
    function implementations() external view returns (address vault, address representation721);
}
