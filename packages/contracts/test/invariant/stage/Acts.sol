// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {IWindDown} from "../../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {Thieves} from "./Thieves.sol";

/// @title The council's acts, as thieves would like them
abstract contract Acts is Thieves {
    uint256 internal constant ACTS = 12;

    /// @dev Of each of the council's acts one that would be welcome to a thief, and is in order but for its signatures.
    function _act(uint256 which, uint256 side, uint256 other, bytes memory signatures)
        internal
        returns (bytes32 digest, bytes memory call)
    {
        if (which == 0) return _rotation(side, signatures);
        bytes32 struct_;
        (struct_, call) =
            which < 7 ? _rule(which, side, other, signatures) : _emergency(which, side, other, signatures);
        digest = digestAt(sides[side], struct_);
    }

    function _rotation(uint256 side, bytes memory signatures)
        private
        returns (bytes32 digest, bytes memory call)
    {
        address[] memory next = addressesOf(membersOf(99));
        uint40 now_ = uint40(clock);
        digest = rotationDigest(epochAt(side), next, QUORUM, now_);
        call = abi.encodeCall(ICouncil.rotate, (next, QUORUM, now_, signatures));
    }

    function _rule(uint256 which, uint256 side, uint256 other, bytes memory signatures)
        private
        view
        returns (bytes32, bytes memory)
    {
        (uint64 n, uint64 chain) = (nonce(sides[side]), sides[other].id);
        address token = assets[0].token;
        if (which == 1) {
            bytes32 opening = ActLib.openLane(n, epochAt(side), 99, MALLORY);
            return (opening, abi.encodeCall(ICouncil.openLane, (epochAt(side), 99, MALLORY, signatures)));
        }
        if (which == 2) {
            return (ActLib.retireLane(n, chain), abi.encodeCall(ICouncil.retireLane, (chain, signatures)));
        }
        if (which == 3) {
            return (
                ActLib.setTerms(n, chain, 0.01 ether, MALLORY, 1),
                abi.encodeCall(ICouncil.setTerms, (chain, 0.01 ether, MALLORY, 1, signatures))
            );
        }
        if (which == 4) {
            return (
                ActLib.setLimit(n, token, 1, 1_000),
                abi.encodeCall(ICouncil.setLimit, (token, 1, 1_000, signatures))
            );
        }
        if (which == 5) {
            return (
                ActLib.setDefaultLimit(n, 1, 1_000),
                abi.encodeCall(ICouncil.setDefaultLimit, (1, 1_000, signatures))
            );
        }
        return (
            ActLib.listToken(n, token, 0, 0, 0),
            abi.encodeCall(ICouncil.listToken, (token, 0, 0, 0, signatures))
        );
    }

    function _emergency(uint256 which, uint256 side, uint256 other, bytes memory signatures)
        private
        view
        returns (bytes32, bytes memory)
    {
        (uint64 n, uint64 chain, uint40 until) =
            (nonce(sides[side]), sides[other].id, uint40(clock + 14 days));
        bytes32 laneId = lane(other, side);
        if (which == 7) {
            return (
                ActLib.proposePolicy(n, address(policy)),
                abi.encodeCall(ICouncil.proposePolicy, (address(policy), signatures))
            );
        }
        if (which == 8) {
            return (
                ActLib.extendPause(n, chain, address(0), until),
                abi.encodeCall(ICouncil.extendPause, (chain, address(0), until, signatures))
            );
        }
        if (which == 9) {
            return (
                ActLib.liftPause(n, chain, address(0)),
                abi.encodeCall(ICouncil.liftPause, (chain, address(0), signatures))
            );
        }
        if (which == 10) {
            return (
                ActLib.halt(n, laneId, 1, "other"),
                abi.encodeCall(ICouncil.halt, (laneId, 1, "other", signatures))
            );
        }
        uint64 delivered = sides[side].gateway.inboundLane(laneId).delivered;
        return (
            ActLib.proposeWindDown(n, chain, delivered, "root", "last"),
            abi.encodeCall(IWindDown.proposeWindDown, (chain, delivered, "root", "last", signatures))
        );
    }
}
