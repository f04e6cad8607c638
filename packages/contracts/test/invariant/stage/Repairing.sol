// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {Deciding} from "./Deciding.sol";

/// @title A council that halts lanes, and lets them go on where they stood: the alarm was false
abstract contract Repairing is Deciding {
    function repairsAct() internal {
        act(this.haltOne.selector);
        act(this.goOn.selector);
    }

    function haltOne(uint256 seed) external {
        if (pick(seed, 5, 8) != 0) return;
        (uint256 from, uint256 to) = pickLane(seed);
        at(to);
        bytes32 laneId = lane(from, to);
        bytes memory signatures = decideAt(to, ActLib.halt(nonce(sides[to]), laneId, 1, "other"));
        _submit(to, abi.encodeCall(ICouncil.halt, (laneId, 1, "other", signatures)));
    }

    /// @dev What was claimed ahead, and what is parked, is what it was; older checkpoints are void.
    function goOn(uint256 seed) external {
        (uint256 from, uint256 to, bool found) = _halted();
        if (!found) return;
        clock += 3 days;
        at(to);
        bytes32 laneId = lane(from, to);
        ILanes.InboundLane memory inbound = sides[to].gateway.inboundLane(laneId);
        uint256 total = heads[laneId].length;
        uint64 common = uint64(inbound.delivered + pick(seed, 3, total - inbound.delivered + 1));
        bytes32 next = common == total ? bytes32(0) : keccak256(sent[laneId][common]);
        bytes memory signatures = decideAt(
            to,
            ActLib.reAnchor(
                nonce(sides[to]), laneId, inbound.anchor + 1, common, headOf(laneId, common), next
            )
        );
        bytes memory call = abi.encodeCall(
            ICouncil.reanchor, (laneId, common, headOf(laneId, common), next, new bytes32[](0), signatures)
        );
        _submit(to, call);
    }

    function _halted() private view returns (uint256 from, uint256 to, bool found) {
        for (uint256 i; i < sides.length * sides.length; ++i) {
            (from, to) = (i % sides.length, i / sides.length);
            if (from != to && sides[to].gateway.inboundLane(lane(from, to)).halted) return (from, to, true);
        }
    }
}
