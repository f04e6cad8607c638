// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {PauseLib} from "../libraries/PauseLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {Inbound, Outbound, PauseBudget} from "../types/State.sol";
import {Acts} from "./Acts.sol";

/// @title Standing still for a while
/// @dev One validator can stop for hours, a quorum for days and lift. Nobody can make a pause that stands shorter by pausing.
abstract contract Pauses is Acts {
    using PauseLib for PauseBudget;
    using QuorumLib for QuorumLib.Set;
    using QuorumLib for QuorumLib.Sets;

    uint40 private constant LONGEST_EXTENSION = 14 days;

    /// @inheritdoc ICouncil
    function pause(
        address validator,
        uint64 counterpartChainId,
        address token,
        uint24 duration,
        bytes calldata signature
    ) external nonReentrant {
        if (!_sets.current().has(validator)) revert ICouncil.NotAValidator(validator);
        PauseBudget memory budget = _budgets[validator];
        if (msg.sender != validator) {
            bytes32 act = ActLib.pause(validator, counterpartChainId, token, duration, budget.nonce);
            bytes32 digest = DigestLib.typed(_gatewayDomain(), act);
            if (!CHECKER.isSigned(validator, digest, signature)) revert IIntents.SignatureWrong(validator);
            ++budget.nonce;
        }
        uint24 left = budget.left();
        if (duration > left) revert ICouncil.PauseBudgetSpent(validator, left);
        if (duration == 0) revert ICouncil.ActOutOfBounds();
        budget.spend(duration);
        _budgets[validator] = budget;
        _stop(counterpartChainId, token, uint40(block.timestamp) + duration, validator);
    }

    /// @inheritdoc ICouncil
    function extendPause(uint64 counterpartChainId, address token, uint40 until, bytes calldata signatures)
        external
        nonReentrant
    {
        if (until <= block.timestamp || until > block.timestamp + LONGEST_EXTENSION) {
            revert ICouncil.ActOutOfBounds();
        }
        _decide(ActLib.extendPause(_councilNonce, counterpartChainId, token, until), signatures);
        _stop(counterpartChainId, token, until, address(0));
    }

    /// @inheritdoc ICouncil
    function liftPause(uint64 counterpartChainId, address token, bytes calldata signatures)
        external
        nonReentrant
    {
        _decide(ActLib.liftPause(_councilNonce, counterpartChainId, token), signatures);
        _stop(counterpartChainId, token, 0, address(0));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Zero goes on at once; any other time never shortens what stands.
    function _stop(uint64 chainId, address token, uint40 until, address validator) private {
        if (token != address(0)) {
            // A collection is stopped for every chain: naming one would promise what does not happen.
            if (chainId != 0) revert ICouncil.ActOutOfBounds();
            until = _later(CUSTODY.meterOf(token).quarantinedUntil, until);
            CUSTODY.quarantine(token, uint32(until));
        } else if (chainId != 0) {
            until = _stopLanes(chainId, until);
        } else {
            for (uint256 i; i < _counterparts.length; ++i) {
                _stopLanes(_counterparts[i], until);
            }
        }
        emit ICouncil.Paused(chainId, token, until, validator);
    }

    /// @dev The lanes to and from a chain always stand still together.
    function _stopLanes(uint64 chainId, uint40 until) private returns (uint40) {
        Outbound storage outbound = _opened(chainId);
        Inbound storage inbound = _inbound[_inboundLaneId(chainId, outbound.gateway)];
        until = _later(outbound.pausedUntil, until);
        (outbound.pausedUntil, inbound.pausedUntil) = (until, until);
        return until;
    }

    function _later(uint40 standing, uint40 until) private pure returns (uint40) {
        return until != 0 && standing > until ? standing : until;
    }
}
