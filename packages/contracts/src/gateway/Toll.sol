// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title What a lane asks of a send, against spam
abstract contract Toll is ZoneBase {
    /// @dev The fee that is due, after counting the send. A quota is for entries only: an exit is never refused.
    function _toll(uint64 chainId, address sender, bool isEntry) internal returns (uint256 fee) {
        ICouncil.Terms memory terms = _terms[chainId];
        fee = terms.fee;
        if (fee != 0) _fees[chainId] += fee;
        if (isEntry && terms.quota != 0) _count(chainId, sender, terms.quota);
    }

    function _count(uint64 chainId, address sender, uint32 quota) private {
        bytes32 key = keccak256(abi.encode(chainId, sender));
        uint256 used = _quotaUsed[key];
        uint256 today = block.timestamp / 1 days;
        uint256 sends = used >> 32 == today ? uint32(used) : 0;
        if (sends >= quota) revert IOutbox.QuotaSpent(sender, quota);
        _quotaUsed[key] = (today << 32) | (sends + 1);
    }
}
