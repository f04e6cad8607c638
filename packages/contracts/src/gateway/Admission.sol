// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPolicy} from "../interfaces/IPolicy.sol";
import {PolicyChange} from "../types/State.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title Asking the zone's policy
abstract contract Admission is ZoneBase {
    uint256 internal constant POLICY_GAS = 100_000;
    /// @dev The reason where the policy reverted, ran out of gas or answered nonsense.
    bytes32 internal constant POLICY_FAILED = "policy-failed";

    function _currentPolicy() internal view returns (address policy) {
        PolicyChange storage change = _policy;
        uint40 nextFrom = change.nextFrom;
        return nextFrom != 0 && nextFrom <= block.timestamp ? change.next : change.current;
    }

    /// @dev Bounded gas, and 32 bytes of the answer at most. Whoever gives too little gas gets a refusal, never an entry.
    function _ask(address policy, IPolicy.Entry memory entry) internal view returns (bytes32 reason) {
        bytes4 selector = IPolicy.refusal.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, selector)
            mcopy(add(data, 0x04), entry, 0x120)
            let ok := staticcall(POLICY_GAS, policy, data, 0x124, 0x00, 0x20)
            reason := mload(0x00)
            if iszero(and(ok, eq(returndatasize(), 0x20))) { reason := POLICY_FAILED }
        }
    }
}
