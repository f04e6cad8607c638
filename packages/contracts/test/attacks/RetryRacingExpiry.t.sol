// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Retry racing expiry: whoever does what and when, a parked message ends exactly once
contract RetryRacingExpiryTest is EndingTest {
    uint256 private constant DEADLINE = 1_800_000_000 + 7 days;

    address private immutable CAROL = makeAddr("carol");

    /// @dev Ten attempts of everybody around the deadline, in any order, while the token refuses now and then.
    function testFuzz_AParkedMessageEndsOnce(uint8 standard, uint256 seed) public {
        standard = uint8(bound(standard, 1, 3));
        bring(standard);
        bytes32 id = cross(b, a, standard);
        freeze(standard, true);
        deliverAll(b, a);
        vm.warp(DEADLINE - 3);
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        (uint256 endings, bool inTime, bool redirected) = (0, false, false);
        for (uint256 i; i < 10; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            freeze(standard, dice % 5 != 0);
            skip(dice % 3);
            bool byRecipient = dice & 256 != 0;
            bytes memory call = byRecipient
                ? abi.encodeCall(IInbox.redirect, (lane, id, message, CAROL, 0, ""))
                : abi.encodeCall(IInbox.retry, (lane, id, message));
            vm.prank(byRecipient ? ALICE : BOB);
            (bool ok, bytes memory reason) = address(a.gateway).call(call);
            if (ok) {
                ++endings;
                (inTime, redirected) = (block.timestamp <= DEADLINE, byRecipient);
            } else if (endings != 0) {
                assertEq(bytes4(reason), IInbox.NotParked.selector);
            }
        }
        assertLe(endings, 1);
        collect();
        freeze(standard, false);
        if (endings == 0) return assertTrue(isParked(a, id));
        if (inTime) return assertHeld(a, standard, redirected ? CAROL : ALICE);
        assertHeld(a, standard, vaultAt(a, b));
        arrive(a, b);
        assertHeld(b, standard, ALICE);
    }

    /// @dev What ended by claim does not end again in order, in either direction.
    function testFuzz_ClaimsAndDeliveriesEndItOnce(bool late, bool claimFirst, bool again) public {
        uint8 standard = 1;
        cross(a, b, standard);
        claim(a, b, 1);
        if (late) vm.warp(DEADLINE + 1);
        if (claimFirst) claim(a, b, 2);
        deliverAll(a, b);
        if (again) {
            bytes memory consumed =
                abi.encodeWithSelector(IInbox.AlreadyConsumed.selector, laneBetween(a, b), 2);
            expectNotClaimed(a, b, 2, consumed);
        }
        collect();
        assertEq(sent[laneBetween(b, a)].length, late ? 1 : 0);
        assertEq(held(b, standard, ALICE), late ? 0 : 1);
        if (late) arrive(b, a);
        assertEq(held(a, standard, ALICE), late ? 1 : 0);
    }
}
