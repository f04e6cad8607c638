// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {ForkTest} from "../utils/ForkTest.sol";

/// @title A lane whose origin was rewritten past finality
contract HaltAndReAnchorTest is ForkTest {
    uint8[] internal one = [0, 1, 2, 3, 4, 5];
    uint8[] internal two = [0, 1, 6, 7, 8, 9];

    // --------------------------------------------------------------------------------------------------------- HALTS

    function test_AHaltedLaneMovesNothing() public {
        deliverOn(one, 3, 0);
        bytes memory signatures = decide(b, ActLib.halt(nonce(b), lane, 4, "other"));
        vm.expectEmit(address(b.gateway));
        emit ICouncil.LaneHalted(lane, 4, "other", uint40(block.timestamp) + 3 * DAY);
        b.gateway.halt(lane, 4, "other", signatures);
        assertTrue(inbound().halted);

        bytes memory halted = abi.encodeWithSelector(ILanes.LaneIsHalted.selector, lane);
        signatures = checkpoint(one, 0);
        bytes[] memory messages = new bytes[](1);
        messages[0] = sent[lane][3];
        bytes32[] memory tail = hashesOn(one, 5, 6);
        vm.expectRevert(halted);
        b.gateway.deliver(lane, 4, messages, tail, signatures);
        vm.expectRevert(halted);
        b.gateway.claim(lane, 6, headOn(one, 3), messages[0], tail, signatures);
        vm.expectRevert(halted);
        b.gateway.retry(lane, headOn(one, 4), messages[0]);
        vm.expectRevert(halted);
        b.gateway.redirect(lane, headOn(one, 4), messages[0], BOB, 0, "");
        signatures = decide(b, ActLib.halt(nonce(b), lane, 4, "other"));
        vm.expectRevert(halted);
        b.gateway.halt(lane, 4, "other", signatures);
    }

    function test_RevertWhen_TheNoticeIsNotOver() public {
        deliverOn(one, 3, 0);
        _expectRefused(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, 0), 3, 0, new bytes32[](0));
        halt();
        uint40 from = uint40(block.timestamp) + 3 * DAY;
        vm.warp(from - 1);
        _expectRefused(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, from), 3, 0, new bytes32[](0));
    }

    function test_RevertWhen_NobodyDecided() public {
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, bytes32("none")));
        b.gateway.halt("none", 1, "other", "");
        vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
        b.gateway.halt(lane, 1, "other", "");
        halt();
        skip(3 days);
        // Signed for the anchor after the next one.
        bytes memory early = decide(b, ActLib.reAnchor(nonce(b), lane, 2, 0, lane, 0));
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.reanchor(lane, 0, lane, 0, new bytes32[](0), early);
    }

    // ----------------------------------------------------------------------------------------------------- DELIVERED

    function test_GoesOnFromTheNewFork() public {
        deliverOn(one, 4, 0);
        halt();
        skip(3 days);
        (bytes32 head, bytes32 next) = (headOn(two, 2), hashOn(two, 3));
        bytes memory signatures = signReAnchor(2, head, next);
        vm.expectEmit(address(b.gateway));
        emit ICouncil.LaneReAnchored(lane, 1, 2, head);
        b.gateway.reanchor(lane, 2, head, next, hashesOn(one, 3, 4), signatures);
        assertFalse(inbound().halted);
        assertEq(inbound().anchor, 1);
        // Older checkpoints are void, of either fork.
        _expectVoid(one, 3);
        _expectVoid(two, 3);
        deliverOn(two, 6, 1);
        assertEq(parkedSince(), 0);
        assertEq(inbound().head, headOn(two, 6));
        assertEq(there.balanceOf(ALICE), 7);
    }

    function test_RevertWhen_TheLostMessagesAreNotProven() public {
        deliverOn(one, 4, 0);
        halt();
        skip(3 days);
        bytes32 next = hashOn(two, 3);
        bytes32[] memory lost = hashesOn(one, 3, 4);
        _expectUnproven(2, "other head", next, lost);
        _expectUnproven(2, headOn(one, 2), next, hashesOn(one, 3, 3));
        _expectUnproven(2, headOn(one, 2), next, hashesOn(one, 3, 5));
        _expectUnproven(2, headOn(one, 2), next, new bytes32[](0));
        (lost[0], lost[1]) = (lost[1], lost[0]);
        _expectUnproven(2, headOn(one, 2), next, lost);
        // The forks go on alike: the common sequence was put too low, and messages would be carried out twice.
        _expectUnproven(2, headOn(one, 2), hashOn(one, 3), hashesOn(one, 3, 4));
        _expectUnproven(1, headOn(one, 1), hashOn(one, 2), hashesOn(one, 2, 4));
        // Nothing is lost where the forks part after what was delivered.
        _expectUnproven(4, "other head", next, new bytes32[](0));
        _expectUnproven(4, headOn(one, 4), next, lost);
        _expectUnproven(5, headOn(one, 5), next, lost);
    }

    function test_NothingIsLostWhereForksPartLater() public {
        deliverOn(one, 2, 0);
        reanchor(one, two);
        assertEq(inbound().delivered, 2);
        deliverOn(two, 6, 1);
        assertEq(parkedSince(), 0);
        assertEq(there.balanceOf(ALICE), 5);
    }

    /// @dev There was no next message yet, and then the lost one came back: the same id, which ended already.
    function test_Law2_ALostMessageThatComesBackAtOnceIsPassedOver() public {
        deliverOn(one, 4, 0);
        uint8[] memory shorter = new uint8[](2);
        (shorter[0], shorter[1]) = (one[0], one[1]);
        reanchor(one, shorter);
        uint8[] memory again = new uint8[](5);
        (again[0], again[1], again[2], again[3], again[4]) = (0, 1, 2, 7, 8);
        expectConsumed(again, 3, 1);
        deliverOn(again, 5, 1);
        assertEq(parkedSince(), 0);
        assertEq(there.balanceOf(ALICE), 5);
    }

    /// @dev Poisoned RPC showed another fork for a while; then everybody sees the first one again.
    function test_Law2_AnOriginThatChangesItsMindTwice() public {
        deliverOn(one, 5, 0);
        reanchor(one, two);
        deliverOn(two, 4, 1);
        reanchor(two, one);
        assertEq(inbound().delivered, 2);
        expectConsumed(one, 4, 2);
        deliverOn(one, 6, 2);
        reanchor(one, two);
        expectConsumed(two, 3, 3);
        deliverOn(two, 6, 3);
        assertEq(parkedSince(), 0);
        assertEq(there.balanceOf(ALICE), 9);
    }

    /// @dev A parked message was not carried out, and on the new fork it was never sent: nobody may carry it out now.
    function test_Law1_AParkedMessageIsLostWithItsFork() public {
        deliverOn(one, 2, 0);
        pauseBy(keys[0], b, 0, address(there), 1 hours);
        deliverOn(one, 4, 0);
        assertEq(parkedSince(), 2);
        skip(1 hours);
        bytes32 parked = headOn(one, 3);
        b.gateway.retry(lane, headOn(one, 4), sent[lane][3]);
        reanchor(one, two);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, parked));
        b.gateway.retry(lane, parked, sent[lane][2]);
        deliverOn(two, 3, 1);
        // Should its fork come back, it arrives; the one after it had arrived.
        reanchor(two, one);
        deliverOn(one, 4, 2);
        assertEq(parkedSince(), 0);
        assertEq(there.ownerOf(2), ALICE);
        assertEq(there.balanceOf(ALICE), 4);
    }

    // ------------------------------------------------------------------------------------------------------- CLAIMED

    function test_Law2_ClaimsUpToTheCommonSequenceStay() public {
        uint8[] memory next = new uint8[](6);
        (next[0], next[1], next[2], next[3], next[4], next[5]) = (0, 1, 2, 3, 6, 7);
        deliverOn(one, 1, 0);
        claimOn(one, 3, 0);
        claimOn(one, 5, 0);
        assertEq(inbound().claimedAhead, 2);
        reanchor(one, next);
        assertTrue(b.gateway.isConsumed(lane, 3, headOn(next, 3)));
        assertFalse(b.gateway.isConsumed(lane, 5, headOn(next, 5)));
        expectConsumed(next, 3, 1);
        // A later claim of a shared message counts after yet another fork, too.
        claimOn(next, 4, 1);
        claimOn(next, 5, 1);
        uint8[] memory third = new uint8[](6);
        (third[0], third[1], third[2], third[3], third[4], third[5]) = (0, 1, 2, 3, 6, 8);
        reanchor(next, third);
        for (uint64 n = 3; n <= 5; ++n) {
            expectConsumed(third, n, 2);
        }
        deliverOn(third, 6, 2);
        assertEq(inbound().claimedAhead, 0);
        assertEq(parkedSince(), 0);
        // 1, 2, 3, 6, 8, and 4 of the fork that was lost.
        assertEq(there.balanceOf(ALICE), 7 - 1);
    }

    function test_ClaimsAreForgottenWhereTheLaneGoesBackBehindThem() public {
        deliverOn(one, 3, 0);
        claimOn(one, 5, 0);
        reanchor(one, two);
        assertEq(inbound().claimedAhead, 0);
        assertFalse(b.gateway.isConsumed(lane, 5, headOn(two, 5)));
        claimOn(two, 5, 1);
        deliverOn(two, 6, 1);
        assertEq(inbound().claimedAhead, 0);
        assertEq(parkedSince(), 0);
        // 1, 2, 4 of the lost fork; 1, 6, 7, 8, 9 of the new one.
        assertEq(there.balanceOf(ALICE), 7);
    }

    /// @dev One of before the re-anchoring that comes again must not hide one of after it.
    function test_OnlyClaimsOfTheAnchorAreCounted() public {
        uint8[] memory next = new uint8[](6);
        (next[0], next[1], next[2], next[3], next[4], next[5]) = (0, 1, 2, 3, 6, 7);
        deliverOn(one, 1, 0);
        claimOn(one, 3, 0);
        reanchor(one, next);
        claimOn(next, 5, 1);
        assertEq(inbound().claimedAhead, 1);
        deliverOn(next, 3, 1);
        assertEq(inbound().claimedAhead, 1);
        bytes memory signatures = decide(b, ActLib.proposeWindDown(nonce(b), a.id, 3, "root", "evidence"));
        vm.expectRevert(abi.encodeWithSelector(IWindDown.DeliveryIncomplete.selector, 3, 3));
        b.gateway.proposeWindDown(a.id, 3, "root", "evidence", signatures);
        deliverOn(next, 5, 1);
        assertEq(inbound().claimedAhead, 0);
        assertEq(there.balanceOf(ALICE), 5 - 1);
    }

    /// @dev Forks that part ever earlier or later, deliveries and claims in any order: no message is carried out twice,
    /// and none of the last fork is missing.
    function testFuzz_Law2_NoMessageEndsTwice(uint256 seed) public {
        uint8[] memory fork = new uint8[](4);
        (fork[0], fork[1], fork[2], fork[3]) = (0, 1, 2, 3);
        uint8 unused = 4;
        for (uint64 anchor;; ++anchor) {
            uint64 delivered = inbound().delivered;
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 pick = delivered + 1 + uint64(seed % fork.length);
            if (pick <= fork.length && pick > 1 && !b.gateway.isConsumed(lane, pick, headOn(fork, pick))) {
                if (delivered == 0) deliverOn(fork, 1, anchor);
                if (pick > inbound().delivered) claimOn(fork, pick, anchor);
            }
            uint64 last = inbound().delivered + uint64((seed >> 64) % fork.length);
            if (last > inbound().delivered && last <= fork.length) deliverOn(fork, last, anchor);
            if (unused + 3 > TOKENS) {
                if (inbound().delivered < fork.length) deliverOn(fork, uint64(fork.length), anchor);
                break;
            }
            uint8[] memory next = new uint8[](4);
            uint256 common = 1 + (seed >> 128) % 3;
            for (uint256 i; i < 4; ++i) {
                next[i] = i < common ? fork[i] : unused++;
            }
            reanchor(fork, next);
            fork = next;
        }
        assertEq(parkedSince(), 0);
        for (uint256 i = 1; i < 4; ++i) {
            assertEq(there.ownerOf(fork[i]), ALICE);
        }
        assertEq(inbound().claimedAhead, 0);
    }

    /// @dev Claims of a fork that is lost and comes back, and of the new fork before anybody went over to it.
    function test_Law2_ClaimsAreOfOneForkAndCountOnAll() public {
        deliverOn(one, 2, 0);
        claimOn(one, 5, 0);
        claimOn(two, 4, 0);
        reanchor(one, two);
        expectConsumed(two, 4, 1);
        deliverOn(two, 5, 1);
        reanchor(two, one);
        expectConsumed(one, 5, 2);
        deliverOn(one, 6, 2);
        assertEq(parkedSince(), 0);
        // 1; 6, 7, 8; 2, 3, 4, 5.
        assertEq(there.balanceOf(ALICE), 8);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _expectVoid(uint8[] memory fork, uint64 last) private {
        bytes[] memory messages = new bytes[](1);
        messages[0] = sent[lane][fork[2]];
        bytes32[] memory tail = hashesOn(fork, last + 1, fork.length);
        bytes memory signatures = checkpoint(fork, 0);
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.deliver(lane, last, messages, tail, signatures);
        bytes32 prior = headOn(fork, 5);
        bytes memory sixth = sent[lane][fork[5]];
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.claim(lane, 6, prior, sixth, new bytes32[](0), signatures);
    }

    function _expectUnproven(uint64 common, bytes32 head, bytes32 next, bytes32[] memory lost) private {
        bytes memory signatures = signReAnchor(common, head, next);
        vm.expectRevert(ICouncil.ForkUnproven.selector);
        b.gateway.reanchor(lane, common, head, next, lost, signatures);
    }

    function _expectRefused(bytes memory reason, uint64 common, bytes32 next, bytes32[] memory lost) private {
        bytes32 head = headOn(one, common);
        bytes memory signatures = signReAnchor(common, head, next);
        vm.expectRevert(reason);
        b.gateway.reanchor(lane, common, head, next, lost, signatures);
    }
}
