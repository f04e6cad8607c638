// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";

import {IERC7572} from "./interfaces/IERC7572.sol";
import {IMetadataReader} from "./interfaces/IMetadataReader.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {MetadataLib} from "./libraries/MetadataLib.sol";
import {StrangerLib} from "./libraries/StrangerLib.sol";
import {Utf8Lib} from "./libraries/Utf8Lib.sol";
import {MAX_CONTRACT_URI, MAX_NAME, MAX_SYMBOL} from "./types/Protocol.sol";

/// @title Reads what a home collection says about itself and its tokens
/// @dev Holds no state and no rights.
contract MetadataReader is IMetadataReader {
    using StrangerLib for address;

    // ------------------------------------------------------------------------------------------------------ READING

    /// @inheritdoc IMetadataReader
    function collectionMessage(address token, uint256 sampleId, uint16 recordNumber, bool refresh)
        external
        view
        returns (bytes memory message)
    {
        MetadataLib.Token memory t = MetadataLib.read(token, sampleId);
        CollectionLib.Description memory d;
        if (recordNumber != 0) {
            (d.royaltyReceiver, d.royaltyBps) = (t.royaltyReceiver, t.royaltyBps);
            d.prefix = LibBytes.slice(t.uri, 0, t.cut.start);
            d.suffix = LibBytes.slice(t.uri, t.cut.end);
        }
        d.name = _cutText(token, abi.encodeCall(IERC721Metadata.name, ()), MAX_NAME);
        d.symbol = _cutText(token, abi.encodeCall(IERC721Metadata.symbol, ()), MAX_SYMBOL);
        d.contractURI = _contractURI(token);
        bytes memory refreshes = refresh ? MetadataLib.asset(sampleId, t, recordNumber) : bytes("");
        return CollectionLib.encode(uint64(block.chainid), token, recordNumber, d, refresh ? 1 : 0, refreshes);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _cutText(address token, bytes memory question, uint256 maxBytes)
        private
        view
        returns (bytes memory text)
    {
        // One byte more shows whether the cut falls within a character.
        (, text) = token.askText(MetadataLib.TEXT_GAS, maxBytes + 1, question);
        return Utf8Lib.cut(text, maxBytes);
    }

    /// @dev Dropped where it is too long: half a URI leads nowhere.
    function _contractURI(address token) private view returns (bytes memory) {
        (uint256 length, bytes memory uri) =
            token.askText(MetadataLib.TEXT_GAS, MAX_CONTRACT_URI, abi.encodeCall(IERC7572.contractURI, ()));
        return length > MAX_CONTRACT_URI ? bytes("") : uri;
    }
}
