// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";

/// @title Nomad, August 2022: the root of a message that nobody had proven was zero, and zero was a trusted root
/// @notice Hundreds of strangers copied one call, put their own address in, and took $190M. Here nothing that was never
/// set is ever looked for: a message counts by signatures over a head that contains it, a lane exists by the chain it comes
/// from, a parked message by a hash that is not zero, a list of holders by a root that may not be zero.
contract Nomad2022Test is EndingTest {
    using ForgedLib for bytes;

    bytes32 private lane;
    bytes32[] private none;

    /// @dev Alice's token is on its way home.
    function setUp() public override {
        super.setUp();
        bring(STANDARD_ERC721);
        cross(b, a, STANDARD_ERC721);
        lane = laneBetween(b, a);
        on(a);
    }

    // ------------------------------------------------------------------------------------------------------- COPYING

    /// @dev What everybody did: take somebody's call, and put oneself in.
    function test_ACallIsCopiedWithAnotherRecipient() public {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(b, a, 1, 1);
        bytes memory real = messages[0];
        messages[0] = real.withRecipient(BOB);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 1, messages, tail, signatures);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.claim(lane, 1, lane, messages[0], tail, signatures);
        deliverAll(b, a);
        assertHeld(a, STANDARD_ERC721, ALICE);
        // After the real one neither that one again, nor another in its place.
        vm.expectRevert(abi.encodeWithSelector(IInbox.NothingToDeliver.selector, 1));
        a.gateway.deliver(lane, 1, messages, tail, signatures);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(lane, 2, messages, tail, signatures);
        vm.expectRevert(abi.encodeWithSelector(IInbox.AlreadyConsumed.selector, lane, 1));
        a.gateway.claim(lane, 1, lane, real, tail, signatures);
    }

    /// @dev Every message that was never parked has the commitment zero.
    function test_ANeverParkedMessageIsNotRetried() public {
        bytes memory forged = latest(lane).withRecipient(BOB);
        bytes32[4] memory ids = [bytes32(0), lane, headAt(lane, 1), keccak256(forged)];
        for (uint256 i; i < ids.length; ++i) {
            bytes memory unparked = abi.encodeWithSelector(IInbox.NotParked.selector, ids[i]);
            vm.expectRevert(unparked);
            a.gateway.retry(lane, ids[i], forged);
            vm.expectRevert(unparked);
            a.gateway.retry(lane, ids[i], "");
            vm.prank(BOB);
            vm.expectRevert(unparked);
            a.gateway.redirect(lane, ids[i], forged, BOB, 0, "");
        }
    }

    // --------------------------------------------------------------------------------------------------------- ZEROS

    /// @dev Nothing at all in the place of proof.
    function test_ZerosProveNothing() public {
        bytes[] memory messages = new bytes[](1);
        messages[0] = latest(lane).withRecipient(BOB);
        bytes memory zeros = new bytes(64 * QUORUM);
        bytes[3] memory proofs = [bytes(""), new bytes(64), zeros];
        bytes4[3] memory reasons = [
            QuorumLib.SignatureCountWrong.selector,
            QuorumLib.SignatureCountWrong.selector,
            QuorumLib.SignatureInvalid.selector
        ];
        for (uint256 i; i < proofs.length; ++i) {
            vm.expectPartialRevert(reasons[i]);
            a.gateway.deliver(lane, 1, messages, none, proofs[i]);
            vm.expectPartialRevert(reasons[i]);
            a.gateway.claim(lane, 1, 0, messages[0], none, proofs[i]);
            vm.expectPartialRevert(reasons[i]);
            a.gateway.claim(lane, 0, 0, "", new bytes32[](1), proofs[i]);
        }
        vm.expectRevert(abi.encodeWithSelector(IInbox.NothingToDeliver.selector, 0));
        a.gateway.deliver(lane, 1, new bytes[](0), none, zeros);
        vm.expectRevert(abi.encodeWithSelector(IInbox.SequenceGap.selector, 1, 0));
        a.gateway.deliver(lane, 0, messages, none, zeros);
    }

    /// @dev A lane that nobody opened has head zero, anchor zero, and nothing delivered.
    function test_AnUnknownLaneMovesNothing() public {
        bytes memory message = latest(lane);
        bytes[] memory messages = new bytes[](1);
        messages[0] = message;
        bytes32[3] memory unknown = [bytes32(0), laneBetween(a, b), laneBetween(b, c)];
        for (uint256 i; i < unknown.length; ++i) {
            bytes32 id = unknown[i];
            // Even with a quorum's signatures on it.
            bytes memory signatures =
                signCheckpoint(id, 1, keccak256(abi.encodePacked(id, keccak256(message))));
            bytes memory reason = abi.encodeWithSelector(ILanes.LaneUnknown.selector, id);
            vm.expectRevert(reason);
            a.gateway.deliver(id, 1, messages, none, signatures);
            vm.expectRevert(reason);
            a.gateway.claim(id, 1, id, message, none, signatures);
            vm.expectRevert(reason);
            a.gateway.retry(id, 0, message);
            vm.expectRevert(reason);
            a.gateway.redirect(id, 0, message, BOB, 0, "");
            vm.expectRevert(reason);
            a.gateway.halt(id, 1, 0, signatures);
            vm.expectRevert(reason);
            a.gateway.reanchor(id, 0, 0, 0, none, signatures);
            assertFalse(a.gateway.isConsumed(id, 1, 0));
        }
    }

    /// @dev A lane of which nobody said that it is halted was halted at second zero, long enough ago.
    function test_ALaneThatWasNeverHaltedIsNotReAnchored() public {
        bytes memory signatures = decide(a, ActLib.reAnchor(nonce(a), lane, 1, 0, lane, 0));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, 0));
        a.gateway.reanchor(lane, 0, lane, 0, none, signatures);
    }

    // --------------------------------------------------------------------------------------------------------- LISTS

    /// @dev Under a root of zero, or none, or one that was withdrawn, nobody holds anything.
    function test_AnUnsetListHoldsNothing() public {
        IWindDown.Holding memory holding = IWindDown.Holding(b.id, STANDARD_ERC721, address(art), ID, 1, BOB);
        _expectNoList(holding);
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, 0, 0));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.proposeWindDown(b.id, 0, 0, 0, signatures);
        signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, "root", 0));
        a.gateway.proposeWindDown(b.id, 0, "root", 0, signatures);
        signatures = decide(a, ActLib.cancelWindDown(nonce(a), b.id));
        a.gateway.cancelWindDown(b.id, signatures);
        skip(8 days);
        _expectNoList(holding);
    }

    function _expectNoList(IWindDown.Holding memory holding) private {
        bytes memory wrong = abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id);
        vm.prank(BOB);
        vm.expectRevert(wrong);
        a.gateway.takeOut(holding, none, BOB, 0, "");
        vm.expectRevert(wrong);
        a.gateway.challengeExcess(holding, none);
        vm.expectRevert(wrong);
        a.gateway.challengeDouble(holding, none, holding, none);
    }
}
