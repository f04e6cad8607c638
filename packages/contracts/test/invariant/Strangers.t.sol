// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Strangers} from "./stage/Strangers.sol";

/// @title Law 9, for contracts: nothing a stranger sends costs unbounded memory or time, or is believed unverified
/// @notice Nonsense at every open door fails, by name where it is a call at all, for a bounded price, and moves nothing.
/// Nonsense that a quorum attested holds no lane up: it is delivered, and parked if it carries anything.
abstract contract StrangersLaw is Strangers {
    function setUp() public virtual override {
        super.setUp();
        taken = true;
        act(this.pass.selector);
        act(this.sendOne.selector);
        act(this.babble.selector);
        act(this.deliverNonsense.selector);
        strangersAct();
        begin();
    }

    /// @dev All that the captive chain said, in order: whatever it is, the lane goes on.
    function deliverNonsense(uint256 seed) external {
        uint256 to = pick(seed, 1, captive());
        assertTrue(carryAll(captive(), to), "nonsense holds the lane up");
        (uint64 delivered, uint64 total) = _range(captive(), to);
        assertEq(delivered, total);
    }

    function invariant_NonsenseMovesNothing() public view {
        assertEq(overtaken(), "");
        assertEq(imbalance(), "");
        for (uint256 asset; asset < assets.length; ++asset) {
            for (uint256 side; side < captive(); ++side) {
                if (assets[asset].home == captive()) continue;
                assertLe(balance(asset, side, MALLORY), deposited[asset], "a stranger has something");
            }
        }
    }
}

contract StrangersOfTwoInvariant is StrangersLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract StrangersOfThreeInvariant is StrangersLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_WhatNonsenseBroughtIsNoticed() public {
        invariant_NonsenseMovesNothing();
        vm.prank(ALICE);
        IERC20(assets[moneyOf(0)].token).transfer(MALLORY, 1);
        assertNoticed(overtaken());
    }
}
