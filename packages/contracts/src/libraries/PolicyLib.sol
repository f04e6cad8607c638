// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../interfaces/IOutbox.sol";
import {IPolicy} from "../interfaces/IPolicy.sol";

/// @title Asking a zone's policy
library PolicyLib {
    uint256 internal constant POLICY_GAS = 100_000;
    /// @dev The reason where the policy reverted, ran out of gas or answered nonsense.
    bytes32 internal constant POLICY_FAILED = "policy-failed";

    /// @dev Reverts unless the policy admits the entry. It gets bounded gas, and 32 bytes of its
    /// answer count. Whoever gives too little gas gets a refusal, never an entry.
    function admit(address policy, IPolicy.Entry memory entry) internal view {
        bytes4 selector = IPolicy.refusal.selector;
        bytes32 reason;
        assembly ("memory-safe") {
            // The selector goes into the word before the struct, whose content comes back afterwards.
            let before := sub(entry, 0x20)
            let kept := mload(before)
            mstore(before, shr(224, selector))
            let ok := staticcall(POLICY_GAS, policy, sub(entry, 0x04), 0x124, 0x00, 0x20)
            mstore(before, kept)
            reason := mload(0x00)
            if iszero(and(ok, eq(returndatasize(), 0x20))) { reason := POLICY_FAILED }
        }
        if (reason != 0) revert IOutbox.PolicyRefused(reason);
    }
}
