// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";

/// @title KelpDAO, April 2026: one verifier's RPC nodes were poisoned, and it signed a burn that had never happened
/// @notice 116,500 rsETH, $292M, left for a message that no chain had sent, because one verifier was all. Here a head needs
/// k validators who each saw it themselves; and should k of them be deceived at once, the vault of that chain, the
/// collection's limit and one honest validator's pause bound the loss, and the lane goes back to what really happened.
contract KelpDao2026Test is CouncilTest {
    using ForgedLib for bytes;

    CreatorCollection private token;
    bytes32 private lane;
    bytes32[] private none;
    /// @dev What the poisoned nodes show of B: tokens 1, 2 and 4 sent home to the thief.
    bytes[] private forged;

    /// @dev Alice's tokens 1 to 3 are on B, token 4 is on C. Really, only token 3 is on its way home.
    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 id = 1; id <= 4; ++id) {
            on(a);
            token.mint(ALICE, "");
            send(a, id == 4 ? c : b, address(token), id, ALICE);
        }
        deliverAll(a, b);
        deliverAll(a, c);
        lane = laneBetween(b, a);
        send(b, a, address(representation(b, a, address(token))), 3, ALICE);
        for (uint256 i; i < 3; ++i) {
            uint256 id = i == 2 ? 4 : i + 1;
            forged.push(_ofToken(sent[lane][0].withRecipient(BOB), id));
        }
        on(a);
    }

    // ----------------------------------------------------------------------------------------------------- TOO FEW

    /// @dev One deceived verifier, or two, with the honest ones' signatures on what they saw in the others' places.
    function test_FewerThanKDeceivedProveNothing() public {
        bytes32 poisoned = _digest(0, 3, _forgedHead(3));
        bytes32 seen = _digest(0, 1, headAt(lane, 1));
        for (uint256 deceived = 1; deceived < QUORUM; ++deceived) {
            bytes memory signatures = signWith(keys, deceived, poisoned);
            vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
            a.gateway.deliver(lane, 1, forged, none, signatures);
            for (uint256 i = deceived; i < QUORUM; ++i) {
                signatures = bytes.concat(signatures, signature(keys[i], seen));
            }
            expectNoQuorum(a, abi.encodeCall(IInbox.deliver, (lane, 1, forged, none, signatures)));
            bytes32 prior = _forgedHead(2);
            expectNoQuorum(a, abi.encodeCall(IInbox.claim, (lane, 3, prior, forged[2], none, signatures)));
        }
        // What the honest majority saw is not kept back by it.
        bytes[] memory real = new bytes[](1);
        real[0] = sent[lane][0];
        bytes memory honest =
            bytes.concat(signature(keys[2], seen), signature(keys[3], seen), signature(keys[4], seen));
        a.gateway.deliver(lane, 1, real, none, honest);
        assertEq(token.ownerOf(3), ALICE);
    }

    /// @dev Nor can a part of what was seen be joined with a part of what was shown: the head is of the whole.
    function test_AForgedMessageBetweenRealOnesProvesNothing() public {
        bytes[] memory messages = new bytes[](2);
        (messages[0], messages[1]) = (sent[lane][0], forged[0]);
        bytes memory honest = signCheckpoint(lane, 1, headAt(lane, 1));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, messages, none, honest);
        (messages[0], messages[1]) = (forged[0], sent[lane][0]);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, messages, none, honest);
    }

    // ------------------------------------------------------------------------------------------------------ ENOUGH

    /// @dev All of them deceived at once, which is what we cannot prevent: what is lost, and what is not.
    function test_KDeceivedAreBoundedAndUndone() public {
        _limitToOne();
        a.gateway.deliver(lane, 1, forged, none, sign(_digest(0, 3, _forgedHead(3))));
        assertEq(token.ownerOf(1), BOB, "lost: one window's limit");
        assertEq(token.ownerOf(2), vaultAt(a, b), "the next had no room in it");
        assertEq(token.ownerOf(4), vaultAt(a, c));

        // Somebody looks at a healthy node, and needs nobody's leave.
        pauseBy(keys[4], a, b.id, NOBODY, 6 hours);
        skip(1 hours);
        _expectParkedAndHeld(1, abi.encodeWithSelector(ILanes.LaneIsPaused.selector, b.id, _now() + 5 hours));

        // By daylight, the quorum: halted, in public for three days, and back to where the lane was.
        bytes memory signatures = decide(a, ActLib.halt(nonce(a), lane, 1, headAt(lane, 1)));
        a.gateway.halt(lane, 1, headAt(lane, 1), signatures);
        skip(3 days);
        _expectParkedAndHeld(1, abi.encodeWithSelector(ILanes.LaneIsHalted.selector, lane));
        _goBack();
        _expectParkedAndHeld(1, abi.encodeWithSelector(IInbox.NotParked.selector, _forgedHead(2)));
        _expectParkedAndHeld(2, abi.encodeWithSelector(IInbox.NotParked.selector, _forgedHead(3)));
        signatures = sign(_digest(0, 3, _forgedHead(3)));
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, forged, none, signatures);

        // What really happened arrives.
        bytes[] memory real = new bytes[](1);
        real[0] = sent[lane][0];
        a.gateway.deliver(lane, 1, real, none, sign(_digest(1, 1, headAt(lane, 1))));
        assertEq(token.ownerOf(3), ALICE);
        assertEq(token.ownerOf(2), vaultAt(a, b));
    }

    /// @dev Should the poisoned nodes win over k validators again, their first head does not count once more.
    function test_TheForgedForkDoesNotComeBack() public {
        a.gateway.deliver(lane, 1, forged, none, sign(_digest(0, 3, _forgedHead(3))));
        assertEq(token.ownerOf(2), BOB);
        assertEq(token.ownerOf(4), vaultAt(a, c), "another chain's vault is another's");
        _expectParkedAndHeld(2, abi.encodeWithSelector(IVault.TokenNotReleased.selector, token, 4));
        bytes memory signatures = decide(a, ActLib.halt(nonce(a), lane, 1, headAt(lane, 1)));
        a.gateway.halt(lane, 1, headAt(lane, 1), signatures);
        skip(3 days);
        _goBack();
        // The thief sends one of them to B again, honestly, and hopes for the same message once more.
        send(a, b, address(token), 1, BOB);
        a.gateway.deliver(lane, 1, forged, none, sign(_digest(1, 3, _forgedHead(3))));
        assertEq(token.ownerOf(1), vaultAt(a, b), "it ended before");
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _limitToOne() private {
        bytes memory signatures = decide(a, ActLib.setLimit(nonce(a), address(token), 1, 1440));
        a.gateway.setLimit(address(token), 1, 1440, signatures);
    }

    function _goBack() private {
        bytes32 next = keccak256(sent[lane][0]);
        bytes32[] memory lost = new bytes32[](3);
        for (uint256 i; i < 3; ++i) {
            lost[i] = keccak256(forged[i]);
        }
        bytes memory signatures = decide(a, ActLib.reAnchor(nonce(a), lane, 1, 0, lane, next));
        vm.expectEmit(address(a.gateway));
        emit ICouncil.LaneReAnchored(lane, 1, 0, lane);
        a.gateway.reanchor(lane, 0, lane, next, lost, signatures);
    }

    function _expectParkedAndHeld(uint256 index, bytes memory reason) private {
        bytes memory message = forged[index];
        bytes32 id = _forgedHead(index + 1);
        vm.expectRevert(reason);
        a.gateway.retry(lane, id, message);
    }

    function _forgedHead(uint256 sequence) private view returns (bytes32 head) {
        head = lane;
        for (uint256 i; i < sequence; ++i) {
            head = keccak256(abi.encodePacked(head, keccak256(forged[i])));
        }
    }

    function _digest(uint64 anchor, uint64 sequence, bytes32 head) private view returns (bytes32) {
        return DigestLib.checkpoint(DigestLib.zoneDomain(ZONE_ID), lane, anchor, sequence, head);
    }

    function _now() private view returns (uint40) {
        return uint40(block.timestamp);
    }

    /// @dev The one plain asset ends the message: `id: u256 ‖ form: u8`.
    function _ofToken(bytes memory message, uint256 id) private pure returns (bytes memory) {
        for (uint256 i; i < 32; ++i) {
            message[message.length - 33 + i] = bytes32(id)[i];
        }
        return message;
    }
}
