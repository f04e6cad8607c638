// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ISplit} from "../../src/interfaces/ISplit.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title Splits in splits are divided in one call
contract NestedSplitsTest is SplitTest {
    function test_ThreeLevelsInOneCall() public {
        ISplit band = make(pair(SINGER, 1, POET, 1));
        ISplit label = make(_with(band, 3, OTHER, 1));
        ISplit work = paid(_with(label, 1, PAINTER, 1), 800);
        assertEq(work.distribute(address(yen)), 800);
        assertEq(got(PAINTER), 400);
        assertEq(got(OTHER), 100);
        assertEq(got(SINGER), 150);
        assertEq(got(POET), 150);
        assertEq(got(address(band)) + got(address(label)), 0);
    }

    function test_WhoIsBlockedInsideIsCreditedOutside() public {
        ISplit band = make(pair(SINGER, 1, POET, 1));
        ISplit work = paid(_with(band, 1, PAINTER, 1), 800);
        yen.setBlocked(SINGER, true);
        work.distribute(address(yen));
        assertEq(credited(work, SINGER), 200);
        assertEq(got(POET), 200);
        assertEq(got(PAINTER), 400);
    }

    /// @dev It divides by itself, once it is made.
    function test_OneThatIsNotMadeYetIsPaid() public {
        ISplit.Share[] memory inner = pair(SINGER, 1, POET, 1);
        address band = factory.splitOf(address(0), inner, 0);
        ISplit work = paid(_with(ISplit(band), 1, PAINTER, 1), 800);
        work.distribute(address(yen));
        assertEq(got(band), 400);
        factory.createAndDistribute(address(0), inner, 0, address(yen));
        assertEq(got(SINGER), 200);
    }

    function test_OneThatIsNotMarkedIsPaid() public {
        ISplit band = make(pair(SINGER, 1, POET, 1));
        ISplit work = paid(pair(address(band), 1, PAINTER, 1), 800);
        work.distribute(address(yen));
        assertEq(got(address(band)), 400);
    }

    function test_InPartsTheyArePaid() public {
        ISplit band = make(pair(SINGER, 1, POET, 1));
        ISplit work = paid(_with(band, 1, PAINTER, 1), 800);
        work.distributePart(address(yen), 2);
        assertEq(got(address(band)), 400);
    }

    function test_TheirListsAreReadAsTheyStand() public {
        ISplit band = ISplit(factory.create(SINGER, pair(SINGER, 1, POET, 1), 0));
        vm.prank(SINGER);
        band.setShares(pair(SINGER, 3, OTHER, 1));
        ISplit work = paid(_with(band, 1, PAINTER, 1), 800);
        work.distribute(address(yen));
        assertEq(got(SINGER), 300);
        assertEq(got(OTHER), 100);
        assertEq(got(POET), 0);
    }

    function test_DeeperThanFourLevelsIsPaid() public {
        ISplit[6] memory chain;
        chain[0] = make(pair(SINGER, 1, POET, 1));
        for (uint256 i = 1; i < 6; ++i) {
            chain[i] = make(_with(chain[i - 1], 1, address(uint160(0xabc0 + i)), 1));
        }
        yen.mint(address(chain[5]), 64);
        chain[5].distribute(address(yen));
        assertEq(got(address(chain[1])), 4);
        assertEq(got(SINGER), 0);
        chain[1].distribute(address(yen));
        assertEq(got(SINGER), 1);
    }

    /// @dev A ring ends where the levels do; nothing is lost on the way.
    function test_ARingEnds() public {
        ISplit second = ISplit(factory.create(OTHER, pair(SINGER, 1, POET, 1), 0));
        ISplit first = make(_with(second, 1, PAINTER, 1));
        vm.prank(OTHER);
        second.setShares(_with(first, 1, SINGER, 1));
        yen.mint(address(first), 1_000);
        first.distribute(address(yen));
        uint256 sum = got(PAINTER) + got(SINGER) + got(address(first)) + got(address(second));
        assertEq(sum, 1_000);
        assertEq(first.undistributed(address(yen)), got(address(first)));
        assertGt(got(PAINTER), 500);
    }

    function test_MarkedAccountsThatAreNoneArePaid() public {
        ISplit.Share[] memory shares = trio();
        shares[0].nested = true;
        (shares[1].payee, shares[1].nested) = (address(this), true);
        ISplit split = paid(shares, 1_000);
        split.distribute(address(yen));
        assertEq(got(PAINTER), 500);
        assertEq(got(address(this)), 300);
    }

    /// @dev Anybody can make a clone with any list behind it: it is divided as it says, or paid, and never in the way.
    function testFuzz_AForgedListIsNotInTheWay(bytes memory list) public {
        vm.assume(list.length < 2_000);
        address implementation = _implementation();
        address forged = Clones.cloneWithImmutableArgs(implementation, list);
        assertTrue(factory.isSplit(forged));
        ISplit work = paid(_with(ISplit(forged), 1, PAINTER, 1), 800);
        work.distribute(address(yen));
        assertEq(got(PAINTER), 400);
    }

    function test_AForgedListWithoutWeightIsPaid() public {
        bytes memory nobody = abi.encodePacked(uint8(0), POET, uint32(0));
        address forged = Clones.cloneWithImmutableArgs(_implementation(), nobody);
        ISplit work = paid(_with(ISplit(forged), 1, PAINTER, 1), 800);
        work.distribute(address(yen));
        assertEq(got(forged), 400);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _with(ISplit inner, uint32 weight, address other, uint32 otherWeight)
        private
        pure
        returns (ISplit.Share[] memory shares)
    {
        shares = pair(address(inner), weight, other, otherWeight);
        shares[0].nested = true;
    }

    /// @dev It stands in every split's code.
    function _implementation() private returns (address implementation) {
        bytes memory code = address(make(trio())).code;
        assembly {
            implementation := shr(96, mload(add(code, 42)))
        }
    }
}
