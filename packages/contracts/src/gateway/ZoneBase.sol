// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICustody} from "../interfaces/ICustody.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";

/// @title What every part of the gateway stands on: the zone, its validators, its lanes
abstract contract ZoneBase is IGateway, ReentrancyGuardTransient {
    using QuorumLib for QuorumLib.Set;

    /// @dev A chain that this one exchanges messages with; found by its chain id.
    struct Outbound {
        address gateway;
        uint64 count;
        bytes32 head;
    }

    /// @dev Found by the inbound lane's id.
    struct Inbound {
        bytes32 head;
        uint64 delivered;
        uint64 anchor;
        uint64 originChainId;
    }

    uint40 private constant LONGEST_DEADLINE = 30 days;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    /// @inheritdoc IGateway
    bytes32 public immutable zoneId;

    ICustody internal immutable CUSTODY;
    address internal immutable VAULT;
    address internal immutable REPRESENTATION;

    bytes32 internal immutable ZONE_DOMAIN;
    uint40 internal immutable MIN_DEADLINE;
    uint40 internal immutable MAX_DEADLINE;
    uint40 internal immutable DEFAULT_DEADLINE;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    QuorumLib.Set internal _set;
    mapping(uint64 chainId => Outbound) internal _outbound;
    mapping(bytes32 laneId => Inbound) internal _inbound;
    mapping(bytes32 outboundLaneId => uint64 chainId) internal _destinationOf;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    /// @dev Asks the factory, so that the creation code has no arguments and the address depends on the salt alone.
    constructor() {
        IZoneFactory.Parameters memory p = IZoneFactory(msg.sender).parameters();
        IZoneFactory.Settings memory s = p.settings;
        if (
            s.minDeadline == 0 || s.minDeadline > s.defaultDeadline || s.defaultDeadline > s.maxDeadline
                || s.maxDeadline > LONGEST_DEADLINE
        ) revert SettingsInvalid();
        (MIN_DEADLINE, MAX_DEADLINE, DEFAULT_DEADLINE) = (s.minDeadline, s.maxDeadline, s.defaultDeadline);
        zoneId = p.zoneId;
        ZONE_DOMAIN = DigestLib.zoneDomain(p.zoneId);
        CUSTODY = ICustody(p.custody);
        (VAULT, REPRESENTATION) = CUSTODY.implementations();
        _set.store(0, p.quorum, p.validators);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _vaultOf(uint64 counterpartChainId) internal view returns (address) {
        return CloneLib.vault(VAULT, address(CUSTODY), counterpartChainId);
    }

    function _homeOf(address token)
        internal
        view
        returns (uint64 chainId, address homeToken, uint8 standard)
    {
        return CloneLib.homeOf(token, REPRESENTATION, address(CUSTODY));
    }
}
