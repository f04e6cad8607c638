// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Deciding} from "./stage/Deciding.sol";
import {Endings} from "./stage/Endings.sol";
import {People} from "./stage/People.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";

/// @title Law 5: with every relayer and operator dead, and k attestations of the current set published, each person gets
/// their own assets out, without waiting or paying for others
/// @notice At the end of every run nobody delivers any more. Each message that is left is claimed by itself, the last of a
/// lane first, with the Collection messages of its own token at most; and then everything is with its people.
abstract contract SelfServiceLaw is People, Weather, Thieves, Deciding, Endings {
    function setUp() public virtual override {
        super.setUp();
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        councilActs();
        begin();
    }

    function invariant_NothingIsOutOfReach() public view {
        assertEq(robbed(), "");
    }

    function afterInvariant() public {
        healAll();
        drain(true);
        assertEq(stillInFlight(), "");
        assertEq(stillParked(), "");
        assertEq(robbed(), "");
        assertEq(imbalance(), "");
    }
}

contract SelfServiceOfTwoInvariant is SelfServiceLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract SelfServiceOfThreeInvariant is SelfServiceLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }
}
