// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";

import {IERC7572} from "./interfaces/IERC7572.sol";
import {IMetadataReader} from "./interfaces/IMetadataReader.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {MetadataLib} from "./libraries/MetadataLib.sol";
import {StrangerLib} from "./libraries/StrangerLib.sol";
import {Utf8Lib} from "./libraries/Utf8Lib.sol";
import {MAX_CONTRACT_URI, MAX_NAME, MAX_SYMBOL, STANDARD_ERC20} from "./types/Protocol.sol";

/// @title Reads what a home collection says about itself and its tokens
/// @dev Holds no state and no rights.
contract MetadataReader is IMetadataReader {
    using StrangerLib for address;

    // ------------------------------------------------------------------------------------------------------ READING

    /// @inheritdoc IMetadataReader
    function collectionMessage(
        address token,
        uint8 standard,
        uint8 class,
        uint256 sampleId,
        uint16 recordNumber,
        bool refresh
    ) external view returns (bytes memory message) {
        CollectionLib.Header memory h = CollectionLib.Header(
            standard, class, uint64(block.chainid), token, recordNumber
        );
        CollectionLib.Description memory d = _ofCollection(token);
        if (standard == STANDARD_ERC20) {
            (h.record, d.decimals) = (0, _decimals(token));
            return CollectionLib.encode(h, d, 0, "");
        }
        MetadataLib.Token memory t = MetadataLib.read(token, standard, sampleId);
        if (recordNumber != 0) {
            (d.royaltyReceiver, d.royaltyBps) = (t.royaltyReceiver, t.royaltyBps);
            d.prefix = LibBytes.slice(t.uri, 0, t.cut.start);
            d.suffix = LibBytes.slice(t.uri, t.cut.end);
        }
        if (!refresh) return CollectionLib.encode(h, d, 0, "");
        return CollectionLib.encode(h, d, 1, MetadataLib.asset(sampleId, t, recordNumber));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev All three standards ask for these alike.
    function _ofCollection(address token) private view returns (CollectionLib.Description memory d) {
        d.name = _cutText(token, abi.encodeCall(IERC20Metadata.name, ()), MAX_NAME);
        d.symbol = _cutText(token, abi.encodeCall(IERC20Metadata.symbol, ()), MAX_SYMBOL);
        d.contractURI = _contractURI(token);
    }

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

    /// @dev 0 where there is no answer that makes sense. ERC-20 makes `decimals` optional, and a token without it counts in
    /// whole units; 18 is a habit, and would make every holding elsewhere look 10^18 times smaller than at home.
    function _decimals(address token) private view returns (uint8) {
        (bool ok,, bytes memory answer) =
            token.ask(MetadataLib.NUMBER_GAS, 32, abi.encodeCall(IERC20Metadata.decimals, ()));
        if (!ok || answer.length != 32) return 0;
        uint256 decimals = abi.decode(answer, (uint256));
        return decimals > type(uint8).max ? 0 : uint8(decimals);
    }
}
