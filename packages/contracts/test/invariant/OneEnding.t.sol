// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Endings} from "./stage/Endings.sol";
import {Forks} from "./stage/Forks.sol";
import {People} from "./stage/People.sol";
import {Repairing} from "./stage/Repairing.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";

/// @title Law 2: no message ends twice, and the protocol never makes *parked* final; only the token itself can
/// @notice Of every message that was sent the gateway says what its events said: in flight, parked, or ended, once. And
/// when tokens behave again, everything that is parked ends, by retry alone.
abstract contract OneEndingLaw is People, Weather, Thieves, Repairing, Endings {
    function setUp() public virtual override {
        super.setUp();
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        councilActs();
        repairsAct();
        begin();
    }

    function invariant_EveryMessageEndsAtMostOnce() public view {
        assertEq(misplaced(), "");
    }

    function afterInvariant() public {
        healAll();
        drain(false);
        assertEq(stillParked(), "");
        assertEq(misplaced(), "");
    }
}

contract OneEndingOfTwoInvariant is OneEndingLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OneEndingOfThreeInvariant is OneEndingLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }
}

/// @dev The last chain changes its mind about what it sent, and a quorum believes it each time.
abstract contract OneEndingOverForksLaw is Forks {
    function setUp() public virtual override {
        super.setUp();
        act(this.retryOne.selector);
        act(this.redirectOne.selector);
        act(this.deliverSome.selector);
        act(this.deliverAllOf.selector);
        act(this.claimOne.selector);
        act(this.pass.selector);
        act(this.wait_.selector);
        act(this.limitOne.selector);
        forksAct();
        begin();
    }

    function invariant_EveryMessageEndsAtMostOnceOnWhicheverFork() public view {
        assertEq(paidTwice(), "");
        assertEq(misplaced(), "");
    }
}

contract OneEndingOverForksOfTwoInvariant is OneEndingOverForksLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OneEndingOverForksOfThreeInvariant is OneEndingOverForksLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }
}
