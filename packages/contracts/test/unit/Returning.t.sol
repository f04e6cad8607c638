// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft} from "../mocks/Freezing.sol";
import {OddPolicy} from "../mocks/OddPolicy.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title What is not delivered in time comes back by itself
contract ReturningTest is EndingTest {
    uint40 private constant DEADLINE = 1_800_000_000 + 7 days;

    // -------------------------------------------------------------------------------------------------- THERE AND BACK

    function test_WhatLeftHomeComesHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
            r.refundAccount = BOB;
            crossAs(a, r, standard, ALICE);
        }
        expire();
        deliver(a, b, 1, 1);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            // Each has its Collection message before it.
            bytes32 lane = laneBetween(a, b);
            bytes32 id = headAt(lane, 2 * standard);
            bytes memory returned = returnOf(id, standard, a, BOB);
            expectReturned(a, b, id, returned);
            deliver(a, b, 2 * standard, standard == 3 ? 6 : 2 * standard + 1);
            collect();
            assertEq(latest(laneBetween(b, a)), returned);
            assertFalse(isParked(b, id));
            assertEq(held(b, standard, ALICE), 0);
            arrive(b, a);
            assertHeld(a, standard, BOB);
            assertEq(held(a, standard, vaultAt(a, b)), 0);
        }
    }

    function test_WhatWentHomeIsMintedAgainAsItWas() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            IOutbox.SendRequest memory r = ask(b, a, standard, ALICE);
            r.refundAccount = BOB;
            bytes32 id = crossAs(b, r, standard, ALICE);
            expire();
            bytes memory returned = returnOf(id, standard, b, BOB);
            expectReturned(b, a, id, returned);
            arrive(b, a);
            assertEq(latest(laneBetween(a, b)), returned);
            assertHeld(a, standard, vaultAt(a, b));
            arrive(a, b);
            assertHeld(b, standard, BOB);
        }
        assertEq(representation(b, a, address(art)).tokenURI(ID), URI);
        assertEq(IERC1155MetadataURI(tokenOn(b, STANDARD_ERC1155)).uri(ID), URI);
    }

    function test_ItsSenderGetsWhatNamesNoOtherAccount() public {
        cross(a, b, STANDARD_ERC721);
        expire();
        arrive(a, b);
        arrive(b, a);
        assertHeld(a, STANDARD_ERC721, ALICE);
    }

    /// @dev In order or by claim: before or at the deadline it is delivered, one second later it is returned.
    function test_TheDeadlineItselfIsInTime() public {
        cross(a, b, STANDARD_ERC721);
        uint256 state = vm.snapshotState();
        for (uint256 i; i < 4; ++i) {
            vm.warp(DEADLINE + i % 2);
            if (i < 2) {
                deliverAll(a, b);
            } else {
                claim(a, b, 1);
                claim(a, b, 2);
            }
            assertEq(held(b, STANDARD_ERC721, ALICE), 1 - i % 2);
            assertEq(b.gateway.outboundLane(laneBetween(b, a)).count, i % 2);
            vm.revertToState(state);
        }
    }

    // ------------------------------------------------------------------------------------------------ THROUGH THE HUB

    function test_WhatExpiresOnTheSecondLegGoesBackToTheFirst() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            cross(b, c, standard);
            arrive(b, a);
            assertHeld(a, standard, vaultAt(a, c));
            bytes32 lane = laneBetween(a, c);
            bytes32 id = headAt(lane, sent[lane].length);
            bytes memory returned = returnOf(id, standard, b, ALICE);
            expire();
            expectReturned(a, c, id, returned);
            arrive(a, c);
            arrive(c, a);
            assertHeld(a, standard, vaultAt(a, b));
            assertEq(held(a, standard, vaultAt(a, c)), 0);
            assertEq(latest(laneBetween(a, b)), returned, "passed on unchanged");
            arrive(a, b);
            assertHeld(b, standard, ALICE);
        }
        assertEq(representation(b, a, address(art)).tokenURI(ID), URI);
    }

    function test_AForwardThatExpiresBeforeHomeGoesBack() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            bytes32 id = cross(b, c, standard);
            expire();
            expectReturned(b, a, id, returnOf(id, standard, b, ALICE));
            arrive(b, a);
            assertHeld(a, standard, vaultAt(a, b));
            arrive(a, b);
            assertHeld(b, standard, ALICE);
            assertEq(a.gateway.outboundLane(laneBetween(a, c)).count, 0);
        }
    }

    // -------------------------------------------------------------------------------------------- RETURNS THEMSELVES

    /// @dev Home refuses it: it waits, for as long as that takes, and is never returned in its turn.
    function test_AReturnThatCannotBeCarriedOutWaitsForEver() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            cross(a, b, standard);
            expire();
            arrive(a, b);
            freeze(standard, true);
            bytes32 back = laneBetween(b, a);
            bytes32 id = headAt(back, sent[back].length);
            deliverAll(b, a);
            assertTrue(isParked(a, id));
            vm.warp(block.timestamp + 3650 days);
            expectNotRetried(b, a, id, FreezingNft.Frozen.selector);
            assertTrue(isParked(a, id));
            freeze(standard, false);
            retry(b, a, id);
            assertHeld(a, standard, ALICE);
            assertFalse(isParked(a, id));
        }
    }

    function test_AReturnThatCannotGoOnWaitsAtHome() public {
        bring(STANDARD_ERC1155);
        cross(b, c, STANDARD_ERC1155);
        arrive(b, a);
        expire();
        arrive(a, c);
        freeze(STANDARD_ERC1155, true);
        deliverAll(c, a);
        bytes32 id = headAt(laneBetween(c, a), 1);
        assertTrue(isParked(a, id));
        assertHeld(a, STANDARD_ERC1155, vaultAt(a, c));
        freeze(STANDARD_ERC1155, false);
        expire();
        retry(c, a, id);
        collect();
        arrive(a, b);
        assertHeld(b, STANDARD_ERC1155, ALICE);
    }

    function test_AReturnIsNeverTooLate() public {
        cross(a, b, STANDARD_ERC20);
        expire();
        arrive(a, b);
        vm.warp(block.timestamp + 3650 days);
        arrive(b, a);
        assertHeld(a, STANDARD_ERC20, ALICE);
        assertEq(a.gateway.outboundLane(laneBetween(a, b)).count, 2, "nothing went back again");
    }

    /// @dev Neither a policy nor a retired lane nor a stopped one: the way back asks nobody.
    function test_NothingKeepsAReturn() public {
        OddPolicy policy = new OddPolicy();
        policy.behave(OddPolicy.Mode.Refuse);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            cross(b, c, standard);
        }
        arrive(b, a);
        expire();
        Side[3] memory sides = [a, b, c];
        for (uint256 i; i < 3; ++i) {
            on(sides[i]);
            bytes32 act = ActLib.proposePolicy(nonce(sides[i]), address(policy));
            bytes memory voted = decide(sides[i], act);
            sides[i].gateway.proposePolicy(address(policy), voted);
        }
        skip(7 days);
        bytes memory signatures = decide(a, ActLib.retireLane(nonce(a), b.id));
        on(a);
        a.gateway.retireLane(b.id, signatures);
        arrive(a, c);
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        arrive(c, a);
        arrive(a, b);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            assertHeld(b, standard, ALICE);
        }
    }

    // ----------------------------------------------------------------------------------------------------- MALFORMED

    /// @dev What cannot be read cannot be given back; it parks, because nothing may hold the lane up.
    function testFuzz_AnExpiredMessageThatMakesNoSenseParks(uint8 standard, uint8 count, uint256 length)
        public
    {
        standard = uint8(bound(standard, 0, 4));
        cross(a, b, STANDARD_ERC20);
        bytes32 lane = laneBetween(a, b);
        bytes memory message = latest(lane);
        // Fewer bytes than any asset has.
        bytes memory cut = new bytes(bound(length, 115, 129));
        for (uint256 i; i < cut.length; ++i) {
            cut[i] = message[i];
        }
        (cut[2], cut[3]) = (bytes1(standard), bytes1(count));
        sent[lane][1] = cut;
        expire();
        deliverAll(a, b);
        bytes32 id = headAt(lane, 2);
        assertTrue(isParked(b, id), "parked");
        assertEq(b.gateway.outboundLane(laneBetween(b, a)).count, 0);
        vm.expectRevert();
        b.gateway.retry(lane, id, cut);
    }
}
