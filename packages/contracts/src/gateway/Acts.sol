// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {IWindDown} from "../interfaces/IWindDown.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {QuorumLib} from "../libraries/QuorumLib.sol";
import {Outbound} from "../types/State.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title What all acts of the council have in common
abstract contract Acts is ICouncil, IWindDown, ZoneBase {
    using QuorumLib for QuorumLib.Sets;

    /// @dev Reverts unless a quorum signed the act, whose hash must bind {_councilNonce}. Uses the nonce up, so that no
    /// act counts twice, and none after one that was signed in its place.
    function _decide(bytes32 act, bytes calldata signatures) internal {
        QuorumLib.check(_sets.current(), DigestLib.typed(_gatewayDomain(), act), signatures);
        ++_councilNonce;
    }

    function _opened(uint64 chainId) internal view returns (Outbound storage lane) {
        lane = _outbound[chainId];
        if (lane.gateway == address(0)) revert ILanes.LaneNotOpen(chainId);
    }
}
