// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Captive} from "./stage/Captive.sol";

/// @title Law 4: a compromised chain can take only what its own vault holds
/// @notice The last chain of the zone says whatever a thief wants, and k validators attest it. What stands for others'
/// tokens on the other chains stays held, to the unit; and the thief never has more than was sent to the captive chain.
abstract contract OwnVaultLaw is Captive {
    function setUp() public virtual override {
        super.setUp();
        taken = true;
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        captiveActs();
        begin();
    }

    function invariant_ACaptiveChainTakesOnlyWhatItsVaultHolds() public view {
        assertEq(overtaken(), "");
        assertEq(imbalance(), "");
        assertFalse(intruded(), "somebody got in again from within");
    }
}

contract OwnVaultOfTwoInvariant is OwnVaultLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OwnVaultOfThreeInvariant is OwnVaultLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_WhatLeavesAnotherVaultIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        sendAll(moneyOf(0), 0, captive(), BOB);
        // All of its own: that is the loss which the law allows.
        stealFromVault(moneyOf(0), captive(), MONEY / 2);
        invariant_ACaptiveChainTakesOnlyWhatItsVaultHolds();
        stealFromVault(moneyOf(0), 1, 1);
        assertNoticed(imbalance());
        assertNoticed(overtaken());
    }

    function test_OthersMoneyFromNothingIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        counterfeit(moneyOf(0), 1, MALLORY, 1);
        assertNoticed(imbalance());
    }
}
