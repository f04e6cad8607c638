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

    // Where the fields of a {Meter} lie in its slot, in bits; the window's start is at 0.
    uint256 private constant QUARANTINE_AT = 32;
    uint256 private constant MINUTES_AT = 64;
    uint256 private constant USED_AT = 80;
    uint256 private constant CAP_AT = 168;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(address token => Meter) internal _meters;
    Limit internal _defaultLimit;

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Counts units that are about to be minted or released, or reverts. At most one read and one write of the slot:
    /// this happens with every message that arrives.
    function _meter(address token, uint8 standard, uint256 units) internal {
        Meter storage meter = _meters[token];
        uint256 word;
        assembly ("memory-safe") {
            word := sload(meter.slot)
        }
        if (uint16(word >> MINUTES_AT) == 0) {
            _meters[token] = _fresh(standard, uint32(word >> QUARANTINE_AT));
            assembly ("memory-safe") {
                word := sload(meter.slot)
            }
        }
        // Nothing overflows: 32 bits of seconds, and units of 16 assets of 128 bits.
        unchecked {
            uint256 quarantinedUntil = uint32(word >> QUARANTINE_AT);
            if (quarantinedUntil > block.timestamp) {
                revert CollectionQuarantined(token, uint32(quarantinedUntil));
            }
            uint256 cap = word >> CAP_AT;
            if (cap == NO_LIMIT) return;
            uint256 end = uint32(word) + uint256(uint16(word >> MINUTES_AT)) * 60;
            uint256 used = units;
            if (block.timestamp >= end) word = (word & ~uint256(type(uint32).max)) | block.timestamp;
            else used += uint88(word >> USED_AT);
            if (used > cap) revert LimitReached(token, end);
            word = (word & ~(uint256(type(uint88).max) << USED_AT)) | (used << USED_AT);
        }
        assembly ("memory-safe") {
            sstore(meter.slot, word)
        }
    }

    /// @dev What only passes through home is not counted, but does not move while the collection is stopped either.
    function _checkMoving(address token) internal view {
        uint32 until = _meters[token].quarantinedUntil;
        if (until > block.timestamp) revert CollectionQuarantined(token, until);
    }

    function _startMeter(address token, uint8 standard) internal {
        Meter memory m = _meters[token];
        if (m.windowMinutes == 0) _meters[token] = _fresh(standard, m.quarantinedUntil);
    }

    function _setLimit(address token, uint88 cap, uint16 windowMinutes) internal {
        (_meters[token].cap, _meters[token].windowMinutes) = (cap, windowMinutes);
    }

    /// @dev Also of a collection that nobody has seen yet: it keeps this when it gets its limit.
    function _quarantine(address token, uint32 until) internal {
        _meters[token].quarantinedUntil = until;
    }

    /// @dev Whether units could ever arrive at once, as far as this chain's own limit goes.
    function _fits(address token, uint8 standard, uint256 units) internal view returns (bool) {
        Meter memory m = _meters[token];
        if (m.windowMinutes == 0) m = _fresh(standard, 0);
        return m.cap == NO_LIMIT || units <= m.cap;
    }

    // ------------------------------------------------------------------------------------------------------ PRIVATE

    function _fresh(uint8 standard, uint32 quarantinedUntil) private view returns (Meter memory m) {
        m.quarantinedUntil = quarantinedUntil;
        Limit memory limit = _defaultLimit;
        bool limited = standard != STANDARD_ERC20 && limit.windowMinutes != 0;
        (m.cap, m.windowMinutes) = limited ? (limit.cap, limit.windowMinutes) : (NO_LIMIT, AN_HOUR);
    }
}
