// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../../src/interfaces/ILanes.sol";
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

    function test_WhatCannotBeHadIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        assertNoticed(stillInFlight());
        // Its Collection message cannot be had either, and so stays out of what is looked at.
        bytes32 id = open[open.length - 1];
        ILanes there = sides[1].gateway;
        bytes32 slot = slotOf(address(there), abi.encodeCall(ILanes.isConsumed, (filed[id].lane, 2, id)));
        vm.store(address(there), slot, bytes32(uint256(1)));
        vm.expectRevert();
        this.afterInvariant();
    }
}
