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
}
