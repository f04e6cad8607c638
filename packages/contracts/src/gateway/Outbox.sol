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
    STANDARD_ERC20
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
        TransferLib.Transfer memory transfer = _checked(request, sender);
        (transfer.homeChainId, transfer.homeToken, transfer.standard) = _homeOf(request.token);
        if (transfer.homeToken != address(0)) return _exit(request, transfer);

        (transfer.homeChainId, transfer.homeToken) = (uint64(block.chainid), request.token);
        transfer.standard = EscrowLib.standardOf(request.ids.length, request.amounts.length);
        return _enter(request, transfer, holder);
    }

    /// @dev A home token leaves home: policy has a say, and the vault must have it before the message says so.
    function _enter(
        IOutbox.SendRequest calldata request,
        TransferLib.Transfer memory transfer,
        address holder
    ) private returns (bytes32 messageId, uint256 fee) {
        uint64 to = request.destinationChainId;
        uint8 flags = _movingOutbound(to);
        if (flags & OUTBOUND_RETIRED != 0) revert ILanes.LaneIsRetired(to);
        if (flags & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, true);
        uint8 class = _classOf(transfer.standard, request.token);
        _admit(transfer, class, EscrowLib.units(transfer.standard, request.ids, request.amounts));
        bytes memory assets =
            _described(to, request.token, transfer.standard, class, request.ids, request.amounts);
        EscrowLib.pull(
            transfer.standard, request.token, holder, _vaultOf(to), request.ids, request.amounts
        );
        messageId = _append(to, TransferLib.encode(KIND_TRANSFER, transfer, request.ref, assets));
    }

    /// @dev A representation goes home, and perhaps on from there: nobody is asked.
    function _exit(IOutbox.SendRequest calldata request, TransferLib.Transfer memory transfer)
        private
        returns (bytes32 messageId, uint256 fee)
    {
        uint64 to = transfer.homeChainId;
        if (_movingOutbound(to) & OUTBOUND_TERMS != 0) fee = _toll(to, transfer.sender, false);
        uint8 kind = to == request.destinationChainId ? KIND_TRANSFER : KIND_FORWARD;
        EscrowLib.check(transfer.standard, request.ids, request.amounts);
        bytes memory assets = AssetLib.encodePlain(transfer.standard, request.ids, request.amounts);
        CUSTODY.burn(request.token, transfer.sender, request.ids, request.amounts);
        messageId = _append(to, TransferLib.encode(kind, transfer, request.ref, assets));
    }

    function _checked(IOutbox.SendRequest calldata request, address sender)
        private
        view
        returns (TransferLib.Transfer memory transfer)
    {
        if (request.recipient == address(0)) revert IOutbox.RecipientMissing();
        if (request.ref.length > MAX_REFERENCE) revert IOutbox.ReferenceTooLong(request.ref.length);
        if (request.destinationChainId == block.chainid) {
            revert ILanes.LaneNotOpen(request.destinationChainId);
        }
        transfer.count = EscrowLib.count(request.ids.length, request.amounts.length);
        transfer.deadline = _deadline(request.deadline);
        transfer.sourceChainId = uint64(block.chainid);
        transfer.sender = sender;
        transfer.refundAccount = request.refundAccount == address(0) ? sender : request.refundAccount;
        transfer.destinationChainId = request.destinationChainId;
        transfer.recipient = request.recipient;
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

    function _admit(TransferLib.Transfer memory t, uint8 class, uint256 units) internal view {
        address policy_ = _currentPolicy();
        if (policy_ == address(0)) return;
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
