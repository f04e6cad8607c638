// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {People} from "./stage/People.sol";
import {Repairing} from "./stage/Repairing.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";
import {WindingDown} from "./stage/WindingDown.sol";

/// @title Law 1: no asset is ever in two places, or in none
/// @notice For every token exactly one of these holds: it has a holder at home, or it is in exactly one vault with exactly
/// one representation there, or with one message in flight or one parked message. Of units and money: a vault holds exactly
/// what stands against it.
abstract contract OnePlaceLaw is People, Weather, Thieves, Repairing, WindingDown {
    function setUp() public virtual override {
        super.setUp();
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        councilActs();
        repairsAct();
        windDownsAct();
        begin();
    }

    function invariant_EveryAssetIsInExactlyOnePlace() public view {
        assertEq(imbalance(), "");
        assertEq(missing(), "");
        assertFalse(intruded(), "somebody got in again from within");
    }
}

contract OnePlaceOfTwoInvariant is OnePlaceLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OnePlaceOfThreeInvariant is OnePlaceLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }
}
