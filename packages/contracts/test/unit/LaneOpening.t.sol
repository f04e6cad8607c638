// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title Opening lanes, retiring them, and what they ask
contract LaneOpeningTest is CouncilTest {
    address internal constant THERE = address(0xbeef);

    CreatorCollection internal token;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        token.mint(ALICE, "");
        token.mint(ALICE, "");
    }

    // ------------------------------------------------------------------------------------------------------- OPENING

    function test_OpensBothDirectionsAndMakesTheVault() public {
        _open(a, 0, 50, THERE);
        (bytes32 outbound, bytes32 inbound) = a.gateway.lanesOf(50);
        assertEq(outbound, IdLib.laneId(ZONE_ID, a.id, address(a.gateway), 50, THERE));
        assertEq(inbound, IdLib.laneId(ZONE_ID, 50, THERE, a.id, address(a.gateway)));
        assertEq(a.gateway.outboundLane(outbound).head, outbound);
        assertEq(a.gateway.inboundLane(inbound).head, inbound);
        assertEq(a.gateway.inboundLane(inbound).originChainId, 50);
        assertGt(a.gateway.vaultOf(50).code.length, 0);
        uint64[] memory others = a.gateway.counterparts();
        assertEq(others.length, 3);
        assertEq(others[2], 50);
    }

    /// @dev A view of what is not there says so; it does not make something up.
    function test_NothingIsKnownOfWhatIsNotThere() public view {
        (bytes32 outbound, bytes32 inbound) = a.gateway.lanesOf(50);
        assertEq(outbound, 0);
        assertEq(inbound, 0);
        bytes32 lane = laneBetween(b, a);
        assertFalse(a.gateway.isConsumed(lane, 0, 0));
        assertFalse(a.gateway.isConsumed(lane, 1, 0));
        assertFalse(a.gateway.isConsumed("no lane", 0, 0));
        assertFalse(a.gateway.isConsumed("no lane", 1, 0));
        for (uint8 standard; standard < 6; ++standard) {
            address there = a.gateway.representationOf(b.id, THERE, standard);
            assertEq(there == NOBODY, standard == 0 || standard > 3);
        }
    }

    function test_WhatLooksLikeARepresentationIsNone() public {
        address custody = a.gateway.custody();
        for (uint8 standard; standard < 6; ++standard) {
            // Made by somebody else, and for standards that do not exist too.
            address made = CloneLib.deployRepresentation(custody, b.id, THERE, standard);
            (uint64 home, address homeToken, uint8 its) = a.gateway.homeOf(made);
            assertEq(home, 0);
            assertEq(homeToken, NOBODY);
            assertEq(its, 0);
        }
    }

    function test_WhatTheZoneIsCanBeRead() public view {
        (uint40 least, uint40 most, uint40 usual) = a.gateway.settings();
        assertEq(least, 1 hours);
        assertEq(most, 30 * DAY);
        assertEq(usual, 7 * DAY);
        ICouncil.Terms memory terms = a.gateway.termsOf(b.id);
        assertEq(terms.fee, 0);
        assertEq(terms.collector, NOBODY);
        assertEq(terms.quota, 0);
        a.gateway.checkQuorum("any digest", sign("any digest"));
    }

    function test_RevertWhen_NoQuorumSigned() public {
        bytes memory signatures = sign("any digest");
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.checkQuorum("another", signatures);
    }

    function test_RevertWhen_TheCounterpartIsInvalid() public {
        _expectInvalid(0, THERE);
        _expectInvalid(a.id, THERE);
        _expectInvalid(50, NOBODY);
        _expectInvalid(b.id, address(b.gateway));
    }

    function test_RevertWhen_TheEpochIsNotCurrent() public {
        bytes memory signatures = decide(a, ActLib.openLane(nonce(a), 1, 50, THERE));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.EpochWrong.selector, 0, 1));
        a.gateway.openLane(1, 50, THERE, signatures);
        // What the retired set had signed before the rotation opens nothing either.
        signatures = decide(a, ActLib.openLane(nonce(a), 0, 50, THERE));
        rotate(a, addressesOf(freshKeys("next", 5)), 0);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.EpochWrong.selector, 1, 0));
        a.gateway.openLane(0, 50, THERE, signatures);
    }

    function test_RevertWhen_ThereAreTooMany() public {
        for (uint64 id = 100; a.gateway.counterparts().length < 64; ++id) {
            _open(a, 0, id, THERE);
        }
        bytes memory signatures = decide(a, ActLib.openLane(nonce(a), 0, 50, THERE));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.openLane(0, 50, THERE, signatures);
        // The most expensive walk over all of them stays in bounds.
        uint256 before = gasleft();
        pauseBy(keys[0], a, 0, NOBODY, 1 hours);
        assertLt(before - gasleft(), 1_500_000);
    }

    // ------------------------------------------------------------------------------------------------------ RETIRING

    function test_ARetiredLaneTakesNoHomeTokensButLetsThemHome() public {
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        bytes memory signatures = decide(a, ActLib.retireLane(nonce(a), b.id));
        on(a);
        vm.expectEmit(address(a.gateway));
        emit ICouncil.LaneRetired(b.id);
        a.gateway.retireLane(b.id, signatures);
        assertTrue(a.gateway.outboundLane(laneBetween(a, b)).retired);
        IOutbox.SendRequest memory r = request(b, address(token), 2, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsRetired.selector, b.id));
        a.gateway.send(r);

        send(b, a, address(representation(b, a, address(token))), 1, ALICE);
        deliverAll(b, a);
        assertEq(token.ownerOf(1), ALICE);
    }

    function test_RevertWhen_TheLaneIsNotOpen() public {
        bytes memory signatures = decide(a, ActLib.retireLane(nonce(a), 50));
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, 50));
        a.gateway.retireLane(50, signatures);
    }

    // --------------------------------------------------------------------------------------------------------- TERMS

    function test_TermsAreAskedOfASend() public {
        _setTerms(0.001 ether, RELAYER, 1);
        token.mint(ALICE, "");
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        vm.deal(ALICE, 1 ether);
        vm.startPrank(ALICE);
        token.setApprovalForAll(address(a.gateway), true);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, 0.001 ether, 0));
        a.gateway.send(r);
        a.gateway.send{value: 0.001 ether}(r);
        r.ids[0] = 2;
        vm.expectRevert(abi.encodeWithSelector(IOutbox.QuotaSpent.selector, ALICE, 1));
        a.gateway.send{value: 0.001 ether}(r);
        vm.stopPrank();
        a.gateway.collectFees(b.id);
        assertEq(RELAYER.balance, 0.001 ether);
        assertEq(a.gateway.termsOf(b.id).fee, 0.001 ether);

        _setTerms(0, NOBODY, 0);
        send(a, b, address(token), 2, ALICE);
    }

    function test_RevertWhen_TermsAreOutOfBounds() public {
        _expectTermsRefused(0.01 ether + 1, RELAYER);
        _expectTermsRefused(1, NOBODY);
        _setTerms(0.01 ether, RELAYER, 0);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _open(Side memory at, uint64 epoch, uint64 chainId, address gateway) private {
        bytes memory signatures = decide(at, ActLib.openLane(nonce(at), epoch, chainId, gateway));
        on(at);
        at.gateway.openLane(epoch, chainId, gateway, signatures);
    }

    function _expectInvalid(uint64 chainId, address gateway) private {
        bytes memory signatures = decide(a, ActLib.openLane(nonce(a), 0, chainId, gateway));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.CounterpartInvalid.selector, chainId, gateway));
        a.gateway.openLane(0, chainId, gateway, signatures);
    }

    function _setTerms(uint96 fee, address collector, uint32 quota) private {
        bytes memory signatures = decide(a, ActLib.setTerms(nonce(a), b.id, fee, collector, quota));
        on(a);
        a.gateway.setTerms(b.id, fee, collector, quota, signatures);
    }

    function _expectTermsRefused(uint96 fee, address collector) private {
        bytes memory signatures = decide(a, ActLib.setTerms(nonce(a), b.id, fee, collector, 0));
        vm.expectRevert(ICouncil.ActOutOfBounds.selector);
        a.gateway.setTerms(b.id, fee, collector, 0, signatures);
    }
}
