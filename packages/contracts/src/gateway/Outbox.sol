// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILanes} from "../interfaces/ILanes.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {IPolicy} from "../interfaces/IPolicy.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {EscrowLib} from "../libraries/EscrowLib.sol";
import {PolicyLib} from "../libraries/PolicyLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {
    CLASS_NFT,
    KIND_FORWARD,
    KIND_TRANSFER,
    MAX_REFERENCE,
    STANDARD_ERC20,
    STANDARD_ERC721
} from "../types/Protocol.sol";
import {OUTBOUND_RETIRED, OUTBOUND_TERMS, Outbound} from "../types/State.sol";
import {Admission} from "./Admission.sol";
import {Describing} from "./Describing.sol";
import {Toll} from "./Toll.sol";

/// @title Sending, for whoever was found to be the sender
abstract contract Outbox is Describing, Admission, Toll {
    using TransferLib for TransferLib.Transfer;

    /// @dev The home of what is sent decides what becomes of the request. `holder` is where the tokens are: the sender, or
    /// this gateway where an authorization brought them.
    function _send(IOutbox.SendRequest calldata request, address sender, address holder)
        internal
        returns (bytes32 messageId, uint256 fee)
    {
        // Read once: each time the compiler looks whether they lie within the call.
        (address token, uint256[] calldata ids, uint256[] calldata amounts) =
            (request.token, request.ids, request.amounts);
        TransferLib.Transfer memory transfer = _checked(request, sender);
        transfer.count = EscrowLib.count(ids.length, amounts.length);
        (transfer.homeChainId, transfer.homeToken, transfer.standard) = _homeOf(token);
        if (transfer.homeToken != address(0)) return _exit(request, transfer, ids, amounts);

        (transfer.homeChainId, transfer.homeToken) = (uint64(block.chainid), token);
        transfer.standard = EscrowLib.standardOf(ids.length, amounts.length);
        return _enter(request, transfer, holder, ids, amounts);
    }

    /// @dev A home token leaves home: policy has a say, and the vault must have it before the message says so.
    function _enter(
        IOutbox.SendRequest calldata request,
        TransferLib.Transfer memory transfer,
        address holder,
        uint256[] calldata ids,
        uint256[] calldata amounts
    ) private returns (bytes32 messageId, uint256 fee) {
        (uint64 to, address token, uint8 standard) =
            (transfer.destinationChainId, transfer.homeToken, transfer.standard);
        uint8 flags = _movingOutbound(to);
        if (flags != 0) {
            if (flags & OUTBOUND_RETIRED != 0) revert ILanes.LaneIsRetired(to);
            if (flags & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, true);
        }
        // A call to no code succeeds, and does nothing.
        if (token.code.length == 0) revert IOutbox.TokenInvalid(token);
        uint8 class = _admitted(transfer, EscrowLib.units(standard, ids, amounts));
        bytes memory assets = _described(to, token, standard, class, ids, amounts);
        EscrowLib.pull(standard, token, holder, _vaultOf(to), ids, amounts);
        messageId = _append(to, TransferLib.encode(KIND_TRANSFER, transfer, request.ref, assets));
    }

    /// @dev A representation goes home, and perhaps on from there: nobody is asked.
    function _exit(
        IOutbox.SendRequest calldata request,
        TransferLib.Transfer memory transfer,
        uint256[] calldata ids,
        uint256[] calldata amounts
    ) private returns (bytes32 messageId, uint256 fee) {
        uint64 to = transfer.homeChainId;
        if (_movingOutbound(to) & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, false);
        uint8 kind = to == transfer.destinationChainId ? KIND_TRANSFER : KIND_FORWARD;
        EscrowLib.check(transfer.standard, ids, amounts);
        bytes memory assets = AssetLib.encodePlain(transfer.standard, ids, amounts);
        CUSTODY.burn(request.token, transfer.sender, ids, amounts);
        messageId = _append(to, TransferLib.encode(kind, transfer, request.ref, assets));
    }

    function _checked(IOutbox.SendRequest calldata request, address sender)
        private
        view
        returns (TransferLib.Transfer memory transfer)
    {
        (address recipient, address refundAccount) = (request.recipient, request.refundAccount);
        uint64 to = request.destinationChainId;
        uint256 length = request.ref.length;
        if (recipient == address(0)) revert IOutbox.RecipientMissing();
        if (length > MAX_REFERENCE) revert IOutbox.ReferenceTooLong(length);
        if (to == block.chainid) revert ILanes.LaneNotOpen(to);
        transfer.deadline = _deadline(request.deadline);
        transfer.sourceChainId = uint64(block.chainid);
        transfer.sender = sender;
        // The sender is what a message means that names nobody, in 20 bytes that cost less.
        if (refundAccount != sender) transfer.refundAccount = refundAccount;
        (transfer.destinationChainId, transfer.recipient) = (to, recipient);
    }

    function _deadline(uint40 wanted) private view returns (uint40) {
        uint40 now_ = uint40(block.timestamp);
        if (wanted == 0) return now_ + DEFAULT_DEADLINE;
        if (wanted < now_ + MIN_DEADLINE || wanted > now_ + MAX_DEADLINE) {
            revert IOutbox.DeadlineOutOfBounds(wanted, now_ + MIN_DEADLINE, now_ + MAX_DEADLINE);
        }
        return wanted;
    }

    function _movingOutbound(uint64 chainId) internal view returns (uint8 flags) {
        Outbound storage lane = _outbound[chainId];
        if (lane.gateway == address(0)) revert ILanes.LaneNotOpen(chainId);
        uint40 until = lane.pausedUntil;
        if (until > block.timestamp) revert ILanes.LaneIsPaused(chainId, until);
        return lane.flags;
    }

    function _classOf(uint8 standard, address token) internal view returns (uint8 class) {
        if (standard != STANDARD_ERC20) return CLASS_NFT;
        class = _classes[token];
        if (class == 0) revert IOutbox.TokenNotListed(token);
    }

    /// @dev The class of a home token that may leave: listed where it must be, not more than could come home, and let in by
    /// the policy.
    function _admitted(TransferLib.Transfer memory t, uint256 units) internal view returns (uint8 class) {
        class = _classOf(t.standard, t.homeToken);
        // One NFT always fits.
        bool mayExceed = units > 1 || t.standard != STANDARD_ERC721;
        if (mayExceed && !CUSTODY.fits(t.homeToken, t.standard, units)) {
            revert IOutbox.AmountOverLimit(t.homeToken, units);
        }
        address policy_ = _currentPolicy();
        if (policy_ == address(0)) return class;
        PolicyLib.admit(
            policy_,
            IPolicy.Entry({
                class: class,
                standard: t.standard,
                homeChainId: t.homeChainId,
                homeToken: t.homeToken,
                sourceChainId: t.sourceChainId,
                sender: t.sender,
                destinationChainId: t.destinationChainId,
                recipient: t.recipient,
                units: units
            })
        );
    }
}
