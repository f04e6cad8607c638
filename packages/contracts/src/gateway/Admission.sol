// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PolicyChange} from "../types/State.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title Which policy counts
abstract contract Admission is ZoneBase {
    function _currentPolicy() internal view returns (address policy) {
        PolicyChange storage change = _policy;
        uint40 nextFrom = change.nextFrom;
        return nextFrom != 0 && nextFrom <= block.timestamp ? change.next : change.current;
    }
}
