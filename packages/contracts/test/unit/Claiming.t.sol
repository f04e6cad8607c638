// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft} from "../mocks/Freezing.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title One message is taken out of order, once, and nobody pays for those before it
contract ClaimingTest is EndingTest {
    /// @dev One Collection message, then five Transfers.
    uint64 private constant SENT = 6;

    bytes32 private lane;

    function setUp() public override {
        super.setUp();
        lane = laneBetween(a, b);
        // All of them say the same, and so have one record.
        art.script("");
        for (uint256 id = ID; id < ID + SENT - 1; ++id) {
            if (id != ID) art.mint(ALICE, id);
            send(a, b, address(art), id, ALICE);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- ORDER

    function test_OneIsTakenOutOfOrder() public {
        claim(a, b, 1);
        bytes32 id = headAt(lane, 4);
        vm.expectEmit(address(b.gateway));
        emit IInbox.MessageClaimed(lane, 4, id);
        claim(a, b, 4);
        assertEq(_held(), 1);
        _expectLane(0, 2);
    }

    function test_AllAreTakenInOrder() public {
        for (uint64 i = 1; i <= SENT; ++i) {
            claim(a, b, i);
        }
        assertEq(_held(), SENT - 1);
        _expectLane(0, SENT);
        // The lane goes on over what was taken, without doing anything again.
        deliverAll(a, b);
        assertEq(_held(), SENT - 1);
        _expectLane(SENT, 0);
    }

    /// @dev Whatever was claimed, and wherever deliveries end: each message counts once.
    function testFuzz_OrderedDeliverySkipsWhatWasClaimed(uint256 claims, uint64 cut, uint256 later) public {
        cut = uint64(bound(cut, 1, SENT - 1));
        // The collection goes first.
        claims |= 1;
        _claimSome(claims, 0);
        _expectLane(0, _count(claims));
        deliver(a, b, 1, cut);
        _expectLane(cut, _count(claims) - _count(claims & ((1 << cut) - 1)));
        _claimSome(later & ~claims, cut);
        _expectLane(cut, _count(claims | later) - _count((claims | later) & ((1 << cut) - 1)));
        deliver(a, b, cut + 1, SENT);
        assertEq(_held(), SENT - 1);
        _expectLane(SENT, 0);
        for (uint64 i = 1; i <= SENT; ++i) {
            assertFalse(isParked(b, headAt(lane, i)));
        }
    }

    function test_TheCollectionMessageGoesFirst() public {
        bytes memory unknown = abi.encodeWithSelector(
            ICustody.CollectionUnknown.selector, b.gateway.representationOf(a.id, address(art), 1)
        );
        bytes memory call = claimCall(a, b, 4, SENT);
        on(b);
        (bool ok, bytes memory reason) = address(b.gateway).call(call);
        assertFalse(ok);
        assertEq(bytes4(reason), bytes4(unknown));
        claim(a, b, 1);
        claim(a, b, 4);
        assertEq(_held(), 1);
    }

    // ----------------------------------------------------------------------------------------------------------- ONCE

    function test_RevertWhen_ClaimedTwice() public {
        claim(a, b, 1);
        claim(a, b, 4);
        expectNotClaimed(a, b, 4, _consumed(4));
        deliverAll(a, b);
        expectNotClaimed(a, b, 4, _consumed(4));
    }

    function test_RevertWhen_DeliveredBefore() public {
        deliver(a, b, 1, 3);
        for (uint64 i = 1; i <= 3; ++i) {
            expectNotClaimed(a, b, i, _consumed(i));
        }
        claim(a, b, 4);
    }

    /// @dev More hashes after it than the checkpoint counts: there is no such place.
    function test_RevertWhen_BeforeTheFirst() public {
        bytes32[] memory tail = new bytes32[](SENT);
        bytes memory signatures = signCheckpoint(lane, SENT, headAt(lane, SENT));
        bytes memory message = latest(lane);
        on(b);
        vm.expectRevert();
        b.gateway.claim(lane, SENT, lane, message, tail, signatures);
        vm.expectRevert();
        b.gateway.claim(lane, SENT, lane, message, new bytes32[](SENT + 9), signatures);
        _expectLane(0, 0);
    }

    // ---------------------------------------------------------------------------------------------------- CHECKPOINTS

    function test_AnOlderCheckpointIsAsGood() public {
        claimUnder(a, b, 1, 2);
        claimUnder(a, b, 4, 4);
        claimUnder(a, b, 3, 5);
        assertEq(_held(), 2);
    }

    function test_RevertWhen_TheCheckpointIsAnother() public {
        bytes memory call = claimCall(a, b, 1, SENT);
        bytes memory message = sent[lane][0];
        bytes32[] memory tail = new bytes32[](0);
        // Signed, but for where C is.
        bytes memory signatures = signCheckpoint(laneBetween(a, c), 1, headAt(lane, 1));
        on(b);
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        b.gateway.claim(lane, 1, lane, message, tail, signatures);
        // Signed for one sequence, used for another.
        signatures = signCheckpoint(lane, 1, headAt(lane, 1));
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        b.gateway.claim(lane, 2, lane, message, tail, signatures);
        // Another message in its place.
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        b.gateway.claim(lane, 1, lane, bytes.concat(message, hex"00"), tail, signatures);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, bytes32(0)));
        b.gateway.claim(0, 1, lane, message, tail, signatures);
        (bool ok,) = address(b.gateway).call(call);
        assertTrue(ok);
    }

    function test_RevertWhen_TheSetThatSignedCountsNoMore() public {
        uint256[] memory fresh = freshKeys("next", 5);
        rotate(b, addressesOf(fresh), uint40(block.timestamp));
        bytes memory call = claimCall(a, b, 1, SENT);
        (bool ok, bytes memory reason) = address(b.gateway).call(call);
        assertFalse(ok);
        assertEq(bytes4(reason), QuorumLib.SignerNotValidator.selector);
    }

    // -------------------------------------------------------------------------------------------------------- ENDINGS

    function test_OneThatExpiredIsReturned() public {
        bytes32 id = headAt(lane, 2);
        claim(a, b, 1);
        expire();
        expectReturned(a, b, id, returnOf(id, STANDARD_ERC721, a, ALICE));
        claim(a, b, 2);
        collect();
        expectNotClaimed(a, b, 2, _consumed(2));
        arrive(b, a);
        assertEq(art.ownerOf(ID), ALICE);
        // Those that nobody claimed follow in order, and none comes back twice.
        arrive(a, b);
        arrive(b, a);
        assertEq(art.balanceOf(ALICE), SENT - 1);
        assertEq(sent[laneBetween(b, a)].length, SENT - 1);
    }

    function test_OneThatCannotBeCarriedOutStaysClaimable() public {
        deliverAll(a, b);
        cross(b, a, STANDARD_ERC721);
        freeze(STANDARD_ERC721, true);
        expectNotClaimed(b, a, 1, abi.encodeWithSelector(FreezingNft.Frozen.selector));
        assertEq(a.gateway.inboundLane(laneBetween(b, a)).claimedAhead, 0);
        freeze(STANDARD_ERC721, false);
        claim(b, a, 1);
        assertEq(art.ownerOf(ID), ALICE);
    }

    /// @dev Nothing parks by claim: garbage reverts, and ordered delivery parks it.
    function testFuzz_GarbageIsNotClaimed(bytes calldata garbage) public {
        sent[lane].push(garbage);
        bytes memory call = claimCall(a, b, SENT + 1, SENT + 1);
        on(b);
        (bool ok,) = address(b.gateway).call(call);
        assertFalse(ok);
        assertFalse(isParked(b, headAt(lane, SENT + 1)));
        deliverAll(a, b);
        assertEq(b.gateway.inboundLane(lane).delivered, SENT + 1);
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _held() private view returns (uint256) {
        return held(b, STANDARD_ERC721, ALICE);
    }

    function _consumed(uint64 sequence) private view returns (bytes memory) {
        return abi.encodeWithSelector(IInbox.AlreadyConsumed.selector, lane, sequence);
    }

    function _expectLane(uint256 delivered, uint256 ahead) private view {
        ILanes.InboundLane memory inbound = b.gateway.inboundLane(lane);
        assertEq(inbound.delivered, delivered, "delivered");
        assertEq(inbound.claimedAhead, ahead, "ahead");
        assertEq(inbound.head, headAt(lane, delivered), "head");
    }

    /// @dev Claims those of the bits that are after what was delivered.
    function _claimSome(uint256 bits, uint64 delivered) private {
        for (uint64 i = delivered + 1; i <= SENT; ++i) {
            if ((bits >> (i - 1)) & 1 != 0) claim(a, b, i);
        }
    }

    function _count(uint256 bits) private pure returns (uint256 count) {
        for (bits &= (1 << SENT) - 1; bits != 0; bits >>= 1) {
            count += bits & 1;
        }
    }
}
