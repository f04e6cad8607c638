// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Crediting} from "./Crediting.sol";
import {NestingLib} from "./NestingLib.sol";
import {ShareLib} from "./ShareLib.sol";

/// @title Dividing an amount by lists, through splits in splits
abstract contract Dividing is Crediting {
    using ShareLib for ShareLib.List;

    /// @dev What one call has done.
    /// @param room how many more payees may be paid through nested splits
    /// @param purpose what the call is for, where it is for something
    struct Sum {
        uint256 paid;
        uint256 credited;
        uint256 room;
        bytes32 purpose;
    }

    /// @dev Splits in splits are looked into so deep.
    uint256 internal constant MOST_LEVELS = 4;

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev What all splits delegate to.
    function _splitImplementation() internal view virtual returns (address);

    /// @dev Told of every payee.
    function _told(address currency, address payee, uint256 amount, bool isPaid, Sum memory sum)
        internal
        virtual;

    /// @dev Each gets what its end of the whole is beyond its beginning, so that nothing is lost to rounding.
    function _payRange(
        address currency,
        ShareLib.List memory list,
        uint256 amount,
        uint256 start,
        uint256 end,
        uint256 levels,
        Sum memory sum
    ) internal {
        uint256 weights = list.weightsTo(start);
        uint256 whole = list.whole;
        // Nothing overflows: an amount has 128 bits, and the sum of a list's weights 42.
        unchecked {
            uint256 given = amount * weights / whole;
            for (uint256 i = start; i < end; ++i) {
                (address payee, uint256 weight, bool nested) = list.get(i);
                weights += weight;
                uint256 upTo = amount * weights / whole;
                if (upTo != given) _payShare(currency, payee, upTo - given, nested ? levels : 1, sum);
                given = upTo;
            }
        }
    }

    /// @param levels 1 where a split is paid like everybody else
    function _payShare(address currency, address payee, uint256 amount, uint256 levels, Sum memory sum)
        internal
    {
        if (levels > 1 && NestingLib.isSplit(payee, _splitImplementation())) {
            ShareLib.List memory list = NestingLib.listOf(payee);
            if (list.whole != 0 && list.count <= sum.room) {
                sum.room -= list.count;
                return _payRange(currency, list, amount, 0, list.count, levels - 1, sum);
            }
        }
        bool isPaid = _pay(currency, payee, amount);
        if (isPaid) sum.paid += amount;
        else sum.credited += amount;
        _told(currency, payee, amount, isPaid, sum);
    }
}
