// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISplit} from "../../src/interfaces/ISplit.sol";
import {GasBurningMoney} from "../mocks/HostileErc20.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title No number of payees locks a split: it is divided in parts
contract SplittingInPartsTest is SplitTest {
    uint256 private constant MOST = 500;

    function test_FiveHundredInFiveCalls() public {
        ISplit split = paid(crowd(MOST), 1_000_000);
        uint256 sum;
        for (uint256 part; part < 5; ++part) {
            (, uint256 next) = split.openRound(address(yen));
            assertEq(next, part * 100);
            sum += split.distributePart(address(yen), 100);
        }
        assertEq(sum, 1_000_000);
        _expectClosed(split);
        assertEq(got(address(split)), 0);
        uint256 whole = MOST * (MOST + 1) / 2;
        assertApproxEqAbs(got(member(499)), 1_000_000 * 500 / whole, 1);
    }

    /// @dev All of them use all the gas that they may, and each call still fits a block.
    function test_FiveHundredWhoBurnGas() public {
        GasBurningMoney burning = new GasBurningMoney();
        ISplit split = make(crowd(MOST));
        burning.mint(address(split), 1_000_000);
        burning.setHostile(true);
        uint256 sum;
        for (uint256 part; part < 5; ++part) {
            uint256 before = gasleft();
            sum += split.distributePart(address(burning), 100);
            assertLt(before - gasleft(), 16_000_000);
        }
        assertEq(sum, 1_000_000);
        burning.setHostile(false);
        assertApproxEqAbs(split.claimFor(member(499), address(burning)), 3_992, 1);
    }

    /// @dev However it is cut, each gets what they would have got at once.
    function testFuzz_PartsSumToTheWhole(uint128 amount, uint8[6] memory parts, uint256 blocked) public {
        vm.assume(amount != 0);
        ISplit.Share[] memory shares = crowd(12);
        blocked = bound(blocked, 0, 11);
        ISplit atOnce = ISplit(factory.create(address(0), shares, "at once"));
        yen.mint(address(atOnce), amount);
        atOnce.distribute(address(yen));
        uint256[] memory expected = new uint256[](12);
        for (uint256 i; i < 12; ++i) {
            expected[i] = got(member(i));
        }
        ISplit split = ISplit(factory.create(address(0), shares, "in parts"));
        yen.mint(address(split), amount);
        yen.setBlocked(member(blocked), true);
        for (uint256 i; i < parts.length; ++i) {
            split.distributePart(address(yen), bound(parts[i], 1, 2));
            (, uint256 next) = split.openRound(address(yen));
            if (next == 0) break;
        }
        (, uint256 rest) = split.openRound(address(yen));
        if (rest != 0) split.distribute(address(yen));
        _expectClosed(split);
        for (uint256 i; i < 12; ++i) {
            assertEq(got(member(i)) + credited(split, member(i)), 2 * expected[i]);
        }
        assertEq(got(address(split)), credited(split, member(blocked)));
    }

    function test_WhatComesMeanwhileWaits() public {
        ISplit split = paid(trio(), 1_000);
        split.distributePart(address(yen), 1);
        yen.mint(address(split), 100);
        assertEq(split.undistributed(address(yen)), 100);
        split.distribute(address(yen));
        assertEq(got(PAINTER), 500);
        assertEq(got(POET), 300);
        split.distribute(address(yen));
        assertEq(got(PAINTER), 550);
        assertEq(got(address(split)), 0);
    }

    function test_CreditsAreClaimedMeanwhile() public {
        ISplit split = paid(trio(), 1_000);
        yen.setBlocked(PAINTER, true);
        split.distributePart(address(yen), 1);
        vm.prank(PAINTER);
        split.claim(address(yen), OTHER);
        assertEq(got(OTHER), 500);
        assertEq(split.distributePart(address(yen), 5), 500);
        _expectClosed(split);
        assertEq(got(address(split)), 0);
    }

    /// @dev What was begun by one list is ended by it.
    function test_AListThatChangesMeanwhileCountsForTheNext() public {
        ISplit split = ISplit(factory.create(PAINTER, trio(), 0));
        yen.mint(address(split), 1_000);
        split.distributePart(address(yen), 1);
        vm.startPrank(PAINTER);
        split.setShares(pair(OTHER, 1, PAINTER, 1));
        vm.stopPrank();
        split.distributePart(address(yen), 1);
        vm.prank(PAINTER);
        split.setShares(pair(RELAYER, 1, PAINTER, 1));
        split.distribute(address(yen));
        assertEq(got(POET), 300);
        assertEq(got(SINGER), 200);
        yen.mint(address(split), 10);
        split.distribute(address(yen));
        assertEq(got(RELAYER), 5);
        assertEq(got(OTHER), 0);
    }

    /// @dev And one that began by the second list is ended by the second.
    function test_ALaterListIsRememberedToo() public {
        ISplit split = ISplit(factory.create(PAINTER, trio(), 0));
        vm.prank(PAINTER);
        split.setShares(pair(POET, 1, SINGER, 1));
        yen.mint(address(split), 10);
        split.distributePart(address(yen), 1);
        vm.prank(PAINTER);
        split.setShares(trio());
        split.distribute(address(yen));
        assertEq(got(POET), 5);
        assertEq(got(SINGER), 5);
    }

    function test_RevertWhen_APartHasNobody() public {
        ISplit split = paid(trio(), 1_000);
        vm.expectRevert(abi.encodeWithSelector(ISplit.NothingToDistribute.selector, address(yen)));
        split.distributePart(address(yen), 0);
    }

    function _expectClosed(ISplit split) private view {
        (uint256 amount, uint256 next) = split.openRound(address(yen));
        assertEq(amount, 0);
        assertEq(next, 0);
    }
}
