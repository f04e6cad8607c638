// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Deploys a zone's contracts on one chain
/// @notice An address that it gives commits to the zone, its first validators, its settings and the code. Whoever
/// deploys first can therefore deploy only what was meant, and the same zone has the same addresses everywhere.
interface IZoneFactory {
    /// @notice What is fixed for a zone at deployment.
    /// @param minDeadline the shortest time, in seconds, that a transfer may be given to arrive
    /// @param maxDeadline the longest
    /// @param defaultDeadline what it is given when the sender does not say
    struct Settings {
        uint40 minDeadline;
        uint40 maxDeadline;
        uint40 defaultDeadline;
    }

    /// @notice What the zone's contracts ask their factory for while they are constructed.
    struct Parameters {
        address gateway;
        address custody;
        bytes32 zoneId;
        uint16 quorum;
        address[] validators;
        Settings settings;
    }

    /// @notice A zone's gateway was deployed on this chain.
    event ZoneDeployed(bytes32 indexed zoneId, bytes32 indexed genesisSetHash, address gateway);

    /// @notice A zone's name has 3 to 63 characters of `a-z`, `0-9`, `-` and `.`.
    error ZoneNameInvalid(string name);

    /// @notice A contract could not be made: it is there already, or its constructor refused.
    error NotDeployed(address account);

    /// @notice Deploys gateway, custody, vault and representation in one transaction.
    /// @dev Callable by anyone. The gateway's constructor refuses a validator set or settings that are not in order.
    /// Reverts with {NotDeployed} when the zone is there already.
    /// @param validators the genesis set, in strictly ascending order
    /// @param gatewayCode the creation code of `Gateway`
    /// @param custodyCode the creation code of `Custody`
    function deploy(
        string calldata zoneName,
        address[] calldata validators,
        uint16 quorum,
        Settings calldata settings,
        bytes calldata gatewayCode,
        bytes calldata custodyCode
    ) external returns (address gateway);

    /// @notice Where {deploy} puts gateway and custody.
    function addressesOf(
        bytes32 zoneId,
        bytes32 genesisSetHash,
        Settings calldata settings,
        bytes32 gatewayCodeHash,
        bytes32 custodyCodeHash
    ) external view returns (address gateway, address custody);

    /// @notice The parameters of the deployment that is going on; empty otherwise.
    function parameters() external view returns (Parameters memory);
}
