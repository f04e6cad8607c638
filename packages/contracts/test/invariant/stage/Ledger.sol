// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {STANDARD_ERC20} from "../../../src/types/Protocol.sol";
import {Places} from "./Places.sol";
import {Reading} from "./Reading.sol";

/// @title Who is entitled to what
/// @notice Only the people themselves change it: by sending, by redirecting, by not being reached before a deadline, and by
/// taking out of a dead chain's vault. Nobody else is ever in it.
abstract contract Ledger is Places {
    using Reading for bytes;

    mapping(address person => mapping(uint256 asset => uint256)) internal wealth;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 asset; asset < assets.length; ++asset) {
            for (uint256 i; i < people.length; ++i) {
                wealth[people[i]][asset] = balance(asset, assets[asset].home, people[i]);
            }
        }
    }

    // ---------------------------------------------------------------------------------------------------------- HOOKS

    function _whenSent(bytes32 id, bytes memory message) internal virtual override {
        if (message.kind() > 2) return;
        // The second leg of a Forward changes nobody's part.
        if (message.sourceChainId() != sides[filed[id].from].id) return;
        _pass(id, message.sender(), filed[id].beneficiary);
    }

    function _whenReturned(bytes32 id) internal virtual override {
        assertGt(clock, filed[id].deadline, "returned before its deadline");
        _pass(id, filed[id].beneficiary, filed[id].refundAccount);
    }

    function _whenRedirected(bytes32 id, address recipient) internal virtual override {
        _pass(id, filed[id].beneficiary, recipient);
    }

    function _pass(bytes32 id, address giver, address taker) private {
        // Who is entitled to what a captive chain says is nobody's guess.
        if (_isCaptive()) return;
        for (uint256 i; i < loads[id].length; ++i) {
            Load memory load = loads[id][i];
            wealth[giver][load.asset] -= load.amount;
            wealth[taker][load.asset] += load.amount;
        }
    }

    // ------------------------------------------------------------------------------------------------------- BALANCES

    /// @dev The first person who has not, over all chains and under way, exactly what is theirs.
    function robbed() internal view returns (string memory) {
        for (uint256 i; i < people.length; ++i) {
            uint256[] memory has = _due(people[i]);
            for (uint256 asset; asset < assets.length; ++asset) {
                for (uint256 side; side < sides.length; ++side) {
                    has[asset] += balance(asset, side, people[i]);
                }
                if (has[asset] == wealth[people[i]][asset]) continue;
                return string.concat(
                    vm.toString(people[i]),
                    " has ",
                    vm.toString(has[asset]),
                    " of asset ",
                    vm.toString(asset),
                    " and is entitled to ",
                    vm.toString(wealth[people[i]][asset])
                );
            }
        }
        return "";
    }

    /// @dev The first money of which people have, and are to get, more or less than there is.
    function moneyLost() internal view returns (string memory) {
        for (uint256 asset; asset < assets.length; ++asset) {
            if (assets[asset].standard != STANDARD_ERC20) continue;
            uint256 sum;
            for (uint256 i; i < people.length; ++i) {
                sum += _due(people[i])[asset];
                for (uint256 side; side < sides.length; ++side) {
                    sum += balance(asset, side, people[i]);
                }
            }
            for (uint256 away; away < sides.length; ++away) {
                sum += surplus[asset][away];
            }
            if (sum != minted(asset)) {
                return string.concat("asset ", vm.toString(asset), ": ", vm.toString(sum));
            }
        }
        return "";
    }

    function _due(address person) private view returns (uint256[] memory due) {
        due = new uint256[](assets.length);
        for (uint256 i; i < open.length; ++i) {
            if (filed[open[i]].beneficiary != person) continue;
            Load[] storage load = loads[open[i]];
            for (uint256 j; j < load.length; ++j) {
                due[load[j].asset] += load[j].amount;
            }
        }
    }
}
