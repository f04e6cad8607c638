// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibBytes} from "solady/utils/LibBytes.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {CouncilTest} from "./CouncilTest.sol";

/// @title Everything that a quorum's signatures can do at one gateway, each ready to be done
/// @notice {stage} brings a gateway into a state in which all of them would succeed. An attack then tries each with what it
/// has got hold of, and ends by showing that a quorum's own signatures do it: so every refusal is for the signatures alone.
abstract contract SignedActs is CouncilTest {
    /// @param call without signatures, which are always its last argument
    /// @param zoneWide whether it is signed in the zone's domain, and not in one gateway's
    struct Act {
        string name;
        bytes call;
        bytes32 structHash;
        bool zoneWide;
    }

    bytes32 internal constant CHECKPOINT_TYPE =
        keccak256("Checkpoint(bytes32 laneId,uint64 anchor,uint64 sequence,bytes32 head)");
    uint64 internal constant DYING = 50;
    uint64 internal constant NEW = 51;
    address internal constant THERE = address(0xbeef);
    uint24 internal constant HOUR = 1 hours;

    Act[] internal acts;
    address[] internal successors;

    // --------------------------------------------------------------------------------------------------------- STAGE

    /// @dev Everything sent before was delivered. Two tokens are on their way from `from`, the lane from `lost` is halted, and a third chain is dying.
    function stage(Side memory at, Side memory from, Side memory lost) internal {
        uint64 before = uint64(sent[laneBetween(from, at)].length);
        _sendTwo(from, at);
        bytes32 lane = laneBetween(lost, at);
        bytes memory signatures = decide(at, ActLib.halt(nonce(at), lane, 1, "other"));
        on(at);
        at.gateway.halt(lane, 1, "other", signatures);
        skip(3 days);
        signatures = decide(at, ActLib.openLane(nonce(at), 0, DYING, THERE));
        at.gateway.openLane(0, DYING, THERE, signatures);
        signatures = decide(at, ActLib.proposeWindDown(nonce(at), DYING, 0, "root", "evidence"));
        at.gateway.proposeWindDown(DYING, 0, "root", "evidence", signatures);
        successors = addressesOf(freshKeys("successor", 5));

        delete acts;
        _stageCheckpoints(at, from, before);
        _stageLanes(at, from);
        _stageRules(at, address(new TestYen(address(this))));
        _stagePauses(at, from);
        _stageRepair(at, from, lane);
        _stageWindDown(at, from);
    }

    function _sendTwo(Side memory from, Side memory at) private {
        on(from);
        CreatorCollection token = newCollection("https://sea.example/");
        for (uint256 id = 1; id < 3; ++id) {
            token.mint(ALICE, "");
            send(from, at, address(token), id, ALICE);
        }
    }

    function _stageCheckpoints(Side memory at, Side memory from, uint64 before) private {
        bytes32 lane = laneBetween(from, at);
        (uint64 first, uint64 last) = (before + 1, before + 3);
        bytes32 checkpoint = keccak256(abi.encode(CHECKPOINT_TYPE, lane, uint64(0), last, headAt(lane, last)));
        (bytes[] memory messages, bytes32[] memory tail,) = batch(from, at, first, first);
        _add("deliver", abi.encodeCall(IInbox.deliver, (lane, first, messages, tail, "")), checkpoint, true);
        bytes32 prior = headAt(lane, before);
        _add(
            "claim",
            abi.encodeCall(IInbox.claim, (lane, last, prior, messages[0], tail, "")),
            checkpoint,
            true
        );
        bytes32 digest = DigestLib.typed(DigestLib.zoneDomain(ZONE_ID), "anything");
        _add("checkQuorum", abi.encodeCall(ICouncil.checkQuorum, (digest, "")), "anything", true);
    }

    function _stageLanes(Side memory at, Side memory from) private {
        uint64 n = nonce(at);
        bytes32 setHash = IdLib.setHash(1, QUORUM, successors);
        _add(
            "rotate",
            abi.encodeCall(ICouncil.rotate, (successors, QUORUM, 0, "")),
            ActLib.rotation(ZONE_ID, 0, setHash, QUORUM, 0),
            true
        );
        _add(
            "openLane",
            abi.encodeCall(ICouncil.openLane, (0, NEW, THERE, "")),
            ActLib.openLane(n, 0, NEW, THERE),
            false
        );
        _add(
            "retireLane",
            abi.encodeCall(ICouncil.retireLane, (from.id, "")),
            ActLib.retireLane(n, from.id),
            false
        );
        _add(
            "setTerms",
            abi.encodeCall(ICouncil.setTerms, (from.id, 7, THERE, 8, "")),
            ActLib.setTerms(n, from.id, 7, THERE, 8),
            false
        );
    }

    function _stageRules(Side memory at, address money) private {
        uint64 n = nonce(at);
        _add(
            "setLimit",
            abi.encodeCall(ICouncil.setLimit, (THERE, 5, 60, "")),
            ActLib.setLimit(n, THERE, 5, 60),
            false
        );
        _add(
            "setDefaultLimit",
            abi.encodeCall(ICouncil.setDefaultLimit, (5, 60, "")),
            ActLib.setDefaultLimit(n, 5, 60),
            false
        );
        _add(
            "listToken",
            abi.encodeCall(ICouncil.listToken, (money, 2, 5, 60, "")),
            ActLib.listToken(n, money, 2, 5, 60),
            false
        );
        _add(
            "proposePolicy",
            abi.encodeCall(ICouncil.proposePolicy, (money, "")),
            ActLib.proposePolicy(n, money),
            false
        );
    }

    function _stagePauses(Side memory at, Side memory from) private {
        (uint64 n, uint40 until) = (nonce(at), uint40(block.timestamp) + DAY);
        _add(
            "extendPause",
            abi.encodeCall(ICouncil.extendPause, (from.id, NOBODY, until, "")),
            ActLib.extendPause(n, from.id, NOBODY, until),
            false
        );
        _add(
            "liftPause",
            abi.encodeCall(ICouncil.liftPause, (from.id, NOBODY, "")),
            ActLib.liftPause(n, from.id, NOBODY),
            false
        );
    }

    function _stageRepair(Side memory at, Side memory from, bytes32 lost) private {
        (uint64 n, bytes32 lane) = (nonce(at), laneBetween(from, at));
        bytes32[] memory none;
        _add(
            "halt",
            abi.encodeCall(ICouncil.halt, (lane, 1, "other", "")),
            ActLib.halt(n, lane, 1, "other"),
            false
        );
        _add(
            "reanchor",
            abi.encodeCall(ICouncil.reanchor, (lost, 0, lost, 0, none, "")),
            ActLib.reAnchor(n, lost, 1, 0, lost, 0),
            false
        );
    }

    function _stageWindDown(Side memory at, Side memory from) private {
        uint64 n = nonce(at);
        _add(
            "proposeWindDown",
            abi.encodeCall(IWindDown.proposeWindDown, (from.id, 0, "root", "evidence", "")),
            ActLib.proposeWindDown(n, from.id, 0, "root", "evidence"),
            false
        );
        _add(
            "cancelWindDown",
            abi.encodeCall(IWindDown.cancelWindDown, (DYING, "")),
            ActLib.cancelWindDown(n, DYING),
            false
        );
    }

    function _add(string memory name, bytes memory call, bytes32 structHash, bool zoneWide) private {
        acts.push(Act(name, call, structHash, zoneWide));
    }

    // ---------------------------------------------------------------------------------------------------- SUBMITTING

    function digestOf(Side memory at, Act memory act) internal view returns (bytes32) {
        bytes32 domain = act.zoneWide
            ? DigestLib.zoneDomain(ZONE_ID)
            : DigestLib.gatewayDomain(ZONE_ID, at.id, address(at.gateway));
        return DigestLib.typed(domain, act.structHash);
    }

    function attempt(address gateway, Act memory act, bytes memory signatures)
        internal
        returns (bool ok, bytes memory reason)
    {
        vm.prank(RELAYER);
        return gateway.call(signedCall(act, signatures));
    }

    function signedCall(Act memory act, bytes memory signatures) internal pure returns (bytes memory) {
        // What ends the call is the length of no signatures.
        return bytes.concat(
            LibBytes.slice(act.call, 0, act.call.length - 32), LibBytes.slice(abi.encode(signatures), 32)
        );
    }

    function assertRefused(Side memory at, Act memory act, bytes memory signatures, bytes4 reason) internal {
        on(at);
        (bool ok, bytes memory why) = attempt(address(at.gateway), act, signatures);
        assertFalse(ok, act.name);
        assertEq(bytes4(why), reason, act.name);
    }

    /// @dev What nobody else achieved a quorum does; nothing remains of it, so that the next act finds the stage as it was.
    function assertDoneByQuorum(Side memory at, Act memory act) internal {
        uint256 before = vm.snapshotState();
        on(at);
        (bool ok,) = attempt(address(at.gateway), act, sign(digestOf(at, act)));
        assertTrue(ok, act.name);
        vm.revertToStateAndDelete(before);
    }
}
