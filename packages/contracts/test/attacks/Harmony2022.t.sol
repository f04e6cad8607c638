// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";
import {SignedActs} from "../utils/SignedActs.sol";

/// @title Harmony Horizon, June 2022: two of five hot keys were stolen, and two of five were enough
/// @notice $100M left before anybody changed a key. Here two of five can stop the zone for hours and do nothing else; the
/// others rotate them out, on every gateway at once; and from then on what they had signed is worth nothing, whoever
/// brings it, and whichever of the old keys is stolen next.
contract Harmony2022Test is SignedActs {
    using ForgedLib for bytes;

    uint256 private constant STOLEN = 2;

    /// @dev The first two are stolen. The other three stay, with two new ones.
    uint256[] private next;

    function setUp() public override {
        super.setUp();
        stage(a, b, c);
        uint256[] memory fresh = freshKeys("new", STOLEN);
        for (uint256 i; i < VALIDATORS; ++i) {
            next.push(i < STOLEN ? fresh[i] : keys[i]);
            for (uint256 j = i; j > 0 && vm.addr(next[j - 1]) > vm.addr(next[j]); --j) {
                (next[j - 1], next[j]) = (next[j], next[j - 1]);
            }
        }
    }

    // -------------------------------------------------------------------------------------------------------- STOLEN

    /// @dev What was enough at Harmony: a withdrawal to the thief, with both signatures.
    function test_TwoOfFiveWithdrawNothing() public {
        bytes32 lane = laneBetween(b, a);
        bytes[] memory messages = new bytes[](1);
        messages[0] = sent[lane][1].withRecipient(BOB);
        bytes32 head = keccak256(abi.encodePacked(lane, keccak256(messages[0])));
        bytes32 digest = _checkpoint(lane, 1, head);
        bytes memory both = signWith(keys, STOLEN, digest);
        bytes32[] memory none;
        on(a);
        vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
        a.gateway.deliver(lane, 1, messages, none, both);
        // With a real signature of an honest one, which is on what really happened.
        bytes memory honest = signature(keys[2], _checkpoint(lane, 3, headAt(lane, 3)));
        expectNoQuorum(
            a, abi.encodeCall(IInbox.deliver, (lane, 1, messages, none, bytes.concat(both, honest)))
        );
        expectNoQuorum(
            a, abi.encodeCall(IInbox.claim, (lane, 1, lane, messages[0], none, bytes.concat(both, honest)))
        );
    }

    /// @dev Two keys are two budgets of pause: 12 hours, then nothing for a week.
    function test_TwoOfFiveStopTheZoneForHours() public {
        uint256 start = block.timestamp;
        for (uint256 i; i < STOLEN; ++i) {
            pauseBy(keys[i], a, 0, NOBODY, 6 hours);
            skip(6 hours);
        }
        assertEq(block.timestamp, start + 12 hours);
        deliverAll(b, a);
        for (uint256 i; i < STOLEN; ++i) {
            vm.prank(vm.addr(keys[i]));
            vm.expectPartialRevert(ICouncil.PauseBudgetSpent.selector);
            a.gateway.pause(vm.addr(keys[i]), 0, NOBODY, 1, "");
        }
    }

    /// @dev The rotation out of a theft is not an act on a lane: no pause is in its way.
    function test_APauseDoesNotKeepTheStolenKeysIn() public {
        pauseBy(keys[0], a, 0, NOBODY, 6 hours);
        _rotateOut(a);
        (,,, address[] memory set) = a.gateway.validatorSet();
        assertEq(set, addressesOf(next));
    }

    // ------------------------------------------------------------------------------------------------------- ROTATED

    /// @dev For each act: the stolen keys and one more of the old ones, which is a quorum of the old set, and of which one
    /// is still in the new one. Then the new quorum does it.
    function test_RotatedOutTheyAreWorthNothing() public {
        _rotateOut(a);
        for (uint256 i; i < acts.length; ++i) {
            bytes32 digest = digestOf(a, acts[i]);
            on(a);
            (bool ok,) = attempt(address(a.gateway), acts[i], sign(digest));
            assertFalse(ok, acts[i].name);
            // Those that name the epoch that has ended are over.
            if (_namesItsEpoch(acts[i])) continue;
            assertRefused(a, acts[i], sign(digest), UNSIGNED);
            uint256 before = vm.snapshotState();
            (ok,) = attempt(address(a.gateway), acts[i], signWith(next, QUORUM, digest));
            assertTrue(ok, acts[i].name);
            vm.revertToStateAndDelete(before);
        }
    }

    /// @dev What the thieves made the old keys sign beforehand, pauses too, is void; and a key stolen later finds
    /// itself one among new ones.
    function test_WhatTheySignedBeforehandIsVoid() public {
        bytes32 pause = ActLib.pause(vm.addr(keys[0]), b.id, NOBODY, HOUR, 0);
        bytes memory signed = signature(keys[0], digestAt(a, pause));
        _rotateOut(a);
        on(a);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, vm.addr(keys[0])));
        a.gateway.pause(vm.addr(keys[0]), b.id, NOBODY, HOUR, signed);
        vm.prank(vm.addr(keys[1]));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, vm.addr(keys[1])));
        a.gateway.pause(vm.addr(keys[1]), b.id, NOBODY, HOUR, "");
        // A rotation back, which a quorum of the old set had signed, is of another epoch.
        bytes memory back = sign(rotationDigest(1, validators, QUORUM, 0));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.rotate(validators, QUORUM, 0, back);
    }

    /// @dev Stealing slowly: two before a rotation and two after it are four keys, and never three of one set.
    function test_StealingSlowlyIsStealingTooFew() public {
        _rotateOut(a);
        bytes32 digest = digestOf(a, acts[0]);
        uint256[4] memory stolen = [keys[0], keys[1], next[0], next[1]];
        on(a);
        for (uint256 out; out < 4; ++out) {
            uint256[] memory three = new uint256[](3);
            for ((uint256 i, uint256 n) = (0, 0); i < 4; ++i) {
                if (i == out) continue;
                three[n] = stolen[i];
                for (uint256 j = n++; j > 0 && vm.addr(three[j - 1]) > vm.addr(three[j]); --j) {
                    (three[j - 1], three[j]) = (three[j], three[j - 1]);
                }
            }
            assertRefused(a, acts[0], signWith(three, 3, digest), UNSIGNED);
        }
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _rotateOut(Side memory at) private {
        address[] memory set = addressesOf(next);
        bytes32 digest = rotationDigest(0, set, QUORUM, 0);
        bytes memory signatures =
            bytes.concat(signature(keys[2], digest), signature(keys[3], digest), signature(keys[4], digest));
        on(at);
        at.gateway.rotate(set, QUORUM, 0, signatures);
    }

    function _checkpoint(bytes32 lane, uint64 sequence, bytes32 head) private view returns (bytes32) {
        Act memory act;
        act.zoneWide = true;
        act.structHash = keccak256(abi.encode(CHECKPOINT_TYPE, lane, uint64(0), sequence, head));
        return digestOf(a, act);
    }

    function _namesItsEpoch(Act memory act) private pure returns (bool) {
        return bytes4(act.call) == ICouncil.rotate.selector || bytes4(act.call) == ICouncil.openLane.selector;
    }
}
