// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IPolicy} from "../../src/interfaces/IPolicy.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {ClassPolicy} from "../../src/policies/ClassPolicy.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {OddPolicy} from "../mocks/OddPolicy.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title Policy may refuse entry, never exit
contract PolicyTest is CouncilTest {
    CreatorCollection internal token;
    OddPolicy internal policy;
    uint40 internal validFrom;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        token.mint(ALICE, "");
        token.mint(ALICE, "");
        policy = new OddPolicy();
        validFrom = uint40(block.timestamp) + 7 * DAY;
    }

    // -------------------------------------------------------------------------------------------------------- NOTICE

    function test_APolicyCountsAfterItsNotice() public {
        policy.behave(OddPolicy.Mode.Refuse);
        bytes memory signatures = decide(a, ActLib.proposePolicy(nonce(a), address(policy)));
        vm.expectEmit(address(a.gateway));
        emit ICouncil.PolicyProposed(address(policy), validFrom);
        a.gateway.proposePolicy(address(policy), signatures);
        _expectPolicy(NOBODY, address(policy), validFrom);
        vm.warp(validFrom - 1);
        send(a, b, address(token), 1, ALICE);
        vm.warp(validFrom);
        _expectPolicy(address(policy), NOBODY, 0);
        _expectSendRefused("not-here");
        policy.behave(OddPolicy.Mode.Admit);
        send(a, b, address(token), 2, ALICE);
    }

    function test_AnotherProposalTakesTheWaitingOnesPlace() public {
        _propose(a, address(policy));
        skip(6 days);
        OddPolicy other = new OddPolicy();
        _propose(a, address(other));
        skip(6 days);
        _expectPolicy(NOBODY, address(other), validFrom + 6 * DAY);
        skip(1 days);
        _expectPolicy(address(other), NOBODY, 0);
        // What counts stays until the next one does, and none admits all.
        _propose(a, NOBODY);
        _expectPolicy(address(other), NOBODY, validFrom + 13 * DAY);
        other.behave(OddPolicy.Mode.Refuse);
        _expectSendRefused("not-here");
        skip(7 days);
        send(a, b, address(token), 1, ALICE);
    }

    function test_RevertWhen_ThereIsNothingToAsk() public {
        address empty = makeAddr("empty");
        bytes memory signatures = decide(a, ActLib.proposePolicy(nonce(a), empty));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.proposePolicy(empty, signatures);
    }

    /// @dev A policy counts without being adopted; who does it makes later sends cheaper.
    function test_APolicyIsAdoptedOnceAndStays() public {
        policy.behave(OddPolicy.Mode.Refuse);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, 0));
        a.gateway.adoptPolicy();
        _propose(a, address(policy));
        vm.warp(validFrom - 1);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, validFrom));
        a.gateway.adoptPolicy();
        vm.warp(validFrom);
        vm.prank(RELAYER);
        vm.expectEmit(address(a.gateway));
        emit ICouncil.PolicyAdopted(address(policy));
        a.gateway.adoptPolicy();
        _expectPolicy(address(policy), NOBODY, 0);
        _expectSendRefused("not-here");
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, 0));
        a.gateway.adoptPolicy();
        // The next proposal waits as long as the first.
        _propose(a, NOBODY);
        _expectPolicy(address(policy), NOBODY, validFrom + 7 * DAY);
        _expectSendRefused("not-here");
    }

    // --------------------------------------------------------------------------------------------------------- CLASS

    function test_AZonesOwnPolicyAdmitsByClass() public {
        uint8[] memory classes = new uint8[](2);
        (classes[0], classes[1]) = (2, 4);
        ClassPolicy byClass = new ClassPolicy(classes);
        for (uint8 class = 1; class < 6; ++class) {
            IPolicy.Entry memory entry;
            entry.class = class;
            bool admitted = class == 2 || class == 4;
            assertEq(byClass.refusal(entry), admitted ? bytes32(0) : bytes32("class-not-admitted"));
        }
        _propose(a, address(byClass));
        vm.warp(validFrom);
        _expectSendRefused("class-not-admitted");
    }

    // --------------------------------------------------------------------------------------------------------- ENTRY

    function test_APolicyThatFailsRefuses() public {
        _propose(a, address(policy));
        vm.warp(validFrom);
        for (uint8 mode = uint8(OddPolicy.Mode.Revert); mode <= uint8(OddPolicy.Mode.AnswerAtLength); ++mode) {
            policy.behave(OddPolicy.Mode(mode));
            _expectSendRefused("policy-failed");
        }
    }

    function test_ARefusedArrivalParksAndTheWayHomeIsNeverAsked() public {
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        _propose(a, address(policy));
        _propose(b, address(policy));
        vm.warp(validFrom);
        send(a, b, address(token), 2, ALICE);
        policy.behave(OddPolicy.Mode.Refuse);
        deliverAll(a, b);
        bytes32 lane = laneBetween(a, b);
        bytes32 id = headAt(lane, 3);
        assertTrue(b.gateway.parkedMessage(id) != 0);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.PolicyRefused.selector, bytes32("not-here")));
        b.gateway.retry(lane, id, sent[lane][2]);

        send(b, a, address(representation(b, a, address(token))), 1, ALICE);
        deliverAll(b, a);
        assertEq(token.ownerOf(1), ALICE);

        policy.behave(OddPolicy.Mode.Admit);
        on(b);
        b.gateway.retry(lane, id, sent[lane][2]);
        assertEq(representation(b, a, address(token)).ownerOf(2), ALICE);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _propose(Side memory at, address next) private {
        bytes memory signatures = decide(at, ActLib.proposePolicy(nonce(at), next));
        on(at);
        at.gateway.proposePolicy(next, signatures);
    }

    function _expectPolicy(address current, address next, uint40 from) private view {
        (address c_, address n_, uint40 f_) = a.gateway.policy();
        assertEq(c_, current);
        assertEq(n_, next);
        assertEq(f_, from);
    }

    function _expectSendRefused(bytes32 reason) private {
        on(a);
        IOutbox.SendRequest memory r = request(b, address(token), 2, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.PolicyRefused.selector, reason));
        a.gateway.send(r);
    }
}
