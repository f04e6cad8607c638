// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IHub} from "../interfaces/IHub.sol";
import {ILanes} from "../interfaces/ILanes.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {EscrowLib} from "../libraries/EscrowLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {KIND_TRANSFER} from "../types/Protocol.sol";
import {OUTBOUND_RETIRED} from "../types/State.sol";
import {Outbox} from "./Outbox.sol";

/// @title The part of the gateway that sends
abstract contract Sending is IOutbox, IHub, Outbox {
    /// @inheritdoc IOutbox
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32 messageId) {
        uint256 fee;
        (messageId, fee) = _send(request, msg.sender, msg.sender);
        if (msg.value != fee) revert FeeWrong(fee, msg.value);
    }

    /// @inheritdoc IOutbox
    function sendMany(SendRequest[] calldata requests)
        external
        payable
        nonReentrant
        returns (bytes32[] memory messageIds)
    {
        messageIds = new bytes32[](requests.length);
        uint256 fees;
        for (uint256 i; i < requests.length; ++i) {
            uint256 fee;
            (messageIds[i], fee) = _send(requests[i], msg.sender, msg.sender);
            fees += fee;
        }
        if (msg.value != fees) revert FeeWrong(fees, msg.value);
    }

    // ------------------------------------------------------------------------------------------------------ AT HOME

    /// @inheritdoc IHub
    function onward(bytes calldata forward, uint256[] calldata ids, uint256[] calldata amounts) external {
        _onlyCustody();
        TransferLib.Transfer memory transfer = TransferLib.decode(forward);
        (uint64 to, address token) = (transfer.destinationChainId, transfer.homeToken);
        if (_movingOutbound(to) & OUTBOUND_RETIRED != 0) revert ILanes.LaneIsRetired(to);
        uint8 class = _admitted(transfer, EscrowLib.units(transfer.standard, ids, amounts));
        bytes memory assets = _described(to, token, transfer.standard, class, ids, amounts);
        _append(to, TransferLib.encode(KIND_TRANSFER, transfer, TransferLib.ref(forward), assets));
    }

    /// @inheritdoc IHub
    function passOn(uint64 refundChainId, bytes calldata returned) external {
        _onlyCustody();
        _append(refundChainId, returned);
    }

    function _onlyCustody() private view {
        if (msg.sender != address(CUSTODY)) revert CallerNotCustody(msg.sender);
    }
}
