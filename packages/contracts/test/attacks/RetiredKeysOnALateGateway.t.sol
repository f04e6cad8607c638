// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title Retired keys on a late gateway: old validators' keys are stolen, and one gateway has not heard that they are old
/// @notice A gateway that was never told believes the keys that it knows. Therefore a rotation is announced to all of
/// them before it counts, changes over everywhere in one second although nobody calls then, and can be brought by anybody.
contract RetiredKeysOnALateGatewayTest is CouncilTest {
    uint256[] internal fresh;
    address[] internal members;

    function setUp() public override {
        super.setUp();
        fresh = freshKeys("next", 5);
        members = addressesOf(fresh);
    }

    /// @dev Telling it needs nobody's leave, and until then it opens no lane to whoever has caught up.
    function test_ALateGatewayIsToldByAnybody() public {
        rotate(a, members, 0);
        CreatorCollection token = newCollection("https://sea.example/");
        token.mint(ALICE, "");
        send(a, b, address(token), 1, ALICE);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory retired) = batch(a, b, 1, 2);
        bytes32 lane = laneBetween(a, b);

        // The late gateway opens no lane to whoever has caught up, with new signatures or with old ones.
        bytes32 act = ActLib.openLane(nonce(b), 1, 50, address(1));
        bytes memory signatures = signWith(fresh, 3, digestAt(b, act));
        on(b);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.EpochWrong.selector, 0, 1));
        b.gateway.openLane(1, 50, address(1), signatures);

        vm.prank(makeAddr("anybody"));
        rotate(b, members, 0);
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.deliver(lane, 1, messages, tail, retired);
        bytes32 digest = DigestLib.checkpoint(DigestLib.zoneDomain(ZONE_ID), lane, 0, 2, headAt(lane, 2));
        b.gateway.deliver(lane, 1, messages, tail, signWith(fresh, 3, digest));
        assertEq(representation(b, a, address(token)).ownerOf(1), ALICE);
    }

    /// @dev Told ahead, it retires the old keys by itself. Meanwhile they cannot put another rotation in the place of
    /// the one that waits.
    function test_AGatewayThatWasToldAheadIsNeverLate() public {
        uint40 validFrom = uint40(block.timestamp) + 2 * DAY;
        rotate(b, members, validFrom);
        address[] memory thieves = addressesOf(freshKeys("thief", 5));
        bytes memory coup = sign(rotationDigest(0, thieves, QUORUM, 0));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.RotationPending.selector, validFrom));
        b.gateway.rotate(thieves, QUORUM, 0, coup);
        // Nobody calls it for a year.
        vm.warp(validFrom + 365 * DAY);
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.rotate(thieves, QUORUM, 0, coup);
        coup = sign(rotationDigest(1, thieves, QUORUM, 0));
        vm.expectPartialRevert(UNSIGNED);
        b.gateway.rotate(thieves, QUORUM, 0, coup);
        vm.prank(vm.addr(keys[0]));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, vm.addr(keys[0])));
        b.gateway.pause(vm.addr(keys[0]), 0, NOBODY, 1, "");
    }

    /// @dev A gateway that missed several rotations catches up in one go, in order, and by whoever cares.
    function test_AGatewayThatMissedManyCatchesUp() public {
        uint256[][3] memory sets = [freshKeys("second", 5), freshKeys("third", 7), freshKeys("fourth", 3)];
        uint16[3] memory quorums = [uint16(3), 4, 3];
        uint256[] memory before = keys;
        bytes[3] memory all;
        for (uint64 i; i < 3; ++i) {
            address[] memory set = addressesOf(sets[i]);
            uint256 k = i == 0 ? QUORUM : quorums[i - 1];
            all[i] = signWith(before, k, rotationDigest(i, set, quorums[i], 0));
            before = sets[i];
        }
        on(b);
        // Not out of order: each is signed by the set before it.
        vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
        b.gateway.rotate(addressesOf(sets[2]), quorums[2], 0, all[2]);
        for (uint256 i; i < 3; ++i) {
            b.gateway.rotate(addressesOf(sets[i]), quorums[i], 0, all[i]);
        }
        (uint64 epoch,,, address[] memory now_) = b.gateway.validatorSet();
        assertEq(epoch, 3);
        assertEq(now_, addressesOf(sets[2]));
    }
}
