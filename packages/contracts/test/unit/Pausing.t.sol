// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title Standing still: by one validator for hours, by a quorum for days
contract PausingTest is CouncilTest {
    uint24 internal constant BUDGET = 6 hours;

    CreatorCollection internal token;
    uint40 internal start;

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

    // -------------------------------------------------------------------------------------------------------- SCOPES

    function test_ALanePairStandsStillAndGoesOnByItself() public {
        vm.expectEmit(address(a.gateway));
        emit ICouncil.Paused(b.id, NOBODY, start + 1 hours, vm.addr(keys[0]));
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        _expectSendRefused(b, start + 1 hours);
        pauseBy(keys[0], b, a.id, NOBODY, 1 hours);
        _expectDeliveryRefused(start + 1 hours);
        send(a, c, address(token), 2, ALICE);
        skip(1 hours);
        deliverAll(a, b);
        send(a, b, address(token), 3, ALICE);
    }

    function test_EverythingStandsStill() public {
        pauseBy(keys[0], a, 0, NOBODY, 2 hours);
        _expectSendRefused(b, start + 2 hours);
        _expectSendRefused(c, start + 2 hours);
        skip(2 hours);
        send(a, c, address(token), 2, ALICE);
    }

    function test_ACollectionIsQuarantinedAndParks() public {
        address there = b.gateway.representationOf(a.id, address(token), 1);
        pauseBy(keys[0], b, 0, there, 1 hours);
        deliverAll(a, b);
        bytes32 lane = laneBetween(a, b);
        bytes32 id = headAt(lane, 2);
        assertTrue(b.gateway.parkedMessage(id) != 0);
        vm.expectRevert(
            abi.encodeWithSelector(ICustody.CollectionQuarantined.selector, there, uint32(start + 1 hours))
        );
        b.gateway.retry(lane, id, sent[lane][1]);
        skip(1 hours);
        b.gateway.retry(lane, id, sent[lane][1]);
        assertEq(representation(b, a, address(token)).ownerOf(1), ALICE);
    }

    function test_RevertWhen_TheScopeIsNone() public {
        address one = vm.addr(keys[0]);
        vm.startPrank(one);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, 50));
        a.gateway.pause(one, 50, NOBODY, 1, "");
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.pause(one, b.id, address(token), 1, "");
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.pause(one, b.id, NOBODY, 0, "");
        (uint24 left,) = a.gateway.pauseBudgetOf(one);
        assertEq(left, BUDGET);
    }

    // ----------------------------------------------------------------------------------------------------- ONE ALONE

    function test_SixHoursInAnySevenDays() public {
        address one = vm.addr(keys[0]);
        pauseBy(keys[0], a, b.id, NOBODY, 2 hours);
        skip(3 days);
        pauseBy(keys[0], a, c.id, NOBODY, 4 hours);
        _expectSpent(one, 0, 1);
        skip(4 hours + 7 days - 1);
        _expectSpent(one, 0, 1);
        skip(1);
        pauseBy(keys[0], a, b.id, NOBODY, BUDGET);
        _expectSpent(one, 0, 1);
        // The others have their own.
        pauseBy(keys[1], a, b.id, NOBODY, 1 hours);
        _expectSpent(vm.addr(keys[1]), BUDGET - 1 hours, BUDGET);
    }

    /// @dev Whatever one validator does, what it asked for within any seven days is six hours at most.
    function testFuzz_NoSevenDaysSeeMoreThanSixHours(uint256 seed) public {
        uint256[40] memory starts;
        uint256[40] memory lengths;
        for (uint256 i; i < starts.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(seed % 2 days);
            uint24 duration = uint24((seed >> 64) % BUDGET) + 1;
            (uint24 left,) = a.gateway.pauseBudgetOf(vm.addr(keys[0]));
            if (duration > left) continue;
            pauseBy(keys[0], a, b.id, NOBODY, duration);
            (starts[i], lengths[i]) = (block.timestamp, duration);
            uint256 sum;
            for (uint256 j; j <= i; ++j) {
                uint256 end = starts[j] + lengths[j];
                uint256 from = block.timestamp + duration - 7 days;
                if (end > from) sum += end - (starts[j] > from ? starts[j] : from);
            }
            assertLe(sum, BUDGET);
        }
    }

    function test_ASignedPauseIsGoodOnce() public {
        address one = vm.addr(keys[0]);
        bytes memory signature_ = _signedPause(keys[0], 0);
        vm.prank(RELAYER);
        a.gateway.pause(one, b.id, NOBODY, 1 hours, signature_);
        _expectSendRefused(b, start + 1 hours);
        (, uint64 next) = a.gateway.pauseBudgetOf(one);
        assertEq(next, 1);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, one));
        a.gateway.pause(one, b.id, NOBODY, 1 hours, signature_);
        // It binds the gateway, and everything that it says.
        signature_ = _signedPause(keys[0], 1);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, one));
        a.gateway.pause(one, b.id, NOBODY, 1 hours + 1, signature_);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, one));
        a.gateway.pause(one, 0, NOBODY, 1 hours, signature_);
        on(b);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, one));
        b.gateway.pause(one, b.id, NOBODY, 1 hours, signature_);
        on(a);
        a.gateway.pause(one, b.id, NOBODY, 1 hours, signature_);
    }

    function test_RevertWhen_AValidatorWasRotatedOut() public {
        rotate(a, addressesOf(freshKeys("next", 5)), 0);
        vm.prank(vm.addr(keys[0]));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, vm.addr(keys[0])));
        a.gateway.pause(vm.addr(keys[0]), 0, NOBODY, 1, "");
    }

    // ------------------------------------------------------------------------------------------------------ A QUORUM

    function test_AQuorumExtendsByFourteenDaysFromNow() public {
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        _expectExtensionRefused(start + 14 * DAY + 1);
        _expectExtensionRefused(start);
        _extend(b.id, start + 14 * DAY);
        _expectSendRefused(b, start + 14 * DAY);
        skip(14 days);
        send(a, b, address(token), 2, ALICE);
    }

    function test_NobodyShortensAPauseByPausing() public {
        _extend(b.id, start + 10 * DAY);
        pauseBy(keys[0], a, b.id, NOBODY, 1);
        pauseBy(keys[0], a, 0, NOBODY, 1);
        _extend(b.id, start + DAY);
        _expectSendRefused(b, start + 10 * DAY);

        bytes memory signatures = decide(a, ActLib.extendPause(nonce(a), 0, address(token), start + 9 * DAY));
        a.gateway.extendPause(0, address(token), start + 9 * DAY, signatures);
        vm.expectEmit(address(a.gateway));
        emit ICouncil.Paused(0, address(token), start + 9 * DAY, vm.addr(keys[0]));
        pauseBy(keys[0], a, 0, address(token), 1);
        assertEq(ICustody(a.gateway.custody()).meterOf(address(token)).quarantinedUntil, start + 9 * DAY);
        _lift(0, address(token));
        assertEq(ICustody(a.gateway.custody()).meterOf(address(token)).quarantinedUntil, 0);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _signedPause(uint256 key, uint64 nonce_) private view returns (bytes memory) {
        bytes32 act = ActLib.pause(vm.addr(keys[0]), b.id, NOBODY, 1 hours, nonce_);
        return signature(key, digestAt(a, act));
    }

    function _lift(uint64 chainId, address collection) private {
        bytes memory signatures = decide(a, ActLib.liftPause(nonce(a), chainId, collection));
        on(a);
        a.gateway.liftPause(chainId, collection, signatures);
    }

    function _extend(uint64 chainId, uint40 until) private {
        bytes memory signatures = decide(a, ActLib.extendPause(nonce(a), chainId, NOBODY, until));
        on(a);
        a.gateway.extendPause(chainId, NOBODY, until, signatures);
    }

    function _expectExtensionRefused(uint40 until) private {
        bytes memory signatures = decide(a, ActLib.extendPause(nonce(a), b.id, NOBODY, until));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.extendPause(b.id, NOBODY, until, signatures);
    }

    function _expectSpent(address validator, uint24 left, uint24 wanted) private {
        vm.prank(validator);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.PauseBudgetSpent.selector, validator, left));
        a.gateway.pause(validator, b.id, NOBODY, wanted, "");
    }

    function _expectSendRefused(Side memory to, uint40 until) private {
        on(a);
        IOutbox.SendRequest memory r = request(to, address(token), 4, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsPaused.selector, to.id, until));
        a.gateway.send(r);
    }

    function _expectDeliveryRefused(uint40 until) private {
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, 2);
        bytes32 lane = laneBetween(a, b);
        on(b);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsPaused.selector, a.id, until));
        b.gateway.deliver(lane, 1, messages, tail, signatures);
    }
}
