// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title What waits at home between a chain that died and a way on that is closed still has a way out
/// @notice From B through home to C: parked at home when B is wound down.
contract StrandedTest is EndingTest {
    address private immutable CAROL = makeAddr("carol");

    // -------------------------------------------------------------------------------------------------------- THE WAY

    function test_PastItsDeadlineItsRefundAccountHasIt() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            IOutbox.SendRequest memory r = ask(b, c, standard, ALICE);
            r.refundAccount = BOB;
            crossAs(b, r, standard, ALICE);
            freeze(standard, true);
        }
        _windDown(3);
        _retireAndClose();
        expire();
        for (uint8 standard = 1; standard <= 3; ++standard) {
            freeze(standard, false);
            bytes32 id = _id(standard);
            // Neither who sent it nor for whom it was.
            _expectNotEntitled(standard, ALICE);
            _redirect(standard, BOB);
            assertHeld(a, standard, CAROL);
            assertEq(a.gateway.parkedMessage(id), 0);
            _expectRefused(standard, BOB, abi.encodeWithSelector(IInbox.NotParked.selector, id));
        }
    }

    function test_WhoNamedNobodyHasItThemselves() public {
        _strand();
        expire();
        _expectNotEntitled(1, BOB);
        _redirect(1, ALICE);
        assertHeld(a, STANDARD_ERC721, CAROL);
    }

    // ------------------------------------------------------------------------------------------------------ BEFORE IT

    /// @dev Until the deadline it may still arrive where it was to go.
    function test_BeforeItsDeadlineItOnlyGoesOn() public {
        _strand();
        _expectNotEntitled(1, ALICE);
        bytes32 lane = laneBetween(b, a);
        a.gateway.retry(lane, _id(1), sent[lane][0]);
        collect();
        arrive(a, c);
        assertHeld(c, STANDARD_ERC721, ALICE);
    }

    /// @dev Where it can go back it does.
    function test_WhileItsLaneIsOpenNobodyTakesItOut() public {
        bring(STANDARD_ERC721);
        crossAs(b, ask(b, c, STANDARD_ERC721, ALICE), STANDARD_ERC721, ALICE);
        freeze(STANDARD_ERC721, true);
        deliverAll(b, a);
        freeze(STANDARD_ERC721, false);
        expire();
        _expectNotEntitled(1, ALICE);
        assertTrue(isParked(a, _id(1)));
    }

    // --------------------------------------------------------------------------------------------------------- FORGED

    /// @dev A chain that was taken over may have said anything before it died.
    function test_AForwardOfAnotherHomeReleasesNothing() public {
        bring(STANDARD_ERC721);
        crossAs(b, ask(b, c, STANDARD_ERC721, ALICE), STANDARD_ERC721, ALICE);
        bytes memory message = sent[laneBetween(b, a)][0];
        for (uint256 i; i < 8; ++i) {
            message[9 + i] = bytes8(c.id)[i];
        }
        sent[laneBetween(b, a)][0] = message;
        _windDown(1);
        expire();
        _expectRefused(1, ALICE, abi.encodeWithSelector(ICustody.MessageMisdirected.selector));
        assertHeld(a, STANDARD_ERC721, vaultAt(a, b));
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _strand() private {
        bring(STANDARD_ERC721);
        crossAs(b, ask(b, c, STANDARD_ERC721, ALICE), STANDARD_ERC721, ALICE);
        freeze(STANDARD_ERC721, true);
        _windDown(1);
        freeze(STANDARD_ERC721, false);
    }

    function _windDown(uint64 sequence) private {
        deliverAll(b, a);
        bytes memory signatures =
            decide(a, ActLib.proposeWindDown(nonce(a), b.id, sequence, "root", "evidence"));
        on(a);
        a.gateway.proposeWindDown(b.id, sequence, "root", "evidence", signatures);
    }

    /// @dev C dies too: there is no way on.
    function _retireAndClose() private {
        on(a);
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), c.id, 0, "root", "evidence"));
        a.gateway.proposeWindDown(c.id, 0, "root", "evidence", signatures);
        bytes32 lane = laneBetween(b, a);
        vm.expectRevert();
        a.gateway.retry(lane, _id(1), sent[lane][0]);
    }

    function _id(uint8 place) private view returns (bytes32) {
        return headAt(laneBetween(b, a), place);
    }

    function _redirect(uint8 place, address by) private {
        bytes32 lane = laneBetween(b, a);
        vm.expectEmit(address(a.gateway));
        emit IInbox.MessageRedirected(lane, _id(place), CAROL);
        vm.prank(by);
        a.gateway.redirect(lane, _id(place), sent[lane][place - 1], CAROL, 0, "");
    }

    function _expectNotEntitled(uint8 place, address by) private {
        _expectRefused(place, by, abi.encodeWithSelector(IInbox.NotEntitled.selector, _id(place)));
    }

    function _expectRefused(uint8 place, address by, bytes memory reason) private {
        bytes32 lane = laneBetween(b, a);
        bytes32 id = _id(place);
        bytes memory message = sent[lane][place - 1];
        vm.prank(by);
        vm.expectRevert(reason);
        a.gateway.redirect(lane, id, message, by, type(uint40).max, "");
    }
}
