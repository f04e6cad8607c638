// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {Vm} from "forge-std/Vm.sol";

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {Built} from "./Built.sol";
import {IFullRepresentation} from "./IFullRepresentation.sol";
import {QuorumTest} from "./QuorumTest.sol";

/// @title A zone of several chains within one EVM
/// @notice Every chain has its own factory, and so its own addresses; `on(chain)` moves to it by changing the chain id.
abstract contract ZoneTest is QuorumTest {
    struct Side {
        uint64 id;
        IGateway gateway;
        IZoneFactory factory;
    }

    uint40 internal constant DAY = 1 days;

    address internal immutable ALICE = makeAddr("alice");
    address internal immutable BOB = makeAddr("bob");
    address internal immutable RELAYER = makeAddr("relayer");

    Side internal a;
    Side internal b;
    Side internal c;

    /// @dev What left each lane, in order; filled by {collect}.
    mapping(bytes32 laneId => bytes[]) internal sent;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        _makeValidators();
        a = _deployChain(31_337);
        b = _deployChain(31_338);
        c = _deployChain(31_339);
        _connect(a, b);
        _connect(b, a);
        _connect(a, c);
        _connect(c, a);
        _connect(b, c);
        _connect(c, b);
        vm.recordLogs();
    }

    // -------------------------------------------------------------------------------------------------------- CHAINS

    function on(Side memory chain) internal {
        vm.chainId(chain.id);
    }

    function settings() internal pure returns (IZoneFactory.Settings memory) {
        return IZoneFactory.Settings({
            minDeadline: 1 hours,
            maxDeadline: 30 * DAY,
            defaultDeadline: 7 * DAY,
            policyNotice: 7 * DAY,
            reanchorNotice: 3 * DAY,
            windDownNotice: 7 * DAY
        });
    }

    function zone() internal view returns (IZoneFactory.Zone memory z) {
        z.name = ZONE;
        z.validators = validators;
        z.quorum = QUORUM;
        z.settings = settings();
        z.codeHashes = Built.codeHashes();
    }

    function _deployChain(uint64 id) private returns (Side memory chain) {
        chain.id = id;
        vm.chainId(id);
        chain.factory = Built.zoneFactory();
        chain.gateway = IGateway(Built.deploy(chain.factory, zone()));
    }

    function _connect(Side memory here, Side memory there) private {
        on(here);
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, here.id, address(here.gateway));
        bytes32 act = ActLib.openLane(here.gateway.councilNonce(), 0, there.id, address(there.gateway));
        here.gateway.openLane(0, there.id, address(there.gateway), sign(DigestLib.typed(domain, act)));
    }

    function laneBetween(Side memory from, Side memory to) internal view returns (bytes32) {
        return IdLib.laneId(ZONE_ID, from.id, address(from.gateway), to.id, address(to.gateway));
    }

    function vaultAt(Side memory home, Side memory counterpart) internal view returns (address) {
        return home.gateway.vaultOf(counterpart.id);
    }

    function representation(Side memory at, Side memory home, address token)
        internal
        view
        returns (IFullRepresentation)
    {
        return IFullRepresentation(at.gateway.representationOf(home.id, token, STANDARD_ERC721));
    }

    // ------------------------------------------------------------------------------------------------------ TRANSFERS

    function newCollection(string memory baseURI) internal returns (CreatorCollection) {
        return new CreatorCollection(
            "Sea Creatures", "SEA", "ipfs://contract", baseURI, address(this), makeAddr("artist"), 500
        );
    }

    function request(Side memory to, address token, uint256 id, address recipient)
        internal
        pure
        returns (IOutbox.SendRequest memory r)
    {
        r.destinationChainId = to.id;
        r.token = token;
        r.ids = new uint256[](1);
        r.ids[0] = id;
        r.recipient = recipient;
    }

    function send(Side memory from, Side memory to, address token, uint256 id, address owner)
        internal
        returns (bytes32 messageId)
    {
        return sendAs(from, request(to, token, id, owner), owner);
    }

    function sendAs(Side memory from, IOutbox.SendRequest memory r, address owner)
        internal
        returns (bytes32 messageId)
    {
        on(from);
        vm.startPrank(owner);
        CreatorCollection(r.token).setApprovalForAll(address(from.gateway), true);
        messageId = from.gateway.send(r);
        vm.stopPrank();
        collect();
    }

    /// @dev Files what the logs since the last call say was sent.
    function collect() internal returns (Vm.Log[] memory logs) {
        logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IOutbox.MessageSent.selector) continue;
            sent[logs[i].topics[1]].push(abi.decode(logs[i].data, (bytes)));
        }
    }

    // ------------------------------------------------------------------------------------------------------ DELIVERIES

    /// @dev Delivers everything that left, in one batch.
    function deliverAll(Side memory from, Side memory to) internal {
        bytes32 laneId = laneBetween(from, to);
        uint64 delivered = to.gateway.inboundLane(laneId).delivered;
        if (delivered < sent[laneId].length) deliver(from, to, delivered + 1, uint64(sent[laneId].length));
    }

    /// @dev Delivers `first` to `last`, under a checkpoint at the end of all that left.
    function deliver(Side memory from, Side memory to, uint64 first, uint64 last) internal {
        bytes32 laneId = laneBetween(from, to);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) =
            batch(from, to, first, last);
        on(to);
        vm.prank(RELAYER);
        to.gateway.deliver(laneId, first, messages, tail, signatures);
    }

    function batch(Side memory from, Side memory to, uint64 first, uint64 last)
        internal
        view
        returns (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures)
    {
        bytes32 laneId = laneBetween(from, to);
        uint256 total = sent[laneId].length;
        messages = new bytes[](last + 1 - first);
        for (uint256 i; i < messages.length; ++i) {
            messages[i] = sent[laneId][first - 1 + i];
        }
        tail = new bytes32[](total - last);
        for (uint256 i; i < tail.length; ++i) {
            tail[i] = keccak256(sent[laneId][last + i]);
        }
        signatures = signCheckpoint(laneId, uint64(total), headAt(laneId, total));
    }

    function latest(bytes32 laneId) internal view returns (bytes memory) {
        return sent[laneId][sent[laneId].length - 1];
    }

    /// @dev What a gateway keeps of a parked message.
    function commitment(bytes32 laneId, bytes memory message) internal pure returns (bytes32) {
        return keccak256(abi.encode(laneId, keccak256(message)));
    }

    /// @dev Computed here from what was seen, not asked from the contract.
    function headAt(bytes32 laneId, uint256 sequence) internal view returns (bytes32 head) {
        head = laneId;
        for (uint256 i; i < sequence; ++i) {
            head = keccak256(abi.encodePacked(head, keccak256(sent[laneId][i])));
        }
    }
}
