// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title What is delivered, in which order, and on whose word
contract DeliveryTest is ZoneTest {
    CreatorCollection internal token;
    IFullRepresentation internal there;
    bytes32 internal lane;

    /// @dev One Collection message, then five Transfers.
    uint64 internal constant SENT = 6;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i = 1; i < SENT; ++i) {
            on(a);
            token.mint(ALICE, "");
            send(a, b, address(token), i, ALICE);
        }
        there = representation(b, a, address(token));
        lane = laneBetween(a, b);
    }

    // --------------------------------------------------------------------------------------------------------- ORDER

    function test_HeadsAgreeOnBothSides() public {
        ILanes.OutboundLane memory out = a.gateway.outboundLane(lane);
        assertEq(out.count, SENT);
        assertEq(out.head, headAt(lane, SENT));
        deliverAll(a, b);
        ILanes.InboundLane memory inbound = b.gateway.inboundLane(lane);
        assertEq(inbound.delivered, SENT);
        assertEq(inbound.head, out.head);
    }

    function testFuzz_ABatchMayEndAnywhere(uint64 cut) public {
        cut = uint64(bound(cut, 1, SENT - 1));
        deliver(a, b, 1, cut);
        assertEq(b.gateway.inboundLane(lane).delivered, cut);
        assertEq(b.gateway.inboundLane(lane).head, headAt(lane, cut));
        deliver(a, b, cut + 1, SENT);
        assertEq(there.balanceOf(ALICE), SENT - 1);
    }

    function testFuzz_APrefixAlreadyDeliveredIsSkipped(uint64 first, uint64 cut) public {
        cut = uint64(bound(cut, 1, SENT - 1));
        first = uint64(bound(first, 1, cut + 1));
        deliver(a, b, 1, cut);
        deliver(a, b, first, SENT);
        assertEq(there.balanceOf(ALICE), SENT - 1);
        assertEq(b.gateway.inboundLane(lane).head, headAt(lane, SENT));
    }

    function test_RevertWhen_EverythingWasDelivered() public {
        deliverAll(a, b);
        _expectRefusal(abi.encodeWithSelector(IInbox.NothingToDeliver.selector, SENT), 1, SENT);
    }

    function test_RevertWhen_MessagesAreLeftOut() public {
        _expectRefusal(abi.encodeWithSelector(IInbox.SequenceGap.selector, 1, 2), 2, SENT);
        _expectRefusal(abi.encodeWithSelector(IInbox.SequenceGap.selector, 1, 0), 0, 0);
    }

    function test_RevertWhen_TheLaneIsUnknown() public {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, SENT);
        on(b);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, bytes32("none")));
        b.gateway.deliver("none", 1, messages, tail, signatures);
        // What leaves B is not what arrives there.
        bytes32 back = laneBetween(b, a);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, back));
        b.gateway.deliver(back, 1, messages, tail, signatures);
    }

    // ---------------------------------------------------------------------------------------------------- SIGNATURES

    function testFuzz_RevertWhen_OneByteIsChanged(uint256 which, uint256 at, uint8 flip) public {
        vm.assume(flip != 0);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, 4);
        bytes memory message = messages[which % 4];
        at %= message.length;
        message[at] = bytes1(uint8(message[at]) ^ flip);
        _expectAnyRefusal(messages, tail, signatures);
    }

    function test_RevertWhen_MessagesAreSwapped() public {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, SENT);
        (messages[1], messages[2]) = (messages[2], messages[1]);
        _expectAnyRefusal(messages, tail, signatures);
    }

    function test_RevertWhen_AStrangerSigns() public {
        (uint256[] memory signers, bytes32 digest) = (new uint256[](3), _digest(0));
        (signers[0], signers[1], signers[2]) = (keys[0], keys[1], uint256(keccak256("stranger")));
        if (vm.addr(signers[2]) < vm.addr(signers[1])) (signers[1], signers[2]) = (signers[2], signers[1]);
        if (vm.addr(signers[1]) < vm.addr(signers[0])) (signers[0], signers[1]) = (signers[1], signers[0]);
        _expectSignatureRefusal(QuorumLib.SignerNotValidator.selector, signers, digest);
    }

    function test_RevertWhen_AValidatorSignsTwice() public {
        uint256[] memory signers = new uint256[](3);
        (signers[0], signers[1], signers[2]) = (keys[0], keys[1], keys[1]);
        _expectSignatureRefusal(QuorumLib.SignaturesUnordered.selector, signers, _digest(0));
    }

    function test_RevertWhen_SignaturesAreUnordered() public {
        uint256[] memory signers = new uint256[](3);
        (signers[0], signers[1], signers[2]) = (keys[0], keys[2], keys[1]);
        _expectSignatureRefusal(QuorumLib.SignaturesUnordered.selector, signers, _digest(0));
    }

    function test_RevertWhen_SignaturesAreTooFewOrTooMany() public {
        uint256[] memory signers = new uint256[](2);
        (signers[0], signers[1]) = (keys[0], keys[1]);
        _expectSignatureRefusal(QuorumLib.SignatureCountWrong.selector, signers, _digest(0));
        _expectSignatureRefusal(QuorumLib.SignatureCountWrong.selector, keys, _digest(0));
    }

    function test_RevertWhen_TheAnchorIsAnother() public {
        uint256[] memory signers = new uint256[](3);
        (signers[0], signers[1], signers[2]) = (keys[0], keys[1], keys[2]);
        _expectSignatureRefusal(QuorumLib.SignerNotValidator.selector, signers, _digest(1));
    }

    function test_RevertWhen_ASignatureIsEmpty() public {
        (bytes[] memory messages, bytes32[] memory tail,) = batch(a, b, 1, SENT);
        on(b);
        vm.expectRevert(abi.encodeWithSelector(QuorumLib.SignatureInvalid.selector, 0));
        b.gateway.deliver(lane, 1, messages, tail, new bytes(192));
    }

    function testFuzz_AnyQuorumIsEnough(uint256 seed) public {
        // Two of five are left out, in any combination.
        (uint256 out1, uint256 out2) = (seed % 5, (seed / 5) % 5);
        vm.assume(out1 != out2);
        bytes memory signatures;
        for (uint256 i; i < 5; ++i) {
            if (i != out1 && i != out2) {
                signatures = bytes.concat(signatures, signature(keys[i], _digest(0)));
            }
        }
        (bytes[] memory messages, bytes32[] memory tail,) = batch(a, b, 1, SENT);
        on(b);
        b.gateway.deliver(lane, 1, messages, tail, signatures);
        assertEq(there.balanceOf(ALICE), SENT - 1);
    }

    function test_RevertWhen_ACheckpointIsUsedOnAnotherLane() public {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, SENT);
        bytes32 other = laneBetween(a, c);
        on(c);
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        c.gateway.deliver(other, 1, messages, tail, signatures);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _digest(uint64 anchor) private view returns (bytes32) {
        return DigestLib.checkpoint(DigestLib.zoneDomain(ZONE_ID), lane, anchor, SENT, headAt(lane, SENT));
    }

    function _expectRefusal(bytes memory reason, uint64 first, uint64 last) private {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) =
            batch(a, b, first == 0 ? 1 : first, last == 0 ? SENT : last);
        on(b);
        vm.expectRevert(reason);
        b.gateway.deliver(lane, first, messages, tail, signatures);
    }

    function _expectAnyRefusal(bytes[] memory messages, bytes32[] memory tail, bytes memory signatures)
        private
    {
        on(b);
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        b.gateway.deliver(lane, 1, messages, tail, signatures);
    }

    function _expectSignatureRefusal(bytes4 reason, uint256[] memory signers, bytes32 digest) private {
        (bytes[] memory messages, bytes32[] memory tail,) = batch(a, b, 1, SENT);
        bytes memory signatures;
        for (uint256 i; i < signers.length; ++i) {
            signatures = bytes.concat(signatures, signature(signers[i], digest));
        }
        on(b);
        vm.expectPartialRevert(reason);
        b.gateway.deliver(lane, 1, messages, tail, signatures);
    }
}
