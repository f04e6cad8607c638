// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Deploys a zone's contracts on one chain
/// @notice The addresses that it gives commit to the zone, its first validators, its settings and the code of every
/// part. Whoever deploys first can therefore deploy only what was meant, and the same zone has the same addresses everywhere.
/// @dev One part per transaction, so that no chain's limit on a transaction's gas is in the way. Nothing is initialised
/// afterwards.
interface IZoneFactory {
    /// @notice The contracts of a zone. Their order is a part of every address.
    enum Part {
        Gateway,
        GatewayModule,
        CouncilModule,
        Custody,
        Vault,
        Representation721,
        Representation1155,
        Representation20,
        RoyaltyRouter,
        MetadataReader,
        SignatureChecker
    }

    /// @notice What is fixed for a zone at deployment; all in seconds.
    /// @param minDeadline the shortest time that a transfer may be given to arrive
    /// @param maxDeadline the longest; at most 30 days
    /// @param defaultDeadline what it is given when the sender does not say
    /// @param policyNotice how long a new policy is public before it counts
    /// @param reanchorNotice how long a lane is halted before it can be re-anchored
    /// @param windDownNotice how long the list of a dead chain's holders can be challenged
    struct Settings {
        uint40 minDeadline;
        uint40 maxDeadline;
        uint40 defaultDeadline;
        uint40 policyNotice;
        uint40 reanchorNotice;
        uint40 windDownNotice;
    }

    /// @notice Everything that a zone's addresses commit to.
    /// @param validators the genesis set, in strictly ascending order
    /// @param codeHashes the Keccak-256 of each part's creation code, in the order of {Part}
    struct Zone {
        string name;
        address[] validators;
        uint16 quorum;
        Settings settings;
        bytes32[] codeHashes;
    }

    /// @notice What a part asks its factory for while it is constructed.
    /// @param parts the addresses of all parts, deployed or not, in the order of {Part}
    struct Parameters {
        bytes32 zoneId;
        uint16 quorum;
        address[] validators;
        Settings settings;
        address[] parts;
    }

    /// @notice A part of a zone was deployed on this chain.
    event PartDeployed(
        bytes32 indexed zoneId, bytes32 indexed genesisSetHash, Part indexed part, address account
    );

    /// @notice A zone's name has 3 to 63 characters of `a-z`, `0-9`, `-` and `.`.
    error ZoneNameInvalid(string name);

    /// @notice A zone has exactly one code hash per part.
    error PartCountInvalid(uint256 count);

    /// @notice The creation code given is not what the zone commits to.
    error CodeWrong(Part part, bytes32 expected, bytes32 given);

    /// @notice The part could not be made: it is there already, or its constructor refused.
    error NotDeployed(Part part, address account);

    /// @notice Deploys one part of a zone where {addressesOf} says.
    /// @dev Callable by anyone, in any order of parts. Emits {PartDeployed}. Reverts with {CodeWrong} for other code, with the
    /// constructor's reason when a validator set or settings are not in order, and with {NotDeployed} when the part is there.
    /// @param code the part's creation code
    function deploy(Zone calldata zone, Part part, bytes calldata code) external returns (address account);

    /// @notice Where {deploy} puts each part, in the order of {Part}.
    function addressesOf(
        bytes32 zoneId,
        bytes32 genesisSetHash,
        Settings calldata settings,
        bytes32[] calldata codeHashes
    ) external view returns (address[] memory parts);

    /// @notice The parameters of the deployment that is going on. Reverts when none is.
    function parameters() external view returns (Parameters memory);
}
