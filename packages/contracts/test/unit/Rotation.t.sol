// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
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

    // -------------------------------------------------------------------------------------------------- NO VALID SET

    function test_RevertWhen_TheQuorumIsNoMajority() public {
        _expectInvalid(members, 6);
        _expectInvalid(addressesOf(freshKeys("six", 6)), 3);
    }

    function test_RevertWhen_AZoneOfThreeWouldGoBelow() public {
        _expectInvalid(addressesOf(freshKeys("two", 2)), 2);
        _expectInvalid(addressesOf(freshKeys("three", 3)), 2);
    }

    function test_RevertWhen_MembersAreUnordered() public {
        address[] memory mixed = addressesOf(fresh);
        (mixed[0], mixed[1]) = (mixed[1], mixed[0]);
        _expectInvalid(mixed, QUORUM);
        address[] memory withNobody = addressesOf(fresh);
        withNobody[0] = address(0);
        _expectInvalid(withNobody, QUORUM);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

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
