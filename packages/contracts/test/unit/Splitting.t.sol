// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title Money in is money out, to the unit, and nobody can hold it up
contract SplittingTest is SplitTest {
    function test_EachGetsTheirPart() public {
        ISplit split = paid(trio(), 1_000);
        vm.expectEmit(address(split));
        emit ISplit.Distributed(address(yen), 1_000, false);
        vm.prank(OTHER);
        assertEq(split.distribute(address(yen)), 1_000);
        assertEq(got(PAINTER), 500);
        assertEq(got(POET), 300);
        assertEq(got(SINGER), 200);
        assertEq(split.undistributed(address(yen)), 0);
    }

    function test_WhatCameBeforeItWasMadeIsDivided() public {
        yen.mint(factory.splitOf(address(0), trio(), 0), 10);
        (, uint256 amount) = factory.createAndDistribute(address(0), trio(), 0, address(yen));
        assertEq(amount, 10);
        assertEq(got(PAINTER), 5);
    }

    /// @dev Each gets its exact part, rounded up or down, and all of it goes.
    function testFuzz_NothingIsLostToRounding(uint128 amount, uint32[8] memory weights) public {
        vm.assume(amount != 0);
        ISplit.Share[] memory shares = crowd(weights.length);
        uint256 whole;
        for (uint256 i; i < weights.length; ++i) {
            shares[i].weight = uint32(bound(weights[i], 1, type(uint32).max >> 1));
            whole += shares[i].weight;
        }
        ISplit split = paid(shares, amount);
        assertEq(split.distribute(address(yen)), amount);
        uint256 sum;
        for (uint256 i; i < weights.length; ++i) {
            uint256 exact = uint256(amount) * shares[i].weight / whole;
            assertApproxEqAbs(got(member(i)), exact, 1);
            sum += got(member(i));
        }
        assertEq(sum, amount);
        assertEq(got(address(split)), 0);
    }

    function test_OneUnitGoesToOne() public {
        ISplit split = paid(trio(), 1);
        split.distribute(address(yen));
        assertEq(got(PAINTER) + got(POET) + got(SINGER), 1);
    }

    function test_MoreThanCanBeKeptWaits() public {
        ISplit split = paid(trio(), uint256(type(uint128).max) + 10);
        assertEq(split.distribute(address(yen)), type(uint128).max);
        assertEq(split.distribute(address(yen)), 10);
    }

    function test_RevertWhen_ThereIsNothing() public {
        ISplit split = make(trio());
        vm.expectRevert(abi.encodeWithSelector(ISplit.NothingToDistribute.selector, address(yen)));
        split.distribute(address(yen));
        vm.expectRevert(abi.encodeWithSelector(ISplit.NothingToDistribute.selector, COIN));
        split.distribute(COIN);
    }

    function test_RevertWhen_TheCurrencyIsNoContract() public {
        ISplit split = make(trio());
        vm.expectRevert();
        split.distribute(OTHER);
    }

    // ------------------------------------------------------------------------------------------------------- CREDIT

    function test_WhoIsBlockedIsCredited() public {
        ISplit split = paid(trio(), 1_000);
        yen.setBlocked(POET, true);
        vm.expectEmit(address(split));
        emit ICredits.Credited(address(yen), POET, 300);
        assertEq(split.distribute(address(yen)), 1_000);
        assertEq(got(PAINTER), 500);
        assertEq(got(SINGER), 200);
        assertEq(credited(split, POET), 300);
        assertEq(split.undistributed(address(yen)), 0);
    }

    function test_ACreditIsNotDividedAgain() public {
        ISplit split = paid(trio(), 1_000);
        yen.setBlocked(POET, true);
        split.distribute(address(yen));
        vm.expectRevert(abi.encodeWithSelector(ISplit.NothingToDistribute.selector, address(yen)));
        split.distribute(address(yen));
        yen.mint(address(split), 10);
        split.distribute(address(yen));
        assertEq(credited(split, POET), 303);
        assertEq(got(PAINTER), 505);
    }

    function test_WhileTheSplitItselfIsBlockedAllAreCredited() public {
        ISplit split = paid(trio(), 1_000);
        yen.setBlocked(address(split), true);
        assertEq(split.distribute(address(yen)), 1_000);
        assertEq(credited(split, PAINTER), 500);
        yen.setBlocked(address(split), false);
        assertEq(split.claimFor(PAINTER, address(yen)), 500);
        assertEq(got(PAINTER), 500);
    }

    /// @dev Whoever pays for the gas cannot have somebody credited who can be paid.
    function testFuzz_TooLittleGasCreditsNobody(uint256 gasLimit) public {
        ISplit split = paid(trio(), 1_000);
        gasLimit = bound(gasLimit, 20_000, 400_000);
        try split.distribute{gas: gasLimit}(address(yen)) {
            assertEq(credited(split, PAINTER) + credited(split, POET) + credited(split, SINGER), 0);
        } catch {
            assertEq(got(address(split)), 1_000);
        }
    }

    // -------------------------------------------------------------------------------------------------------- COIN

    function test_TheCoinIsDivided() public {
        ISplit split = make(trio());
        vm.deal(OTHER, 100);
        vm.prank(OTHER);
        (bool ok,) = address(split).call{value: 100}("");
        assertTrue(ok);
        vm.expectEmit(address(split));
        emit ISplit.Paid(PAINTER, 50);
        split.distribute(COIN);
        assertEq(PAINTER.balance, 50);
        assertEq(POET.balance, 30);
        assertEq(SINGER.balance, 20);
    }

    function test_WhoCannotTakeTheCoinIsCredited() public {
        ISplit split = make(pair(address(yen), 1, POET, 1));
        vm.deal(address(split), 100);
        split.distribute(COIN);
        assertEq(POET.balance, 50);
        assertEq(split.credit(address(yen), COIN), 50);
        assertEq(split.undistributed(COIN), 0);
    }
}
