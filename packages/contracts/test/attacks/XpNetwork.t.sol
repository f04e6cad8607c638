// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {Built} from "../utils/Built.sol";
import {SignedActs} from "../utils/SignedActs.sol";

/// @title XP.network v3: what validators had signed about their set on one chain was good on every other
/// @notice A weakness more than a robbery: the digest of a change of validators named the validator only, so that anybody
/// could carry the signatures to all other chains. Here each act binds zone, chain, gateway and the council's nonce; a
/// checkpoint binds the lane, which names both ends, and the anchor; and a rotation, which is meant for all chains, counts
/// on each of them once, in order.
contract XpNetworkTest is SignedActs {
    function setUp() public override {
        super.setUp();
        stage(a, b, c);
    }

    // ---------------------------------------------------------------------------------------------------- ELSEWHERE

    /// @dev Word for word what is wanted here, signed for every place but this.
    function test_NoActIsGoodElsewhere() public {
        for (uint256 i; i < acts.length; ++i) {
            if (acts[i].zoneWide) continue;
            _assertOnlyIn(acts[i], DigestLib.gatewayDomain(ZONE_ID, b.id, address(b.gateway)));
            _assertOnlyIn(acts[i], DigestLib.gatewayDomain(ZONE_ID, a.id, address(b.gateway)));
            _assertOnlyIn(acts[i], DigestLib.gatewayDomain(ZONE_ID, b.id, address(a.gateway)));
            _assertOnlyIn(
                acts[i], DigestLib.gatewayDomain(IdLib.zoneId("ryugu-other"), a.id, address(a.gateway))
            );
            _assertOnlyIn(acts[i], DigestLib.zoneDomain(ZONE_ID));
            assertDoneByQuorum(a, acts[i]);
        }
    }

    /// @dev A chain that split in two has the same gateway twice; its id tells them apart.
    function test_NoActIsGoodOnAChainThatSplitOff() public {
        for (uint256 i; i < acts.length; ++i) {
            if (acts[i].zoneWide) continue;
            bytes memory signatures = sign(digestOf(a, acts[i]));
            vm.chainId(99);
            (bool ok, bytes memory reason) = attempt(address(a.gateway), acts[i], signatures);
            assertFalse(ok, acts[i].name);
            assertEq(bytes4(reason), UNSIGNED, acts[i].name);
        }
    }

    /// @dev What counts in the whole zone counts in no other one, and is nobody's act at a gateway.
    function test_WhatTheZoneSignedIsGoodInNoOther() public {
        for (uint256 i; i < acts.length; ++i) {
            if (!acts[i].zoneWide) continue;
            _assertOnlyIn(acts[i], DigestLib.zoneDomain(IdLib.zoneId("ryugu-other")));
            _assertOnlyIn(acts[i], DigestLib.gatewayDomain(ZONE_ID, a.id, address(a.gateway)));
            assertDoneByQuorum(a, acts[i]);
        }
    }

    // --------------------------------------------------------------------------------------------------------- AGAIN

    /// @dev Any other act in between uses the nonce up, also for an act that could be done again by its nature.
    function test_NoActIsGoodAgain() public {
        for (uint256 i; i < acts.length; ++i) {
            if (acts[i].zoneWide) continue;
            uint256 before = vm.snapshotState();
            bytes memory signatures = sign(digestOf(a, acts[i]));
            on(a);
            bytes memory between = decide(a, ActLib.setLimit(nonce(a), address(1), 1, 1));
            a.gateway.setLimit(address(1), 1, 1, between);
            assertRefused(a, acts[i], signatures, UNSIGNED);
            vm.revertToStateAndDelete(before);
            // Nor right after itself, for whichever reason comes first.
            before = vm.snapshotState();
            (bool ok,) = attempt(address(a.gateway), acts[i], signatures);
            assertTrue(ok, acts[i].name);
            (ok,) = attempt(address(a.gateway), acts[i], signatures);
            assertFalse(ok, acts[i].name);
            vm.revertToStateAndDelete(before);
        }
    }

    /// @dev Nor before its turn: what was signed for the nonce after this one waits for it.
    function test_NoActIsGoodBeforeItsTurn() public {
        bytes memory signatures = decide(a, ActLib.retireLane(nonce(a) + 1, b.id));
        on(a);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.retireLane(b.id, signatures);
        bytes memory first = decide(a, ActLib.setLimit(nonce(a), address(1), 1, 1));
        a.gateway.setLimit(address(1), 1, 1, first);
        a.gateway.retireLane(b.id, signatures);
        assertTrue(a.gateway.outboundLane(laneBetween(a, b)).retired);
    }

    /// @dev The act that XP.network lost: the same set, everywhere, but each time once, and never out of order.
    function test_ARotationCountsOnceOnEachGatewayAndInOrder() public {
        bytes memory signatures = sign(rotationDigest(0, successors, QUORUM, 0));
        on(b);
        b.gateway.rotate(successors, QUORUM, 0, signatures);
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.rotate(successors, QUORUM, 0, signatures);
        on(a);
        a.gateway.rotate(successors, QUORUM, 0, signatures);
        // The retired set's word about any other epoch is too late, and too early on a gateway that is behind.
        bytes memory skipped = sign(rotationDigest(1, validators, QUORUM, 0));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.rotate(validators, QUORUM, 0, skipped);
        on(c);
        vm.expectPartialRevert(UNSIGNED);
        c.gateway.rotate(validators, QUORUM, 0, skipped);
    }

    /// @dev A zone's id is its name. Whoever deploys another one under it has other validators, whom ours do not speak for.
    function test_AnotherZoneOfTheSameNameKnowsItsOwnValidators() public {
        on(a);
        IZoneFactory.Zone memory z = zone();
        z.validators = successors;
        IGateway theirs = IGateway(Built.deploy(a.factory, z));
        assertEq(theirs.zoneId(), ZONE_ID);
        address[] memory next = addressesOf(freshKeys("next", 5));
        bytes memory signatures = sign(rotationDigest(0, next, QUORUM, 0));
        vm.expectPartialRevert(UNSIGNED);
        theirs.rotate(next, QUORUM, 0, signatures);
        a.gateway.rotate(next, QUORUM, 0, signatures);
    }

    // --------------------------------------------------------------------------------------------------- CHECKPOINTS

    /// @dev A checkpoint of one lane says nothing on another, at whichever end.
    function test_ACheckpointIsGoodOnItsLaneOnly() public {
        bytes32 lane = laneBetween(b, a);
        bytes32 other = laneBetween(b, c);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(b, a, 1, 3);
        on(c);
        vm.expectPartialRevert(UNSIGNED);
        c.gateway.deliver(other, 1, messages, tail, signatures);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, lane));
        c.gateway.deliver(lane, 1, messages, tail, signatures);
        // Nor at its own origin: a lane goes one way.
        on(b);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, lane));
        b.gateway.deliver(lane, 1, messages, tail, signatures);
        // Nor for another place, nor after a re-anchoring.
        bytes32 domain = DigestLib.zoneDomain(ZONE_ID);
        on(a);
        signatures = sign(DigestLib.checkpoint(domain, lane, 0, 4, headAt(lane, 3)));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, messages, tail, signatures);
        signatures = sign(DigestLib.checkpoint(domain, lane, 1, 3, headAt(lane, 3)));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, messages, tail, signatures);
        deliverAll(b, a);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _assertOnlyIn(Act memory act, bytes32 domain) private {
        assertRefused(a, act, sign(DigestLib.typed(domain, act.structHash)), UNSIGNED);
    }
}
