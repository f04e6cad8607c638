// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../interfaces/IOutbox.sol";
import {MetadataLib} from "../libraries/MetadataLib.sol";
import {UriLib} from "../libraries/UriLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";
import {OUTBOUND_TERMS} from "../types/State.sol";
import {Outbox} from "./Outbox.sol";

/// @title Saying again what a collection is, and taking out fees
abstract contract Announcing is Outbox {
    /// @dev See {IOutbox.announce}.
    function announce(uint64 destinationChainId, address token, uint8 standard, uint256 sampleId)
        external
        payable
        nonReentrant
        returns (bytes32 messageId)
    {
        bool tolled = _movingOutbound(destinationChainId) & OUTBOUND_TERMS != 0;
        uint256 fee = tolled ? _toll(destinationChainId, msg.sender, true) : 0;
        if (msg.value != fee) revert IOutbox.FeeWrong(fee, msg.value);
        (, address homeToken,) = _homeOf(token);
        if (homeToken != address(0) || token.code.length == 0) revert IOutbox.NotAHomeCollection(token);
        if (standard < STANDARD_ERC721 || standard > STANDARD_ERC20) revert IOutbox.TokenInvalid(token);
        uint8 class = _classOf(standard, token);
        bytes32 recordHash = UriLib.RECORD_ZERO;
        if (standard != STANDARD_ERC20) {
            recordHash = MetadataLib.recordHash(MetadataLib.read(token, standard, sampleId));
        }
        (uint16 number,) = _number(destinationChainId, token, recordHash);
        bool refresh = standard == STANDARD_ERC721 || standard == STANDARD_ERC1155;
        return _append(
            destinationChainId, READER.collectionMessage(token, standard, class, sampleId, number, refresh)
        );
    }

    /// @dev See {IOutbox.collectFees}.
    function collectFees(uint64 counterpartChainId) external nonReentrant {
        uint256 fees = _fees[counterpartChainId];
        address collector = _terms[counterpartChainId].collector;
        delete _fees[counterpartChainId];
        (bool ok,) = collector.call{value: fees}("");
        if (!ok || collector == address(0)) revert IOutbox.FeesNotTaken(collector);
    }
}
