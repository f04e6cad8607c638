// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {Exits} from "./stage/Exits.sol";
import {Repairing} from "./stage/Repairing.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";
import {WindingDown} from "./stage/WindingDown.sol";

/// @title Law 6: no role of the zone can withdraw, lend or seize an escrowed asset, and policy cannot refuse an exit home
/// @notice A council with a full quorum does all that is in its power, and whoever is asked about entry refuses. Everybody
/// still has, over all chains and under way, exactly what they are entitled to; and at the end of every run everybody
/// sends what they have home, and has it there.
abstract contract FreeExitLaw is Exits, Weather, Thieves, Repairing, WindingDown {
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

    /// @dev The tightest limit that the code allows.
    function leastCap(uint256) internal pure override returns (uint256) {
        return 1;
    }

    function invariant_EverybodyHasWhatTheyAreEntitledTo() public view {
        assertEq(robbed(), "");
    }

    function afterInvariant() public {
        healAll();
        assertEq(exitAll(), "");
        assertEq(robbed(), "");
    }
}

contract FreeExitOfTwoInvariant is FreeExitLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract FreeExitOfThreeInvariant is FreeExitLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_ASeizureIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        assertEq(robbed(), "");
        // The sums are what they were.
        vm.prank(ALICE);
        IERC20(tokenOn[moneyOf(0)][1]).transfer(BOB, 1);
        assertEq(imbalance(), "");
        assertNoticed(robbed());
    }

    function test_ARefusedExitIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        vm.mockCallRevert(address(sides[1].gateway), abi.encodeWithSelector(IOutbox.send.selector), "no");
        vm.expectRevert();
        this.afterInvariant();
        vm.clearMockedCalls();
        this.afterInvariant();
    }
}
