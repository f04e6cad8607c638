// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PauseBudget} from "../types/State.sol";

/// @title What one validator may stop alone
/// @dev 6 hours in any 7 days: what was asked for since the budget was last whole is at most 6 hours, and between the end
/// of the last pause of one budget and the first of the next lie 7 days, so that no 7 days see two budgets.
library PauseLib {
    uint24 internal constant BUDGET = 6 hours;
    uint40 internal constant RECOVERY = 7 days;

    /// @dev Seconds that are left now.
    function left(PauseBudget memory budget) internal view returns (uint24) {
        return _isWhole(budget) ? BUDGET : BUDGET - budget.spent;
    }

    /// @dev Takes `duration`, at most what is left, for a pause that begins now.
    function spend(PauseBudget memory budget, uint24 duration) internal view {
        uint40 end = uint40(block.timestamp) + duration;
        if (_isWhole(budget)) (budget.spent, budget.lastEnd) = (0, end);
        budget.spent += duration;
        if (budget.lastEnd < end) budget.lastEnd = end;
    }

    function _isWhole(PauseBudget memory budget) private view returns (bool) {
        return block.timestamp >= uint256(budget.lastEnd) + RECOVERY;
    }
}
