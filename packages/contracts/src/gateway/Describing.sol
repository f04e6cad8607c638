// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../interfaces/IOutbox.sol";
import {MetadataLib} from "../libraries/MetadataLib.sol";
import {UriLib} from "../libraries/UriLib.sol";
import {FORM_EXACT} from "../types/MetadataRef.sol";
import {MAX_EXACT_URIS, STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";
import {Appending} from "./Appending.sol";

/// @title Saying what a home token is, before it arrives
abstract contract Describing is Appending {
    /// @dev The assets with their metadata, after announcing what the destination does not know yet.
    function _described(
        uint64 chainId,
        address token,
        uint8 standard,
        uint8 class,
        uint256[] calldata ids,
        uint256[] calldata amounts
    ) internal returns (bytes memory assets) {
        if (standard == STANDARD_ERC20) {
            (, bool unknown) = _number(chainId, token, UriLib.RECORD_ZERO);
            if (unknown) _announceRecord(chainId, token, standard, class, 0, 0);
            return abi.encodePacked(uint128(amounts[0]));
        }
        bytes32 last;
        uint16 number;
        uint256 texts;
        for (uint256 i; i < ids.length; ++i) {
            MetadataLib.Token memory t = MetadataLib.read(token, standard, ids[i]);
            if (t.cut.form == FORM_EXACT) texts += t.uri.length;
            bytes32 hash = MetadataLib.recordHash(t);
            // Tokens of one collection nearly always agree.
            if (hash != last) {
                bool isNew;
                (number, isNew) = _number(chainId, token, hash);
                if (isNew) _announceRecord(chainId, token, standard, class, ids[i], number);
                last = hash;
            }
            bytes memory asset = standard == STANDARD_ERC721
                ? MetadataLib.asset(ids[i], t, number)
                : MetadataLib.units(ids[i], amounts[i], t, number);
            assets = i == 0 ? asset : bytes.concat(assets, asset);
        }
        if (texts > MAX_EXACT_URIS) revert MetadataLib.UrisTooLong(texts);
    }

    /// @dev The number of a record on a lane, given to it now if it has none.
    function _number(uint64 chainId, address token, bytes32 recordHash)
        internal
        returns (uint16 number, bool isNew)
    {
        bytes32 key = keccak256(abi.encode(chainId, token, recordHash));
        uint256 known = _records[key];
        if (known != 0) return (uint16(known - 1), false);
        if (recordHash != UriLib.RECORD_ZERO) {
            uint256 count = ++_recordCounts[keccak256(abi.encode(chainId, token))];
            if (count > type(uint16).max) revert IOutbox.RecordsExhausted(token);
            number = uint16(count);
        }
        _records[key] = uint256(number) + 1;
        return (number, true);
    }

    /// @dev Whoever makes a collection known pays for its meter too: those who come home later find it there.
    function _announceRecord(
        uint64 chainId,
        address token,
        uint8 standard,
        uint8 class,
        uint256 sampleId,
        uint16 number
    ) private {
        CUSTODY.startMeter(token, standard);
        _append(chainId, READER.collectionMessage(token, standard, class, sampleId, number, false));
    }
}
