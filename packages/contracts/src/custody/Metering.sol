// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {STANDARD_ERC20} from "../types/Protocol.sol";
import {CustodyBase} from "./CustodyBase.sol";

/// @title Counting what arrives of a collection, and stopping one
/// @dev One slot per collection, written once per message. The window begins with the first message after the last one
/// ended, so that a limit never needs a clock of its own.
abstract contract Metering is CustodyBase {
    struct Limit {
        uint88 cap;
        uint16 windowMinutes;
    }

    uint88 internal constant NO_LIMIT = type(uint88).max;
    uint16 private constant AN_HOUR = 60;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(address token => Meter) internal _meters;
    Limit internal _defaultLimit;

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Counts units that are about to be minted or released, or reverts.
    function _meter(address token, uint8 standard, uint256 units) internal {
        Meter memory m = _meters[token];
        if (m.windowMinutes == 0) m = _fresh(standard);
        if (m.quarantinedUntil > block.timestamp) revert CollectionQuarantined(token, m.quarantinedUntil);
        uint256 end = uint256(m.windowStart) + uint256(m.windowMinutes) * 60;
        if (block.timestamp >= end) (m.windowStart, m.used) = (uint32(block.timestamp), 0);
        if (m.cap != NO_LIMIT) {
            uint256 used = uint256(m.used) + units;
            if (used > m.cap) revert LimitReached(token, uint256(m.windowStart) + uint256(m.windowMinutes) * 60);
            m.used = uint88(used);
        }
        _meters[token] = m;
    }

    function _startMeter(address token, uint8 standard) internal {
        if (_meters[token].windowMinutes == 0) _meters[token] = _fresh(standard);
    }

    function _setLimit(address token, uint88 cap, uint16 windowMinutes) internal {
        (_meters[token].cap, _meters[token].windowMinutes) = (cap, windowMinutes);
    }

    function _quarantine(address token, uint32 until) internal {
        Meter memory m = _meters[token];
        // A collection that nobody has seen yet gets what it would get when it is seen, or the stop would be lost.
        if (m.windowMinutes == 0) m = _fresh(0);
        m.quarantinedUntil = until;
        _meters[token] = m;
    }

    // ------------------------------------------------------------------------------------------------------ PRIVATE

    function _fresh(uint8 standard) private view returns (Meter memory m) {
        Limit memory limit = _defaultLimit;
        bool limited = standard != STANDARD_ERC20 && limit.windowMinutes != 0;
        (m.cap, m.windowMinutes) = limited ? (limit.cap, limit.windowMinutes) : (NO_LIMIT, AN_HOUR);
    }
}
