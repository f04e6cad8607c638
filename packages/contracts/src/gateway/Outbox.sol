// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {MetadataReader} from "../MetadataReader.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {IMetadataReader} from "../interfaces/IMetadataReader.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {HeadLib} from "../libraries/HeadLib.sol";
import {IdLib} from "../libraries/IdLib.sol";
import {MetadataLib} from "../libraries/MetadataLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {UriLib} from "../libraries/UriLib.sol";
import {MAX_ASSETS, MAX_REFERENCE, STANDARD_ERC1155} from "../types/Protocol.sol";
import {ZoneBase} from "./ZoneBase.sol";

/// @title The part of the gateway that sends
abstract contract Outbox is ZoneBase {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    IMetadataReader private immutable READER;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @dev By lane, collection and record: one more than the record's number, so that zero means not announced yet.
    mapping(bytes32 key => uint256 numberPlusOne) private _records;
    /// @dev By lane and collection.
    mapping(bytes32 key => uint256 count) private _recordCounts;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        READER = new MetadataReader();
    }

    // ------------------------------------------------------------------------------------------------------ SENDING

    /// @inheritdoc IGateway
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32 messageId) {
        TransferLib.Transfer memory transfer = _checkedTransfer(request);
        bytes memory assets;
        (uint64 homeChainId, address homeToken,) = _homeOf(request.token);
        if (homeToken == address(0)) {
            (transfer.homeChainId, transfer.homeToken) = (uint64(block.chainid), request.token);
            assets = _described(request.destinationChainId, request.token, request.ids);
            _escrow(request.token, request.ids, _vaultOf(request.destinationChainId));
        } else {
            if (homeChainId != request.destinationChainId) {
                revert ForwardUnsupported(homeChainId, request.destinationChainId);
            }
            (transfer.homeChainId, transfer.homeToken) = (homeChainId, homeToken);
            assets = AssetLib.encodePlain(request.ids);
            CUSTODY.burn(request.token, msg.sender, request.ids);
        }
        return _append(request.destinationChainId, TransferLib.encode(transfer, request.ref, assets));
    }

    /// @inheritdoc IGateway
    function announce(uint64 destinationChainId, address token, uint256 sampleId)
        external
        nonReentrant
        returns (bytes32 messageId)
    {
        if (_outbound[destinationChainId].gateway == address(0)) {
            revert LaneNotOpen(destinationChainId);
        }
        (, address homeToken,) = _homeOf(token);
        if (homeToken != address(0) || token.code.length == 0) revert NotAHomeCollection(token);
        bytes32 recordHash = MetadataLib.recordHash(MetadataLib.read(token, sampleId));
        (uint16 number,) = _number(destinationChainId, token, recordHash);
        return _append(destinationChainId, READER.collectionMessage(token, sampleId, number, true));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _checkedTransfer(SendRequest calldata request)
        private
        view
        returns (TransferLib.Transfer memory transfer)
    {
        uint256 count = request.ids.length;
        if (msg.value != 0) revert FeeWrong(0, msg.value);
        if (_outbound[request.destinationChainId].gateway == address(0)) {
            revert LaneNotOpen(request.destinationChainId);
        }
        if (request.amounts.length != 0) revert StandardUnsupported(STANDARD_ERC1155);
        if (count == 0 || count > MAX_ASSETS) revert AssetCountInvalid(count);
        if (request.recipient == address(0)) revert RecipientMissing();
        if (request.ref.length > MAX_REFERENCE) revert ReferenceTooLong(request.ref.length);
        transfer.count = uint8(count);
        transfer.deadline = _deadline(request.deadline);
        transfer.sourceChainId = uint64(block.chainid);
        transfer.sender = msg.sender;
        transfer.refundAccount = request.refundAccount == address(0) ? msg.sender : request.refundAccount;
        transfer.destinationChainId = request.destinationChainId;
        transfer.recipient = request.recipient;
    }

    function _deadline(uint40 wanted) private view returns (uint40) {
        uint40 now_ = uint40(block.timestamp);
        if (wanted == 0) return now_ + DEFAULT_DEADLINE;
        if (wanted < now_ + MIN_DEADLINE || wanted > now_ + MAX_DEADLINE) {
            revert DeadlineOutOfBounds(wanted, now_ + MIN_DEADLINE, now_ + MAX_DEADLINE);
        }
        return wanted;
    }

    /// @dev Believes the token's answer, not its silence: a transfer that "succeeded" may have done nothing.
    function _escrow(address token, uint256[] calldata ids, address vault) private {
        for (uint256 i; i < ids.length; ++i) {
            IERC721(token).transferFrom(msg.sender, vault, ids[i]);
            if (IERC721(token).ownerOf(ids[i]) != vault) revert TokenNotReceived(token, ids[i]);
        }
    }

    /// @dev The assets with their metadata, after announcing what the destination does not know yet.
    function _described(uint64 chainId, address token, uint256[] calldata ids)
        private
        returns (bytes memory assets)
    {
        MetadataLib.Record[] memory records;
        (records, assets) = MetadataLib.describe(token, ids);
        uint16[] memory numbers = new uint16[](records.length);
        for (uint256 i; i < records.length; ++i) {
            bool isNew;
            (numbers[i], isNew) = _number(chainId, token, records[i].hash);
            if (isNew) {
                _append(chainId, READER.collectionMessage(token, records[i].sampleId, numbers[i], false));
            }
        }
        AssetLib.renumber(assets, numbers);
    }

    /// @dev The number of a record on a lane, given to it now if it has none.
    function _number(uint64 chainId, address token, bytes32 recordHash)
        private
        returns (uint16 number, bool isNew)
    {
        bytes32 key = keccak256(abi.encode(chainId, token, recordHash));
        uint256 known = _records[key];
        if (known != 0) return (uint16(known - 1), false);
        if (recordHash != UriLib.RECORD_ZERO) {
            uint256 count = ++_recordCounts[keccak256(abi.encode(chainId, token))];
            if (count > type(uint16).max) revert RecordsExhausted(token);
            number = uint16(count);
        }
        _records[key] = uint256(number) + 1;
        return (number, true);
    }

    function _append(uint64 chainId, bytes memory message) internal returns (bytes32 head) {
        Outbound storage lane = _outbound[chainId];
        head = HeadLib.append(lane.head, keccak256(message));
        lane.head = head;
        emit MessageSent(_outboundLaneId(chainId, lane.gateway), ++lane.count, head, message);
    }

    function _outboundLaneId(uint64 chainId, address counterpart) internal view returns (bytes32) {
        return IdLib.laneId(zoneId, uint64(block.chainid), address(this), chainId, counterpart);
    }
}
