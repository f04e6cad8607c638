// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";

/// @title What validators and people sign besides checkpoints: EIP-712 struct hashes
/// @dev Each becomes a digest by {DigestLib.typed}: a rotation in the zone's domain, everything else in a gateway's.
library ActLib {
    // ------------------------------------------------------------------------------------------------------ ROTATION

    bytes32 private constant ROTATION_TYPE =
        keccak256("Rotation(bytes32 zoneId,uint64 from,uint64 to,bytes32 setHash,uint16 k,uint64 validFrom)");

    function rotation(bytes32 zoneId, uint64 from, bytes32 setHash, uint16 k, uint64 validFrom)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(ROTATION_TYPE, zoneId, from, from + 1, setHash, k, validFrom));
    }

    // --------------------------------------------------------------------------------------------------------- LANES

    bytes32 private constant OPEN_LANE_TYPE =
        keccak256("OpenLane(uint64 nonce,uint64 epoch,uint64 counterpartChainId,address counterpartGateway)");
    bytes32 private constant RETIRE_LANE_TYPE =
        keccak256("RetireLane(uint64 nonce,uint64 counterpartChainId)");
    bytes32 private constant SET_TERMS_TYPE = keccak256(
        "SetTerms(uint64 nonce,uint64 counterpartChainId,uint96 fee,address collector,uint32 quota)"
    );

    function openLane(uint64 nonce, uint64 epoch, uint64 chainId, address gateway)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(OPEN_LANE_TYPE, nonce, epoch, chainId, gateway));
    }

    function retireLane(uint64 nonce, uint64 chainId) internal pure returns (bytes32) {
        return keccak256(abi.encode(RETIRE_LANE_TYPE, nonce, chainId));
    }

    function setTerms(uint64 nonce, uint64 chainId, uint96 fee, address collector, uint32 quota)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(SET_TERMS_TYPE, nonce, chainId, fee, collector, quota));
    }

    // --------------------------------------------------------------------------------------------------------- RULES

    bytes32 private constant SET_LIMIT_TYPE =
        keccak256("SetLimit(uint64 nonce,address token,uint88 cap,uint16 windowMinutes)");
    bytes32 private constant SET_DEFAULT_LIMIT_TYPE =
        keccak256("SetDefaultLimit(uint64 nonce,uint88 cap,uint16 windowMinutes)");
    bytes32 private constant LIST_TOKEN_TYPE =
        keccak256("ListToken(uint64 nonce,address token,uint8 class,uint88 cap,uint16 windowMinutes)");
    bytes32 private constant PROPOSE_POLICY_TYPE = keccak256("ProposePolicy(uint64 nonce,address policy)");

    function setLimit(uint64 nonce, address token, uint88 cap, uint16 windowMinutes)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(SET_LIMIT_TYPE, nonce, token, cap, windowMinutes));
    }

    function setDefaultLimit(uint64 nonce, uint88 cap, uint16 windowMinutes) internal pure returns (bytes32) {
        return keccak256(abi.encode(SET_DEFAULT_LIMIT_TYPE, nonce, cap, windowMinutes));
    }

    function listToken(uint64 nonce, address token, uint8 class, uint88 cap, uint16 windowMinutes)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(LIST_TOKEN_TYPE, nonce, token, class, cap, windowMinutes));
    }

    function proposePolicy(uint64 nonce, address policy) internal pure returns (bytes32) {
        return keccak256(abi.encode(PROPOSE_POLICY_TYPE, nonce, policy));
    }

    // -------------------------------------------------------------------------------------------------------- PAUSES

    bytes32 private constant PAUSE_TYPE = keccak256(
        "Pause(address validator,uint64 counterpartChainId,address token,uint24 duration,uint64 nonce)"
    );
    bytes32 private constant EXTEND_PAUSE_TYPE =
        keccak256("ExtendPause(uint64 nonce,uint64 counterpartChainId,address token,uint40 until)");
    bytes32 private constant LIFT_PAUSE_TYPE =
        keccak256("LiftPause(uint64 nonce,uint64 counterpartChainId,address token)");

    /// @dev The nonce is the validator's own, not the council's.
    function pause(address validator, uint64 chainId, address token, uint24 duration, uint64 nonce)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(PAUSE_TYPE, validator, chainId, token, duration, nonce));
    }

    function extendPause(uint64 nonce, uint64 chainId, address token, uint40 until)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(EXTEND_PAUSE_TYPE, nonce, chainId, token, until));
    }

    function liftPause(uint64 nonce, uint64 chainId, address token) internal pure returns (bytes32) {
        return keccak256(abi.encode(LIFT_PAUSE_TYPE, nonce, chainId, token));
    }

    // -------------------------------------------------------------------------------------------------------- REPAIR

    bytes32 private constant HALT_TYPE =
        keccak256("Halt(uint64 nonce,bytes32 laneId,uint64 sequence,bytes32 head)");
    bytes32 private constant RE_ANCHOR_TYPE = keccak256(
        "ReAnchor(uint64 nonce,bytes32 laneId,uint64 anchor,uint64 commonSequence,bytes32 commonHead,bytes32 nextHash)"
    );

    function halt(uint64 nonce, bytes32 laneId, uint64 sequence, bytes32 head)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(HALT_TYPE, nonce, laneId, sequence, head));
    }

    /// @param anchor the one that the lane gets
    function reAnchor(
        uint64 nonce,
        bytes32 laneId,
        uint64 anchor,
        uint64 commonSequence,
        bytes32 commonHead,
        bytes32 nextHash
    ) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(RE_ANCHOR_TYPE, nonce, laneId, anchor, commonSequence, commonHead, nextHash)
        );
    }

    // ----------------------------------------------------------------------------------------------------- WIND-DOWN

    bytes32 private constant PROPOSE_WIND_DOWN_TYPE = keccak256(
        "ProposeWindDown(uint64 nonce,uint64 counterpartChainId,uint64 sequence,bytes32 holdersRoot,bytes32 evidence)"
    );
    bytes32 private constant CANCEL_WIND_DOWN_TYPE =
        keccak256("CancelWindDown(uint64 nonce,uint64 counterpartChainId)");
    bytes32 private constant CLAIM_TYPE = keccak256("Claim(bytes32 leaf,address recipient,uint40 expiry)");

    function proposeWindDown(uint64 nonce, uint64 chainId, uint64 sequence, bytes32 root, bytes32 evidence)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(PROPOSE_WIND_DOWN_TYPE, nonce, chainId, sequence, root, evidence));
    }

    function cancelWindDown(uint64 nonce, uint64 chainId) internal pure returns (bytes32) {
        return keccak256(abi.encode(CANCEL_WIND_DOWN_TYPE, nonce, chainId));
    }

    /// @dev A holder's word about where a holding goes.
    function claim(bytes32 leaf, address recipient, uint40 expiry) internal pure returns (bytes32) {
        return keccak256(abi.encode(CLAIM_TYPE, leaf, recipient, expiry));
    }

    // -------------------------------------------------------------------------------------------------------- PEOPLE

    bytes32 private constant REDIRECT_TYPE =
        keccak256("Redirect(bytes32 messageId,address recipient,uint40 expiry)");
    bytes32 private constant SEND_TYPE = keccak256(
        "Send(address sender,uint64 destinationChainId,address token,uint256[] ids,uint256[] amounts,address recipient,address refundAccount,uint40 deadline,bytes ref,uint256 nonce,uint40 expiry)"
    );

    function redirect(bytes32 messageId, address recipient, uint40 expiry) internal pure returns (bytes32) {
        return keccak256(abi.encode(REDIRECT_TYPE, messageId, recipient, expiry));
    }

    function sendIntent(IOutbox.SendRequest calldata request, IIntents.Intent calldata intent)
        internal
        pure
        returns (bytes32)
    {
        // In two halves, which are words both: all at once are too many for the stack.
        bytes memory head = abi.encode(
            SEND_TYPE,
            intent.sender,
            request.destinationChainId,
            request.token,
            keccak256(abi.encodePacked(request.ids)),
            keccak256(abi.encodePacked(request.amounts))
        );
        bytes memory tail = abi.encode(
            request.recipient,
            request.refundAccount,
            request.deadline,
            keccak256(request.ref),
            intent.nonce,
            intent.expiry
        );
        return keccak256(bytes.concat(head, tail));
    }
}
