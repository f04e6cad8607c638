// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {IWindDown} from "../../../src/interfaces/IWindDown.sol";
import {DigestLib} from "../../../src/libraries/DigestLib.sol";
import {QuorumLib} from "../../../src/libraries/QuorumLib.sol";
import {Acts} from "./Acts.sol";

/// @title k - 1 validators who want everything: each act of the council, rotations, checkpoints, and longer pauses
/// @notice They bring what they lack in every disguise: nothing, one of themselves twice, a stranger, a member of an
/// earlier set, and what a true quorum signed for another gateway.
abstract contract Minority is Acts {
    struct Grant {
        address validator;
        uint256 side;
        uint256 from;
        uint256 duration;
    }

    Grant[] internal grants;

    function minorityActs() internal {
        act(this.actAlone.selector);
        act(this.attestAlone.selector);
        act(this.pauseLong.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function actAlone(uint256 seed, uint256 disguise) external {
        (uint256 other, uint256 side) = pickLane(seed);
        at(side);
        uint256 which = pick(seed, 4, ACTS);
        (bytes32 digest, bytes memory call) = _act(which, side, other, "");
        bytes memory signatures =
            _disguised(side, other, digest, _digestElsewhere(which, side, other), disguise);
        (, call) = _act(which, side, other, signatures);
        expectRefused(MALLORY, address(sides[side].gateway), call, _unsigned());
    }

    /// @dev A message that nobody sent.
    function attestAlone(uint256 seed, uint256 disguise) external {
        (uint256 from, uint256 to) = pickLane(seed);
        at(to);
        (, uint64 total) = _range(from, to);
        bytes memory message = forged(from, to, pick(seed, 3, assets.length), 1, MALLORY);
        bytes32 laneId = lane(from, to);
        bytes32 head = keccak256(abi.encodePacked(headOf(laneId, total), keccak256(message)));
        bytes32 digest = _checkpoint(laneId, sides[to].gateway.inboundLane(laneId).anchor, total + 1, head);
        bytes32 elsewhere = _checkpoint(laneId, 1, total + 1, head);
        bytes memory signatures = _disguised(to, from, digest, elsewhere, disguise);
        expectRefused(
            MALLORY,
            address(sides[to].gateway),
            claimOf(laneId, total + 1, headOf(laneId, total), message, signatures),
            _unsigned()
        );
    }

    /// @dev As long as they like; hours are theirs.
    function pauseLong(uint256 seed, uint256 time) external {
        (uint256 other, uint256 side) = pickLane(seed);
        at(side);
        address validator = vm.addr(members[epochAt(side)][pick(seed, 2, 2)]);
        uint24 duration = uint24(bound(time, 1, 8 hours));
        (uint64 chainId, address token) = (0, address(0));
        if (pick(seed, 3, 3) == 0) chainId = sides[other].id;
        else if (pick(seed, 3, 3) == 1) token = tokenOn[pick(seed, 4, assets.length)][side];
        bytes memory call = abi.encodeCall(ICouncil.pause, (validator, chainId, token, duration, ""));
        if (!attempt(validator, address(sides[side].gateway), 0, call, _tooLong())) return;
        grants.push(Grant(validator, side, clock, duration));
    }

    // ----------------------------------------------------------------------------------------------------------- LAWS

    /// @dev Whether somebody was granted more than 6 hours that began within 7 days.
    function overspent() internal view returns (bool) {
        for (uint256 i; i < grants.length; ++i) {
            uint256 sum;
            for (uint256 j = i; j < grants.length; ++j) {
                bool same = grants[j].validator == grants[i].validator && grants[j].side == grants[i].side;
                if (same && grants[j].from < grants[i].from + 7 days) sum += grants[j].duration;
            }
            if (sum > 6 hours) return true;
        }
        return false;
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _disguised(uint256 side, uint256 other, bytes32 digest, bytes32 elsewhere, uint256 disguise)
        private
        returns (bytes memory signatures)
    {
        uint256[] memory some = members[epochAt(side)];
        signatures = signWith(some, QUORUM - 1, digest);
        disguise %= 5;
        if (disguise == 0) return signatures;
        if (disguise == 1) return bytes.concat(signatures, signature(some[QUORUM - 2], digest));
        if (disguise == 2) return bytes.concat(signatures, signature(uint256(elsewhere) >> 8 | 1, digest));
        if (disguise == 4) return bytes.concat(signatures, signature(some[QUORUM - 1], elsewhere));
        // Whoever was retired, or, where nobody was, whoever is to come.
        other = epochAt(side) == 0 ? 1 : epochAt(side) - 1;
        uint256[] memory retired = membersOf(uint64(other));
        return bytes.concat(signatures, signature(retired[VALIDATORS - 1], digest));
    }

    /// @dev The same act as the zone's other gateway would have it, which a quorum may well have signed.
    function _digestElsewhere(uint256 which, uint256 side, uint256 other) private returns (bytes32 digest) {
        if (which == 0) return keccak256("another rotation");
        at(other);
        (digest,) = _act(which, other, side, "");
        at(side);
    }

    function _checkpoint(bytes32 laneId, uint64 anchor, uint64 sequence, bytes32 head)
        private
        view
        returns (bytes32)
    {
        return DigestLib.checkpoint(DigestLib.zoneDomain(ZONE_ID), laneId, anchor, sequence, head);
    }

    function _tooLong() private pure returns (bytes memory) {
        return abi.encodePacked(ICouncil.PauseBudgetSpent.selector);
    }

    function _unsigned() private pure returns (bytes memory) {
        return abi.encodePacked(
            lanesReasons(),
            QuorumLib.SignatureCountWrong.selector,
            QuorumLib.SignerNotValidator.selector,
            QuorumLib.SignaturesUnordered.selector,
            ICouncil.RotationPending.selector,
            IWindDown.DeliveryIncomplete.selector
        );
    }
}
