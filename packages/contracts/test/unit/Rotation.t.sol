// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title Who the validators are, and since when
contract RotationTest is CouncilTest {
    uint256[] internal fresh;
    address[] internal members;

    function setUp() public override {
        super.setUp();
        fresh = freshKeys("next", 5);
        members = addressesOf(fresh);
    }

    // ------------------------------------------------------------------------------------------------------ IN ORDER

    function test_RotatesAtOnce() public {
        bytes32 setHash = IdLib.setHash(1, QUORUM, members);
        bytes memory signatures = sign(rotationDigest(0, members, QUORUM, 0));
        on(a);
        vm.expectEmit(address(a.gateway));
        emit ICouncil.ValidatorsRotated(1, setHash, uint40(block.timestamp), QUORUM, members);
        a.gateway.rotate(members, QUORUM, 0, signatures);
        _expectSet(1, members);
        (, bytes32 stored,,) = a.gateway.validatorSet();
        assertEq(stored, setHash);
    }

    function test_ChangesOverAtItsTimeThoughNobodyCalls() public {
        uint40 validFrom = uint40(block.timestamp) + 10 * DAY;
        rotate(a, members, validFrom);
        _expectSet(0, validators);
        _opens(41, keys, 0);
        vm.warp(validFrom - 1);
        _expectSet(0, validators);
        vm.warp(validFrom);
        _expectSet(1, members);
        _opens(42, fresh, 1);
    }

    function test_EpochsFollowEachOther() public {
        rotate(a, members, uint40(block.timestamp) + DAY);
        skip(DAY);
        uint256[] memory third = freshKeys("third", 7);
        address[] memory thirdMembers = addressesOf(third);
        uint40 later = uint40(block.timestamp) + DAY;
        bytes memory signatures = signWith(fresh, 3, rotationDigest(1, thirdMembers, 4, later));
        a.gateway.rotate(thirdMembers, 4, later, signatures);
        _expectSet(1, members);
        skip(DAY);
        _expectSet(2, thirdMembers);
    }

    function test_RevertWhen_AnotherRotationWaits() public {
        uint40 validFrom = uint40(block.timestamp) + DAY;
        rotate(a, members, validFrom);
        bytes memory signatures = sign(rotationDigest(0, validators, QUORUM, 0));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.RotationPending.selector, validFrom));
        a.gateway.rotate(validators, QUORUM, 0, signatures);
    }

    function test_RevertWhen_ItIsTooFarAhead() public {
        uint40 tooLate = uint40(block.timestamp) + 30 * DAY + 1;
        bytes memory signatures = sign(rotationDigest(0, members, QUORUM, tooLate));
        on(a);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.ValidFromTooLate.selector, tooLate));
        a.gateway.rotate(members, QUORUM, tooLate, signatures);
        rotate(a, members, tooLate - 1);
    }

    function test_RevertWhen_AnEpochIsLeftOut() public {
        _expectRefusal(UNSIGNED, members, QUORUM, sign(rotationDigest(1, members, QUORUM, 0)));
    }

    function test_RevertWhen_ItIsReplayed() public {
        bytes memory signatures = sign(rotationDigest(0, members, QUORUM, 0));
        rotate(a, members, 0);
        _expectRefusal(UNSIGNED, members, QUORUM, signatures);
    }

    function testFuzz_RevertWhen_AnythingElseWasSigned(uint40 validFrom, uint8 which) public {
        validFrom = uint40(bound(validFrom, 1, block.timestamp));
        bytes memory signatures = sign(rotationDigest(0, members, QUORUM, validFrom));
        if (which % 2 == 0) members[4] = address(type(uint160).max);
        _expectRefusal(UNSIGNED, members, which % 2 == 0 ? QUORUM : 4, signatures);
    }

    // ------------------------------------------------------------------------------------------------------- ATTACKS

    /// @dev Ronin, 2024: an upgrade left the weight that a vote needs at 0.
    function test_Attack_AnUpgradeThatLeavesTheQuorumAtZero() public {
        _expectInvalid(members, 0);
        _expectInvalid(new address[](0), 0);
    }

    function test_RevertWhen_TheQuorumIsNoMajority() public {
        _expectInvalid(members, 6);
        _expectInvalid(addressesOf(freshKeys("six", 6)), 3);
    }

    function test_RevertWhen_AZoneOfThreeWouldGoBelow() public {
        _expectInvalid(addressesOf(freshKeys("two", 2)), 2);
        _expectInvalid(addressesOf(freshKeys("three", 3)), 2);
    }

    /// @dev Ronin, 2022: one company held five of nine keys. A key counts for one seat, whoever signs how often.
    function test_Attack_OneCompanysKeys() public {
        address[] memory twice = addressesOf(fresh);
        twice[1] = twice[0];
        _expectInvalid(twice, QUORUM);
        uint256[] memory mine = new uint256[](3);
        (mine[0], mine[1], mine[2]) = (keys[0], keys[1], keys[1]);
        bytes memory signatures = signWith(mine, 3, rotationDigest(0, members, QUORUM, 0));
        _expectRefusal(QuorumLib.SignaturesUnordered.selector, members, QUORUM, signatures);
        signatures = signWith(mine, 2, rotationDigest(0, members, QUORUM, 0));
        _expectRefusal(QuorumLib.SignatureCountWrong.selector, members, QUORUM, signatures);
    }

    function test_RevertWhen_MembersAreUnordered() public {
        address[] memory mixed = addressesOf(fresh);
        (mixed[0], mixed[1]) = (mixed[1], mixed[0]);
        _expectInvalid(mixed, QUORUM);
        address[] memory withNobody = addressesOf(fresh);
        withNobody[0] = address(0);
        _expectInvalid(withNobody, QUORUM);
    }

    /// @dev Keys that were retired still count on a gateway that nobody told. Telling it needs nobody's leave, and where
    /// the rotation was announced ahead, nobody needs to.
    function test_Attack_RetiredKeysOnALateGateway() public {
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

    /// @dev Poly, 2021: a message made the bridge call the contract that kept its keepers. Here a chain that was taken over
    /// names the zone's own contracts as tokens, and kinds that nobody knows.
    function test_Attack_AMessageThatReplacesTheKeepers() public {
        on(a);
        CreatorCollection token = newCollection("https://sea.example/");
        token.mint(ALICE, "");
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        send(b, a, address(representation(b, a, address(token))), 1, ALICE);
        bytes32 back = laneBetween(b, a);
        bytes memory real = sent[back][0];
        address[4] memory targets =
            [address(a.gateway), a.gateway.custody(), a.gateway.vaultOf(b.id), address(a.factory)];
        delete sent[back];
        for (uint256 i; i < targets.length; ++i) {
            sent[back].push(_withToken(real, targets[i]));
        }
        sent[back].push(
            abi.encodePacked(uint8(1), uint8(9), abi.encodeCall(ICouncil.rotate, (members, 3, 0, "")))
        );
        sent[back].push(abi.encodeCall(ICouncil.rotate, (members, 3, 0, "")));
        deliverAll(b, a);
        _expectSet(0, validators);
        for (uint256 n = 1; n <= sent[back].length; ++n) {
            assertTrue(a.gateway.parkedMessage(headAt(back, n)) != 0);
        }
        assertEq(token.ownerOf(1), a.gateway.vaultOf(b.id));
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _withToken(bytes memory message, address token) private pure returns (bytes memory changed) {
        changed = bytes.concat(message);
        for (uint256 i; i < 20; ++i) {
            changed[17 + i] = bytes20(token)[i];
        }
    }

    function _expectSet(uint64 epoch, address[] memory expected) private view {
        (uint64 current,, uint16 quorum, address[] memory all) = a.gateway.validatorSet();
        assertEq(current, epoch);
        assertEq(quorum, expected.length / 2 + 1);
        assertEq(all, expected);
    }

    function _opens(uint64 chainId, uint256[] memory by, uint64 epoch) private {
        bytes32 act = ActLib.openLane(nonce(a), epoch, chainId, address(1));
        bytes memory signatures = signWith(by, 3, digestAt(a, act));
        on(a);
        a.gateway.openLane(epoch, chainId, address(1), signatures);
    }

    function _expectInvalid(address[] memory next, uint16 k) private {
        bytes memory signatures = sign(rotationDigest(0, next, k, 0));
        _expectRefusal(QuorumLib.ValidatorSetInvalid.selector, next, k, signatures);
    }

    function _expectRefusal(bytes4 reason, address[] memory next, uint16 k, bytes memory signatures) private {
        on(a);
        vm.expectPartialRevert(reason);
        a.gateway.rotate(next, k, 0, signatures);
    }
}
