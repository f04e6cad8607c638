// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {CLASS_PAYMENT, CLASS_PREPAID} from "../types/Protocol.sol";
import {PolicyChange} from "../types/State.sol";
import {Acts} from "./Acts.sol";

/// @title How much may arrive, which money is listed, and who is asked about entry
abstract contract Rules is Acts {
    /// @inheritdoc ICouncil
    function setLimit(address token, uint88 cap, uint16 windowMinutes, bytes calldata signatures)
        external
        nonReentrant
    {
        _checkLimit(cap, windowMinutes);
        if (token == address(0)) revert ICouncil.ActOutOfBounds();
        _decide(ActLib.setLimit(_councilNonce, token, cap, windowMinutes), signatures);
        _setLimit(token, cap, windowMinutes);
    }

    /// @inheritdoc ICouncil
    function setDefaultLimit(uint88 cap, uint16 windowMinutes, bytes calldata signatures)
        external
        nonReentrant
    {
        _checkLimit(cap, windowMinutes);
        _decide(ActLib.setDefaultLimit(_councilNonce, cap, windowMinutes), signatures);
        CUSTODY.setDefaultLimit(cap, windowMinutes);
        emit ICouncil.LimitChanged(address(0), cap, windowMinutes);
    }

    /// @inheritdoc ICouncil
    function listToken(
        address token,
        uint8 class,
        uint88 cap,
        uint16 windowMinutes,
        bytes calldata signatures
    ) external nonReentrant {
        bool unlisted = class == 0;
        if (!unlisted) {
            _checkLimit(cap, windowMinutes);
            // A representation has the class that its home gave it.
            (, address homeToken,) = _homeOf(token);
            bool fits = class >= CLASS_PAYMENT && class <= CLASS_PREPAID;
            if (!fits || token.code.length == 0 || homeToken != address(0)) revert ICouncil.ActOutOfBounds();
        }
        _decide(ActLib.listToken(_councilNonce, token, class, cap, windowMinutes), signatures);
        _classes[token] = class;
        emit ICouncil.TokenListed(token, class);
        // What is away when a token leaves the list comes home within the limit that it had.
        if (!unlisted) _setLimit(token, cap, windowMinutes);
    }

    /// @inheritdoc ICouncil
    /// @dev Another proposal takes the place of one that does not count yet.
    function proposePolicy(address policy_, bytes calldata signatures) external nonReentrant {
        // Nothing would enter past a policy that cannot answer.
        if (policy_ != address(0) && policy_.code.length == 0) revert ICouncil.ActOutOfBounds();
        _decide(ActLib.proposePolicy(_councilNonce, policy_), signatures);
        PolicyChange memory change = _policy;
        if (change.nextFrom != 0 && change.nextFrom <= block.timestamp) change.current = change.next;
        (change.next, change.nextFrom) = (policy_, uint40(block.timestamp) + POLICY_NOTICE);
        _policy = change;
        emit ICouncil.PolicyProposed(policy_, change.nextFrom);
    }

    /// @inheritdoc ICouncil
    function adoptPolicy() external nonReentrant {
        PolicyChange memory change = _policy;
        if (change.nextFrom == 0 || change.nextFrom > block.timestamp) revert NoticeNotOver(change.nextFrom);
        _policy = PolicyChange({current: change.next, nextFrom: 0, next: address(0)});
        emit PolicyAdopted(change.next);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _setLimit(address token, uint88 cap, uint16 windowMinutes) private {
        CUSTODY.setLimit(token, cap, windowMinutes);
        emit ICouncil.LimitChanged(token, cap, windowMinutes);
    }

    /// @dev A limit delays. One that lets nothing through, or whose window never ends, would take the exit away.
    function _checkLimit(uint88 cap, uint16 windowMinutes) private pure {
        if (cap == 0 || windowMinutes == 0) revert ICouncil.ActOutOfBounds();
    }
}
