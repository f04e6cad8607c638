// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

import {IERC7572} from "./interfaces/IERC7572.sol";
import {IMetadataReader} from "./interfaces/IMetadataReader.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {StrangerLib} from "./libraries/StrangerLib.sol";
import {UriLib} from "./libraries/UriLib.sol";
import {Utf8Lib} from "./libraries/Utf8Lib.sol";
import {FORM_EXACT, metadataRef, MetadataRef} from "./types/MetadataRef.sol";
import {
    MAX_BASIS_POINTS,
    MAX_CONTRACT_URI,
    MAX_EXACT_URI,
    MAX_EXACT_URIS,
    MAX_NAME,
    MAX_SYMBOL
} from "./types/Protocol.sol";

/// @title Reads what a home collection says about itself and its tokens
/// @dev Holds no state and no rights.
contract MetadataReader is IMetadataReader {
    using StrangerLib for address;

    uint256 private constant TEXT_GAS = 500_000;
    uint256 private constant ROYALTY_GAS = 100_000;

    // ------------------------------------------------------------------------------------------------------ READING

    /// @inheritdoc IMetadataReader
    function describe(address token, uint256[] calldata ids)
        external
        view
        returns (bytes[] memory records, bytes memory assets)
    {
        records = new bytes[](ids.length);
        uint256 known;
        uint256 texts;
        for (uint256 i; i < ids.length; ++i) {
            (bytes memory record, uint8 form, bytes memory detail) = _token(token, ids[i]);
            if (form == FORM_EXACT) texts += detail.length - 2;
            uint256 index = _indexOf(records, known, record);
            if (index == known) records[known++] = record;
            MetadataRef ref = metadataRef(form, uint16(index));
            assets = abi.encodePacked(assets, ids[i], ref, detail);
        }
        if (texts > MAX_EXACT_URIS) revert UrisTooLong(texts);
        assembly ("memory-safe") {
            mstore(records, known)
        }
    }

    /// @inheritdoc IMetadataReader
    function collectionMessage(
        address token,
        uint16 recordNumber,
        bytes calldata record,
        uint8 refreshCount,
        bytes calldata refreshes
    ) external view returns (bytes memory message) {
        CollectionLib.Description memory d;
        if (record.length != 0) {
            d.royaltyReceiver = address(bytes20(record[:20]));
            d.royaltyBps = uint16(bytes2(record[20:22]));
            uint256 prefixEnd = 24 + uint16(bytes2(record[22:24]));
            (d.prefix, d.suffix) = (record[24:prefixEnd], record[prefixEnd:]);
        }
        d.name = _cutText(token, abi.encodeCall(IERC721Metadata.name, ()), MAX_NAME);
        d.symbol = _cutText(token, abi.encodeCall(IERC721Metadata.symbol, ()), MAX_SYMBOL);
        d.contractURI = _contractURI(token);
        return CollectionLib.encode(uint64(block.chainid), token, recordNumber, d, refreshCount, refreshes);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _token(address token, uint256 id)
        private
        view
        returns (bytes memory record, uint8 form, bytes memory detail)
    {
        (uint256 length, bytes memory uri) =
            token.askText(TEXT_GAS, MAX_EXACT_URI, abi.encodeCall(IERC721Metadata.tokenURI, (id)));
        if (length > MAX_EXACT_URI) revert UriTooLong(id, length);
        (address receiver, uint16 basisPoints) = _royalty(token, id);
        UriLib.Parts memory parts = UriLib.split(uri, id);
        form = parts.form;
        if (form == FORM_EXACT) {
            detail = abi.encodePacked(uint16(length), uri);
            // Such a token needs its record for the royalty only, so without one the built-in record will do.
            if (receiver == address(0)) parts.prefix = UriLib.IPFS;
        } else if (metadataRef(form, 0).hasDigest()) {
            detail = abi.encodePacked(parts.digest);
        }
        record =
            abi.encodePacked(receiver, basisPoints, uint16(parts.prefix.length), parts.prefix, parts.suffix);
    }

    /// @dev None where the answer makes no sense.
    function _royalty(address token, uint256 id) private view returns (address receiver, uint16 basisPoints) {
        (bool ok,, bytes memory answer) =
            token.ask(ROYALTY_GAS, 64, abi.encodeCall(IERC2981.royaltyInfo, (id, MAX_BASIS_POINTS)));
        if (!ok || answer.length != 64) return (address(0), 0);
        (uint256 account, uint256 amount) = abi.decode(answer, (uint256, uint256));
        if (account == 0 || account > type(uint160).max || amount == 0 || amount > MAX_BASIS_POINTS) {
            return (address(0), 0);
        }
        return (address(uint160(account)), uint16(amount));
    }

    function _cutText(address token, bytes memory question, uint256 maxBytes)
        private
        view
        returns (bytes memory text)
    {
        // One byte more shows whether the cut falls within a character.
        (, text) = token.askText(TEXT_GAS, maxBytes + 1, question);
        return Utf8Lib.cut(text, maxBytes);
    }

    /// @dev Dropped where it is too long: half a URI leads nowhere.
    function _contractURI(address token) private view returns (bytes memory) {
        (uint256 length, bytes memory uri) =
            token.askText(TEXT_GAS, MAX_CONTRACT_URI, abi.encodeCall(IERC7572.contractURI, ()));
        return length > MAX_CONTRACT_URI ? bytes("") : uri;
    }

    /// @dev The index of `record` among the first `known`, or `known`.
    function _indexOf(bytes[] memory records, uint256 known, bytes memory record)
        private
        pure
        returns (uint256 index)
    {
        bytes32 hash = keccak256(record);
        while (index < known && keccak256(records[index]) != hash) {
            ++index;
        }
    }
}
