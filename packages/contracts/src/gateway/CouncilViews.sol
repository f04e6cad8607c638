// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {IWindDown} from "../interfaces/IWindDown.sol";
import {PauseLib} from "../libraries/PauseLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {PauseBudget, PolicyChange, WindDown} from "../types/State.sol";
import {Acts} from "./Acts.sol";
import {Admission} from "./Admission.sol";

/// @title What the council decided
abstract contract CouncilViews is Acts, Admission {
    using QuorumLib for QuorumLib.Sets;

    /// @inheritdoc ICouncil
    function checkQuorum(bytes32 digest, bytes calldata signatures) external view {
        QuorumLib.check(_sets.current(), digest, signatures);
    }

    /// @inheritdoc ICouncil
    function counterparts() external view returns (uint64[] memory chainIds) {
        return _counterparts;
    }

    /// @inheritdoc ICouncil
    function termsOf(uint64 counterpartChainId) external view returns (Terms memory) {
        return _terms[counterpartChainId];
    }

    /// @inheritdoc ICouncil
    function settings()
        external
        view
        returns (uint40 minDeadline, uint40 maxDeadline, uint40 defaultDeadline)
    {
        return (MIN_DEADLINE, MAX_DEADLINE, DEFAULT_DEADLINE);
    }

    /// @inheritdoc ICouncil
    function councilNonce() external view returns (uint64) {
        return _councilNonce;
    }

    /// @inheritdoc ICouncil
    function policy() external view returns (address current, address next, uint40 nextFrom) {
        PolicyChange memory change = _policy;
        if (change.nextFrom <= block.timestamp) return (_currentPolicy(), address(0), 0);
        return (change.current, change.next, change.nextFrom);
    }

    /// @inheritdoc ICouncil
    function pauseBudgetOf(address validator) external view returns (uint24 left, uint64 nonce) {
        PauseBudget memory budget = _budgets[validator];
        return (PauseLib.left(budget), budget.nonce);
    }

    /// @inheritdoc ICouncil
    function isNonceUsed(address sender, uint256 nonce) external view returns (bool) {
        return (_nonces[sender][nonce >> 8] >> (nonce & 255)) & 1 != 0;
    }

    /// @inheritdoc IWindDown
    function windDownOf(uint64 chainId) external view returns (bytes32 root, uint40 claimableFrom) {
        WindDown memory standing = _windDowns[chainId];
        return (standing.root, standing.claimableFrom);
    }
}
