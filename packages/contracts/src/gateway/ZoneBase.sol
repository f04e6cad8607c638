// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICustody} from "../interfaces/ICustody.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {ICouncil} from "../interfaces/ICouncil.sol";
import {IMetadataReader} from "../interfaces/IMetadataReader.sol";
import {ISignatureChecker} from "../interfaces/ISignatureChecker.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {IdLib} from "../libraries/IdLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {Inbound, Outbound, PauseBudget, PolicyChange, WindDown} from "../types/State.sol";

/// @title What every part of the gateway stands on: the zone, its validators, its lanes
/// @dev The gateway and its module inherit the same storage from here and declare none of their own, so that the module
/// works on the gateway's when it is called by it. The interface is the gateway's alone: parts that the module holds
/// implement its functions without inheriting it.
abstract contract ZoneBase is ReentrancyGuardTransient {
    using QuorumLib for QuorumLib.Sets;

    uint40 private constant LONGEST_DEADLINE = 30 days;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    bytes32 internal immutable ZONE_ID;
    bytes32 internal immutable ZONE_DOMAIN;
    ICustody internal immutable CUSTODY;
    address internal immutable VAULT;
    address internal immutable REPRESENTATION721;
    address internal immutable REPRESENTATION1155;
    address internal immutable REPRESENTATION20;
    IMetadataReader internal immutable READER;
    ISignatureChecker internal immutable CHECKER;

    uint40 internal immutable MIN_DEADLINE;
    uint40 internal immutable MAX_DEADLINE;
    uint40 internal immutable DEFAULT_DEADLINE;
    uint40 internal immutable POLICY_NOTICE;
    uint40 internal immutable REANCHOR_NOTICE;
    uint40 internal immutable WIND_DOWN_NOTICE;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    QuorumLib.Sets internal _sets;
    uint64 internal _councilNonce;
    uint64[] internal _counterparts;

    mapping(uint64 chainId => Outbound) internal _outbound;
    mapping(bytes32 laneId => Inbound) internal _inbound;
    mapping(bytes32 outboundLaneId => uint64 chainId) internal _destinationOf;
    mapping(uint64 chainId => ICouncil.Terms) internal _terms;
    mapping(uint64 chainId => uint256) internal _fees;
    /// @dev By lane and sender: `day: u32 ‖ sends: u32`.
    mapping(bytes32 key => uint256) internal _quotaUsed;

    /// @dev By lane, collection and record: one more than the record's number, so that zero means not announced yet.
    mapping(bytes32 key => uint256 numberPlusOne) internal _records;
    /// @dev By lane and collection.
    mapping(bytes32 key => uint256 count) internal _recordCounts;
    /// @dev ERC-20 tokens of this chain that may be sent.
    mapping(address token => uint8) internal _classes;

    /// @dev `keccak(laneId ‖ messageHash)`.
    mapping(bytes32 messageId => bytes32 commitment) internal _parked;
    mapping(bytes32 laneId => uint40) internal _haltedAt;
    /// @dev Messages that ended out of order: by claim, or on a fork that was lost since. Whenever they come, on whichever
    /// fork, they are passed over. One more than the anchor under which it was, so that zero means not ended so.
    mapping(bytes32 messageId => uint32 anchorPlusOne) internal _spent;

    PolicyChange internal _policy;
    mapping(address validator => PauseBudget) internal _budgets;
    mapping(uint64 chainId => WindDown) internal _windDowns;
    /// @dev By list and holding: `keccak(root ‖ leaf)`.
    mapping(bytes32 key => bool) internal _taken;
    /// @dev By sender: a bit per nonce.
    mapping(address sender => mapping(uint256 word => uint256)) internal _nonces;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    /// @dev Asks the factory, so that the creation code has no arguments and the address depends on the salt alone.
    constructor(bool holdsSet) {
        IZoneFactory.Parameters memory p = IZoneFactory(msg.sender).parameters();
        IZoneFactory.Settings memory s = p.settings;
        if (
            s.minDeadline == 0 || s.minDeadline > s.defaultDeadline || s.defaultDeadline > s.maxDeadline
                || s.maxDeadline > LONGEST_DEADLINE || s.policyNotice == 0 || s.reanchorNotice == 0
                || s.windDownNotice == 0
        ) revert IGateway.SettingsInvalid();
        (MIN_DEADLINE, MAX_DEADLINE, DEFAULT_DEADLINE) = (s.minDeadline, s.maxDeadline, s.defaultDeadline);
        (POLICY_NOTICE, REANCHOR_NOTICE) = (s.policyNotice, s.reanchorNotice);
        WIND_DOWN_NOTICE = s.windDownNotice;
        ZONE_ID = p.zoneId;
        ZONE_DOMAIN = DigestLib.zoneDomain(p.zoneId);
        CUSTODY = ICustody(_part(p, IZoneFactory.Part.Custody));
        VAULT = _part(p, IZoneFactory.Part.Vault);
        REPRESENTATION721 = _part(p, IZoneFactory.Part.Representation721);
        REPRESENTATION1155 = _part(p, IZoneFactory.Part.Representation1155);
        REPRESENTATION20 = _part(p, IZoneFactory.Part.Representation20);
        READER = IMetadataReader(_part(p, IZoneFactory.Part.MetadataReader));
        CHECKER = ISignatureChecker(_part(p, IZoneFactory.Part.SignatureChecker));
        if (holdsSet) _sets.store(0, p.quorum, p.validators);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _part(IZoneFactory.Parameters memory p, IZoneFactory.Part part) internal pure returns (address) {
        return p.parts[uint256(part)];
    }

    function _gatewayDomain() internal view returns (bytes32) {
        return DigestLib.gatewayDomain(ZONE_ID, block.chainid, address(this));
    }

    function _vaultOf(uint64 counterpartChainId) internal view returns (address) {
        return CloneLib.vault(VAULT, address(CUSTODY), counterpartChainId);
    }

    function _implementation(uint8 standard) internal view returns (address) {
        return CloneLib.byStandard(standard, REPRESENTATION721, REPRESENTATION1155, REPRESENTATION20);
    }

    /// @dev What the account says that it stands for, believed only when its address follows from that.
    function _homeOf(address token)
        internal
        view
        returns (uint64 chainId, address homeToken, uint8 standard)
    {
        (chainId, homeToken, standard) = CloneLib.claimedHome(token);
        if (standard == 0) return (0, address(0), 0);
        address representation = CloneLib.representation(
            _implementation(standard), address(CUSTODY), chainId, homeToken, standard
        );
        if (representation != token) return (0, address(0), 0);
    }

    function _outboundLaneId(uint64 chainId, address counterpart) internal view returns (bytes32) {
        return IdLib.laneId(ZONE_ID, uint64(block.chainid), address(this), chainId, counterpart);
    }

    function _inboundLaneId(uint64 chainId, address counterpart) internal view returns (bytes32) {
        return IdLib.laneId(ZONE_ID, chainId, counterpart, uint64(block.chainid), address(this));
    }
}
