// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "./CouncilTest.sol";
import {IFullRepresentation} from "./IFullRepresentation.sol";

/// @title A lane whose origin says one thing and then another
/// @notice All messages are real, and a fork is a choice of them: a message's number is its token's, and 0 announces
/// the collection.
abstract contract ForkTest is CouncilTest {
    uint256 internal constant TOKENS = 12;

    CreatorCollection internal token;
    IFullRepresentation internal there;
    bytes32 internal lane;
    uint8[][] internal forks;

    function setUp() public virtual override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i = 1; i <= TOKENS; ++i) {
            on(a);
            token.mint(ALICE, "");
            IOutbox.SendRequest memory r = request(b, address(token), i, ALICE);
            // Long enough for many forks, of which each takes three days.
            r.deadline = uint40(block.timestamp) + 30 * DAY;
            sendAs(a, r, ALICE);
        }
        lane = laneBetween(a, b);
        there = representation(b, a, address(token));
        on(b);
    }

    // --------------------------------------------------------------------------------------------------------- FORKS

    function hashOn(uint8[] memory fork, uint256 sequence) internal view returns (bytes32) {
        return sequence > fork.length ? bytes32(0) : keccak256(sent[lane][fork[sequence - 1]]);
    }

    function headOn(uint8[] memory fork, uint256 sequence) internal view returns (bytes32 head) {
        head = lane;
        for (uint256 n = 1; n <= sequence; ++n) {
            head = keccak256(abi.encodePacked(head, hashOn(fork, n)));
        }
    }

    function inbound() internal view returns (ILanes.InboundLane memory) {
        return b.gateway.inboundLane(lane);
    }

    function checkpoint(uint8[] memory fork, uint64 anchor) internal view returns (bytes memory) {
        bytes32 domain = DigestLib.zoneDomain(ZONE_ID);
        uint64 last = uint64(fork.length);
        return sign(DigestLib.checkpoint(domain, lane, anchor, last, headOn(fork, last)));
    }

    function hashesOn(uint8[] memory fork, uint256 from, uint256 to)
        internal
        view
        returns (bytes32[] memory hashes)
    {
        hashes = new bytes32[](to + 1 > from ? to + 1 - from : 0);
        for (uint256 i; i < hashes.length; ++i) {
            hashes[i] = hashOn(fork, from + i);
        }
    }

    // ----------------------------------------------------------------------------------------------------- CONSUMING

    /// @dev What comes next, up to `last`, under a checkpoint at the fork's end.
    function deliverOn(uint8[] memory fork, uint64 last, uint64 anchor) internal {
        uint64 first = inbound().delivered + 1;
        bytes[] memory messages = new bytes[](last + 1 - first);
        for (uint256 i; i < messages.length; ++i) {
            messages[i] = sent[lane][fork[first - 1 + i]];
        }
        bytes memory signatures = checkpoint(fork, anchor);
        b.gateway.deliver(lane, first, messages, hashesOn(fork, last + 1, fork.length), signatures);
    }

    function claimOn(uint8[] memory fork, uint64 sequence, uint64 anchor) internal {
        bytes memory signatures = checkpoint(fork, anchor);
        bytes32 prior = headOn(fork, sequence - 1);
        bytes32[] memory tail = hashesOn(fork, sequence + 1, fork.length);
        bytes memory message = sent[lane][fork[sequence - 1]];
        b.gateway.claim(lane, uint64(fork.length), prior, message, tail, signatures);
    }

    function expectConsumed(uint8[] memory fork, uint64 sequence, uint64 anchor) internal {
        bytes memory signatures = checkpoint(fork, anchor);
        bytes32 prior = headOn(fork, sequence - 1);
        bytes32[] memory tail = hashesOn(fork, sequence + 1, fork.length);
        bytes memory message = sent[lane][fork[sequence - 1]];
        vm.expectRevert(abi.encodeWithSelector(IInbox.AlreadyConsumed.selector, lane, sequence));
        b.gateway.claim(lane, uint64(fork.length), prior, message, tail, signatures);
    }

    // -------------------------------------------------------------------------------------------------------- REPAIR

    function halt() internal {
        bytes memory signatures = decide(b, ActLib.halt(nonce(b), lane, 1, "other"));
        b.gateway.halt(lane, 1, "other", signatures);
    }

    function signReAnchor(uint64 common, bytes32 head, bytes32 next) internal view returns (bytes memory) {
        return decide(b, ActLib.reAnchor(nonce(b), lane, inbound().anchor + 1, common, head, next));
    }

    /// @dev From one fork to another, as honest validators would say it.
    function reanchor(uint8[] memory lost, uint8[] memory next) internal {
        uint64 common;
        while (common < lost.length && common < next.length && lost[common] == next[common]) {
            ++common;
        }
        halt();
        skip(3 days);
        uint64 delivered = inbound().delivered;
        bytes32[] memory lostHashes = hashesOn(lost, common + 1, delivered);
        bytes32 nextHash = hashOn(next, common + 1);
        bytes memory signatures = signReAnchor(common, headOn(lost, common), nextHash);
        b.gateway.reanchor(lane, common, headOn(lost, common), nextHash, lostHashes, signatures);
    }

    /// @dev How many messages could not be carried out since the last call: a token that is there already is one of them.
    function parkedSince() internal returns (uint256 count) {
        Vm.Log[] memory logs = collect();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == IInbox.MessageParked.selector) ++count;
        }
    }
}
