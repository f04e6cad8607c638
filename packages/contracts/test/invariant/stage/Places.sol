// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Journal} from "./Journal.sol";

/// @title Where everything is: what each vault holds, and what stands against it
abstract contract Places is Journal {
    /// @dev What was thrown into a vault, and what holders on a dead chain took out of it.
    mapping(uint256 asset => mapping(uint256 away => uint256)) internal surplus;
    mapping(uint256 asset => mapping(uint256 away => uint256)) internal takenOut;

    /// @dev Of each asset, for each chain that is not its home: what is on its way between the two, or parked.
    /// @return under by asset and side
    function underWay() internal view returns (uint256[] memory under) {
        under = new uint256[](assets.length * sides.length);
        for (uint256 i; i < open.length; ++i) {
            Filed storage entry = filed[open[i]];
            Load[] storage load = loads[open[i]];
            for (uint256 j; j < load.length; ++j) {
                uint256 home = assets[load[j].asset].home;
                // A captive chain may have made somebody give back what was never here.
                if (entry.from != home && entry.to != home) continue;
                uint256 away = entry.from == home ? entry.to : entry.from;
                under[load[j].asset * sides.length + away] += load[j].amount;
            }
        }
    }

    /// @dev The first place where a vault and what stands against it differ.
    function imbalance() internal view returns (string memory) {
        uint256[] memory under = underWay();
        for (uint256 asset; asset < assets.length; ++asset) {
            for (uint256 away; away < sides.length; ++away) {
                uint256 home = assets[asset].home;
                if (away == home || _captured(away) || _captured(home)) continue;
                uint256 stands = outstanding(asset, away) + under[asset * sides.length + away];
                uint256 holds = balance(asset, home, vault(home, away)) + takenOut[asset][away];
                uint256 wanted = stands + surplus[asset][away];
                // A captive chain may throw what is its own into another's vault.
                if (holds == wanted || (_isCaptive() && holds > wanted)) continue;
                return string.concat(
                    "asset ",
                    vm.toString(asset),
                    " of ",
                    vm.toString(home),
                    " on ",
                    vm.toString(away),
                    ": held ",
                    vm.toString(holds),
                    ", standing ",
                    vm.toString(stands)
                );
            }
        }
        return "";
    }

    /// @dev The first asset whose holders at home and vaults have not together what was minted.
    function missing() internal view returns (string memory) {
        for (uint256 asset; asset < assets.length; ++asset) {
            uint256 home = assets[asset].home;
            uint256 sum = balance(asset, home, MALLORY);
            for (uint256 i; i < people.length; ++i) {
                sum += balance(asset, home, people[i]);
            }
            for (uint256 away; away < sides.length; ++away) {
                if (away != home) sum += balance(asset, home, vault(home, away));
            }
            if (sum != minted(asset)) return string.concat("asset ", vm.toString(asset), " is elsewhere");
        }
        return "";
    }
}
