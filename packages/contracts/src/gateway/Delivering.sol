// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../interfaces/ICustody.sol";
import {IInbox} from "../interfaces/IInbox.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {IPolicy} from "../interfaces/IPolicy.sol";
import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {ReturnLib} from "../libraries/ReturnLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {CLASS_NFT, KIND_FORWARD, KIND_TRANSFER, STANDARD_ERC20} from "../types/Protocol.sol";
import {INBOUND_CLOSED, INBOUND_HALTED, Inbound} from "../types/State.sol";
import {Admission} from "./Admission.sol";
import {Appending} from "./Appending.sol";

/// @title What delivering, claiming, retrying and redirecting have in common
abstract contract Delivering is Appending, Admission {
    using TransferLib for bytes;

    /// @dev An inbound lane over which something may arrive now.
    function _movingInbound(bytes32 laneId) internal view returns (Inbound memory lane) {
        lane = _inbound[laneId];
        if (lane.originChainId == 0) revert ILanes.LaneUnknown(laneId);
        if (lane.pausedUntil > block.timestamp) {
            revert ILanes.LaneIsPaused(lane.originChainId, lane.pausedUntil);
        }
        if (lane.flags & INBOUND_HALTED != 0) revert ILanes.LaneIsHalted(laneId);
    }

    function _openInbound(bytes32 laneId) internal view returns (Inbound memory lane) {
        lane = _movingInbound(laneId);
        if (lane.flags & INBOUND_CLOSED != 0) revert ILanes.LaneIsClosed(lane.originChainId);
    }

    /// @dev Returns have no deadline, and a message that makes no sense has none that could be read.
    function _expired(bytes calldata message) internal view returns (bool) {
        uint8 kind = message.kind();
        return (kind == KIND_TRANSFER || kind == KIND_FORWARD) && message.isWhole()
            && block.timestamp > message.deadline();
    }

    /// @dev Ends a message after its deadline: what it carried goes back the way it came.
    function _return(bytes32 laneId, uint64 originChainId, bytes32 messageId, bytes calldata message) internal {
        bytes32 returnId = _append(originChainId, ReturnLib.of(message, messageId));
        emit IInbox.MessageReturned(laneId, messageId, returnId);
    }

    /// @dev Whether the message would make representations for somebody: then, and only then, policy has a say.
    function _isEntry(uint64 originChainId, bytes calldata message) internal pure returns (bool) {
        return message.kind() == KIND_TRANSFER && message.isWhole() && message.homeChainId() == originChainId;
    }

    /// @dev Why the policy refuses an entry, zero if it does not.
    function _refusal(bytes calldata message, address recipient) internal view returns (bytes32) {
        address policy = _currentPolicy();
        if (policy == address(0)) return 0;
        (uint8 standard, uint64 homeChainId, address homeToken) =
            (message.standard(), message.homeChainId(), message.homeToken());
        uint8 class = CLASS_NFT;
        if (standard == STANDARD_ERC20) {
            address token = CloneLib.representation(
                REPRESENTATION20, address(CUSTODY), homeChainId, homeToken, standard
            );
            // Nothing is known about it yet: the custody refuses it by that name.
            if (token.code.length == 0) return 0;
            class = IRepresentation(token).class();
        }
        return _ask(
            policy,
            IPolicy.Entry({
                class: class,
                standard: standard,
                homeChainId: homeChainId,
                homeToken: homeToken,
                sourceChainId: message.sourceChainId(),
                sender: message.sender(),
                destinationChainId: uint64(block.chainid),
                recipient: recipient,
                units: AssetLib.units(message.assets(), standard, message.count())
            })
        );
    }

    // ------------------------------------------------------------------------------------------------------- CLAIMS

    /// @dev Up to where an anchor's fork began, claims are marked under the anchor before it.
    function _isClaimed(bytes32 laneId, uint256 anchor, uint256 sequence) internal view returns (bool) {
        uint256 word = _claimed[laneId][_anchorOf(laneId, anchor, sequence)][sequence >> 8];
        return (word >> (sequence & 255)) & 1 != 0;
    }

    function _anchorOf(bytes32 laneId, uint256 anchor, uint256 sequence) internal view returns (uint256) {
        while (anchor != 0 && sequence <= _forkedAt[laneId][anchor]) {
            --anchor;
        }
        return anchor;
    }
}
