// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

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

    /// @dev An invariant of states that nothing ever reached would prove nothing.
    function test_TheActorsReachEveryState() public {
        for (uint256 i; i < 1_000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("actors", i)));
            // The council and its dead chains come last, when there is something for them to stop.
            uint256 count = i < 800 ? 19 : actions.length;
            // The second argument may be yes or no.
            (bool done, bytes memory why) =
                address(this).call(abi.encodeWithSelector(actions[seed % count], seed >> 8, i % 2, seed >> 9));
            if (!done) {
                assembly ("memory-safe") {
                    revert(add(why, 0x20), mload(why))
                }
            }
        }
        assertGt(timesEnded[State.Delivered], 20, "delivered");
        assertGt(timesEnded[State.Returned], 0, "returned");
        assertGt(timesParked, 3, "parked");
        assertGt(timesClaimed, 0, "claimed");
        assertGt(timesRedirected, 0, "redirected");
        invariant_EveryAssetIsInExactlyOnePlace();
    }

    function test_ATheftFromAVaultIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        assertEq(imbalance(), "");
        stealFromVault(moneyOf(0), 1, 1);
        assertNoticed(imbalance());
    }

    function test_MoneyFromNothingIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        assertEq(imbalance(), "");
        counterfeit(moneyOf(0), 1, ALICE, 1);
        assertNoticed(imbalance());
    }

    function test_ATokenInNoPlaceIsNoticed() public {
        vm.prank(ALICE);
        IERC721(assets[0].token).transferFrom(ALICE, address(0xdead), 1);
        assertNoticed(missing());
    }
}
