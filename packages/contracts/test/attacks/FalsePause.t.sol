// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title A false pause: a validator, or whoever has its key, stops what there is no reason to stop
/// @notice It costs hours. What a stranger says stops nothing; what one validator stops, the others start again; and
/// whoever waited has in the end what they sent, there or here.
contract FalsePauseTest is CouncilTest {
    uint24 private constant BUDGET = 6 hours;

    CreatorCollection private token;
    uint40 private start;

    /// @dev Alice's token 1 is on its way to B.
    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i; i < 4; ++i) {
            token.mint(ALICE, "");
        }
        send(a, b, address(token), 1, ALICE);
        start = uint40(block.timestamp);
        on(a);
    }

    // ---------------------------------------------------------------------------------------------------------- BY WHOM

    function test_AStrangerPausesNothing() public {
        uint256 stranger = uint256(keccak256("stranger"));
        (address one, address two) = (vm.addr(keys[0]), vm.addr(keys[1]));
        _expectNot(vm.addr(stranger), vm.addr(stranger), "", ICouncil.NotAValidator.selector);
        // In a validator's name: without a signature, with the stranger's, with another validator's.
        _expectNot(vm.addr(stranger), one, "", IIntents.SignatureWrong.selector);
        _expectNot(vm.addr(stranger), one, _signed(stranger, one), IIntents.SignatureWrong.selector);
        _expectNot(two, one, _signed(keys[1], one), IIntents.SignatureWrong.selector);
        _expectNot(vm.addr(stranger), address(0), new bytes(65), ICouncil.NotAValidator.selector);
        send(a, b, address(token), 2, ALICE);
    }

    /// @dev The others need not wait for it to end, and the false one has used up its week.
    function test_TheOthersUndoIt() public {
        pauseBy(keys[4], a, 0, NOBODY, BUDGET);
        _expectSendRefused(start + BUDGET);
        _lift(0);
        send(a, b, address(token), 2, ALICE);
        vm.prank(vm.addr(keys[4]));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.PauseBudgetSpent.selector, vm.addr(keys[4]), 0));
        a.gateway.pause(vm.addr(keys[4]), b.id, NOBODY, 1, "");
        // Fewer than k together stop the zone for hours, too.
        pauseBy(keys[3], a, 0, NOBODY, BUDGET);
        skip(BUDGET);
        send(a, b, address(token), 3, ALICE);
    }

    /// @dev Pauses of one lane do not add up: with all of them asked for at once it goes on when the longest ends.
    function test_PausesAskedForTogetherEndTogether() public {
        for (uint256 i; i < VALIDATORS; ++i) {
            pauseBy(keys[i], a, i % 2 == 0 ? b.id : 0, NOBODY, BUDGET - uint24(i));
        }
        skip(BUDGET);
        send(a, b, address(token), 2, ALICE);
    }

    // ---------------------------------------------------------------------------------------------------------- OF WHAT

    /// @dev No pause is in the way of what undoes it, or of whom it should keep in office.
    function test_ItDoesNotStopTheCouncil() public {
        pauseBy(keys[4], a, 0, NOBODY, BUDGET);
        bytes memory signatures = decide(a, ActLib.setLimit(nonce(a), address(token), 5, 60));
        a.gateway.setLimit(address(token), 5, 60, signatures);
        rotate(a, addressesOf(freshKeys("next", 5)), 0);
        // Who was rotated out has no say about the pause either.
        vm.prank(vm.addr(keys[3]));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, vm.addr(keys[3])));
        a.gateway.pause(vm.addr(keys[3]), 0, NOBODY, 1, "");
    }

    /// @dev A victim's collection is quarantined: it parks, everybody else's arrives, and it arrives hours later.
    function test_AFalseQuarantineHoldsOneCollectionForHours() public {
        CreatorCollection other = newCollection("https://land.example/");
        other.mint(BOB, "");
        send(a, b, address(other), 1, BOB);
        address there = address(representation(b, a, address(token)));
        pauseBy(keys[4], b, 0, there, BUDGET);
        deliverAll(a, b);
        assertEq(representation(b, a, address(other)).ownerOf(1), BOB);
        bytes32 lane = laneBetween(a, b);
        bytes32 id = headAt(lane, 2);
        vm.expectRevert(
            abi.encodeWithSelector(ICustody.CollectionQuarantined.selector, there, uint32(start + BUDGET))
        );
        b.gateway.retry(lane, id, sent[lane][1]);
        skip(BUDGET);
        b.gateway.retry(lane, id, sent[lane][1]);
        assertEq(representation(b, a, address(token)).ownerOf(1), ALICE);
    }

    /// @dev Deadlines do not wait. A pause over a deadline makes a message go back, whole, and no pause is long enough to
    /// reach the next one.
    function test_APauseOverADeadlineSendsItBack() public {
        vm.warp(start + 7 * DAY - 1 hours);
        pauseBy(keys[4], b, a.id, NOBODY, BUDGET);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, 2);
        bytes32 lane = laneBetween(a, b);
        on(b);
        uint40 until = start + 7 * DAY + 5 hours;
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsPaused.selector, a.id, until));
        b.gateway.deliver(lane, 1, messages, tail, signatures);
        skip(BUDGET);
        deliverAll(a, b);
        collect();
        deliverAll(b, a);
        assertEq(token.ownerOf(1), ALICE);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).ownerOf(1), ALICE);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _signed(uint256 key, address validator) private view returns (bytes memory) {
        return signature(key, digestAt(a, ActLib.pause(validator, b.id, NOBODY, 1 hours, 0)));
    }

    function _expectNot(address caller, address validator, bytes memory signature_, bytes4 reason) private {
        on(a);
        vm.prank(caller);
        vm.expectPartialRevert(reason);
        a.gateway.pause(validator, b.id, NOBODY, 1 hours, signature_);
    }

    function _lift(uint64 chainId) private {
        bytes memory signatures = decide(a, ActLib.liftPause(nonce(a), chainId, NOBODY));
        on(a);
        a.gateway.liftPause(chainId, NOBODY, signatures);
    }

    function _expectSendRefused(uint40 until) private {
        on(a);
        IOutbox.SendRequest memory r = request(b, address(token), 4, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsPaused.selector, b.id, until));
        a.gateway.send(r);
    }
}
