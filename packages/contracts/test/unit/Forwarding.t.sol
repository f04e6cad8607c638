// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IHub} from "../../src/interfaces/IHub.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft} from "../mocks/Freezing.sol";
import {OddPolicy} from "../mocks/OddPolicy.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title From one foreign chain to another, through home
contract ForwardingTest is EndingTest {
    // ----------------------------------------------------------------------------------------------------------- HUB

    function test_ARoundTripGivesBackTheOriginal() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            // There and back again, and home from where it is.
            _onward(b, c, standard);
            assertHeld(a, standard, vaultAt(a, c));
            assertEq(held(a, standard, vaultAt(a, b)), 0);
            _onward(c, b, standard);
            assertHeld(a, standard, vaultAt(a, b));
            _onward(b, c, standard);
            assertEq(held(b, standard, ALICE), 0);
            cross(c, a, standard);
            arrive(c, a);
            assertHeld(a, standard, ALICE);
        }
        assertEq(representation(c, a, address(art)).name(), "Hostile");
    }

    function test_TheSecondLegIsTheFirstOnesWithWhatHomeSaysNow() public {
        bring(STANDARD_ERC721);
        IOutbox.SendRequest memory r = ask(b, c, STANDARD_ERC721, BOB);
        (r.refundAccount, r.ref) = (makeAddr("refund"), "invoice 9");
        r.deadline = uint40(block.timestamp + 2 days);
        crossAs(b, r, STANDARD_ERC721, ALICE);
        bytes memory forward = latest(laneBetween(b, a));
        art.script("ipfs://new");
        arrive(b, a);
        bytes memory transfer = latest(laneBetween(a, c));
        // The same but for the kind and the assets, which are last.
        assertEq(uint8(forward[1]), 2);
        forward[1] = 0x01;
        for (uint256 i; i < 114 + 9; ++i) {
            assertEq(transfer[i], forward[i]);
        }
        arrive(a, c);
        assertEq(representation(c, a, address(art)).ownerOf(ID), BOB);
        assertEq(representation(c, a, address(art)).tokenURI(ID), "ipfs://new");
    }

    function test_TheTextIsTheOriginalsAfterAnyNumberOfHops() public {
        bring(STANDARD_ERC721);
        bring(STANDARD_ERC1155);
        for (uint8 standard = 1; standard <= 2; ++standard) {
            _onward(b, c, standard);
            _onward(c, b, standard);
        }
        assertEq(representation(b, a, address(art)).tokenURI(ID), URI);
        assertEq(IERC1155MetadataURI(tokenOn(b, STANDARD_ERC1155)).uri(ID), URI);
    }

    // -------------------------------------------------------------------------------------------------------- PARKING

    function test_APolicyAtHomeIsAskedAndWhatItRefusesGoesBack() public {
        OddPolicy policy = _govern(a);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            policy.behave(OddPolicy.Mode.Admit);
            bring(standard);
            policy.behave(OddPolicy.Mode.Refuse);
            bytes32 id = cross(b, c, standard);
            _expectParked(id, standard);
            expectNotRetried(b, a, id, IOutbox.PolicyRefused.selector);
            expire();
            expectReturned(b, a, id, returnOf(id, standard, b, ALICE));
            retry(b, a, id);
            collect();
            // The way back asks nobody.
            arrive(a, b);
            assertHeld(b, standard, ALICE);
        }
    }

    function test_AnAdmittedOneGoesOnAfterARetry() public {
        OddPolicy policy = _govern(a);
        bring(STANDARD_ERC20);
        policy.behave(OddPolicy.Mode.Refuse);
        bytes32 id = cross(b, c, STANDARD_ERC20);
        _expectParked(id, STANDARD_ERC20);
        policy.behave(OddPolicy.Mode.Admit);
        retry(b, a, id);
        collect();
        arrive(a, c);
        assertHeld(c, STANDARD_ERC20, ALICE);
    }

    function test_ARetiredLaneTakesNothingOn() public {
        bring(STANDARD_ERC721);
        on(a);
        bytes memory signatures = decide(a, ActLib.retireLane(nonce(a), c.id));
        a.gateway.retireLane(c.id, signatures);
        bytes32 id = cross(b, c, STANDARD_ERC721);
        _expectParked(id, STANDARD_ERC721);
        expectNotRetried(b, a, id, ILanes.LaneIsRetired.selector);
        _returns(id, STANDARD_ERC721);
    }

    function test_ALaneThatIsNotThereTakesNothingOn() public {
        bring(STANDARD_ERC1155);
        IOutbox.SendRequest memory r = ask(b, c, STANDARD_ERC1155, ALICE);
        r.destinationChainId = 99;
        bytes32 id = crossAs(b, r, STANDARD_ERC1155, ALICE);
        _expectParked(id, STANDARD_ERC1155);
        expectNotRetried(b, a, id, ILanes.LaneNotOpen.selector);
        _returns(id, STANDARD_ERC1155);
    }

    function test_APausedLaneTakesItOnLater() public {
        bring(STANDARD_ERC721);
        pauseBy(keys[0], a, c.id, NOBODY, 1 hours);
        bytes32 id = cross(b, c, STANDARD_ERC721);
        _expectParked(id, STANDARD_ERC721);
        expectNotRetried(b, a, id, ILanes.LaneIsPaused.selector);
        skip(1 hours);
        retry(b, a, id);
        collect();
        arrive(a, c);
        assertHeld(c, STANDARD_ERC721, ALICE);
    }

    /// @dev Neither on nor back: where a collection's sums are in doubt, no vault gives it to another.
    function test_AQuarantinedCollectionDoesNotPassThrough() public {
        bring(STANDARD_ERC721);
        bytes32 id = cross(b, c, STANDARD_ERC721);
        on(a);
        pauseBy(keys[0], a, 0, address(art), 1 hours);
        _expectParked(id, STANDARD_ERC721);
        expectNotRetried(b, a, id, ICustody.CollectionQuarantined.selector);
        skip(1 hours);
        retry(b, a, id);
        collect();
        expire();
        arrive(a, c);
        pauseBy(keys[0], a, 0, address(art), 1 hours);
        arrive(c, a);
        expectNotRetried(c, a, headAt(laneBetween(c, a), 1), ICustody.CollectionQuarantined.selector);
        skip(1 hours);
        retry(c, a, headAt(laneBetween(c, a), 1));
        collect();
        arrive(a, b);
        assertHeld(b, STANDARD_ERC721, ALICE);
    }

    function test_MoneyThatLeftTheListGoesHomeOnly() public {
        bring(STANDARD_ERC20);
        bytes32 id = cross(b, c, STANDARD_ERC20);
        on(a);
        a.gateway
            .listToken(address(yen), 0, 0, 0, decide(a, ActLib.listToken(nonce(a), address(yen), 0, 0, 0)));
        _expectParked(id, STANDARD_ERC20);
        expectNotRetried(b, a, id, IOutbox.TokenNotListed.selector);
        _returns(id, STANDARD_ERC20);
        cross(b, a, STANDARD_ERC20);
        arrive(b, a);
        assertHeld(a, STANDARD_ERC20, ALICE);
    }

    function test_ATokenThatDoesNotMoveParks() public {
        bring(STANDARD_ERC721);
        bytes32 id = cross(b, c, STANDARD_ERC721);
        freeze(STANDARD_ERC721, true);
        _expectParked(id, STANDARD_ERC721);
        expectNotRetried(b, a, id, FreezingNft.Frozen.selector);
        assertEq(a.gateway.outboundLane(laneBetween(a, c)).count, 0, "half of it did not happen");
    }

    // --------------------------------------------------------------------------------------------------------- FORGED

    /// @dev Neither end is where it is going, nor is home: no gateway sends such, but a chain that was taken over may.
    function test_AForwardThatGoesNowhereParks() public {
        bring(STANDARD_ERC721);
        cross(b, c, STANDARD_ERC721);
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        _forge(message, 85, a.id);
        expectNotRetried(b, a, headAt(lane, 1), ICustody.MessageMisdirected.selector);
        _forge(message, 9, b.id);
        expectNotRetried(b, a, headAt(lane, 2), ICustody.MessageMisdirected.selector);
    }

    /// @dev Out and in at the same door: nothing moves between vaults, and it is minted where it was burned.
    function test_AForwardBackToWhereItCameFrom() public {
        bring(STANDARD_ERC721);
        cross(b, c, STANDARD_ERC721);
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        sent[lane].pop();
        _put(message, 85, b.id);
        sent[lane].push(message);
        arrive(b, a);
        assertHeld(a, STANDARD_ERC721, vaultAt(a, b));
        arrive(a, b);
        assertHeld(b, STANDARD_ERC721, ALICE);
    }

    function test_RevertWhen_SomebodyElseSaysThatItMoved() public {
        bring(STANDARD_ERC721);
        cross(b, c, STANDARD_ERC721);
        bytes memory message = latest(laneBetween(b, a));
        on(a);
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IHub.CallerNotCustody.selector, BOB));
        a.gateway.onward(message, new uint256[](1), new uint256[](0));
        vm.expectRevert(abi.encodeWithSelector(IHub.CallerNotCustody.selector, BOB));
        a.gateway.passOn(c.id, message);
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _onward(Side memory from, Side memory to, uint8 standard) private {
        cross(from, to, standard);
        arrive(from, a);
        arrive(a, to);
        assertHeld(to, standard, ALICE);
    }

    function _expectParked(bytes32 id, uint8 standard) private {
        deliverAll(b, a);
        collect();
        assertTrue(isParked(a, id), "parked at home");
        assertHeld(a, standard, vaultAt(a, b));
        assertEq(held(b, standard, ALICE), 0);
    }

    function _returns(bytes32 id, uint8 standard) private {
        expire();
        retry(b, a, id);
        collect();
        arrive(a, b);
        assertHeld(b, standard, ALICE);
    }

    function _govern(Side memory at) private returns (OddPolicy policy) {
        policy = new OddPolicy();
        on(at);
        at.gateway
            .proposePolicy(address(policy), decide(at, ActLib.proposePolicy(nonce(at), address(policy))));
        skip(7 days);
    }

    /// @dev Delivers the lane's last message with another chain in it.
    function _forge(bytes memory message, uint256 at, uint64 chainId) private {
        bytes32 lane = laneBetween(b, a);
        bytes memory other = bytes.concat(message);
        _put(other, at, chainId);
        if (a.gateway.inboundLane(lane).delivered == 0) sent[lane].pop();
        sent[lane].push(other);
        deliverAll(b, a);
    }

    function _put(bytes memory message, uint256 at, uint64 chainId) private pure {
        for (uint256 i; i < 8; ++i) {
            message[at + i] = bytes8(chainId)[i];
        }
    }
}
