// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";

import {FORM_EXACT, metadataRef, MetadataRef} from "../types/MetadataRef.sol";
import {MAX_BASIS_POINTS, MAX_EXACT_URI, STANDARD_ERC1155} from "../types/Protocol.sol";
import {AssetLib} from "./AssetLib.sol";
import {StrangerLib} from "./StrangerLib.sol";
import {UriLib} from "./UriLib.sol";

/// @title What a home collection says about its tokens
/// @dev Every question has bounded gas and a bounded answer. A question that fails counts as not answered; it is never a
/// reason to refuse a token.
library MetadataLib {
    using StrangerLib for address;

    /// @notice A token's URI is longer than a message may carry.
    error UriTooLong(uint256 id, uint256 length);

    /// @notice The tokens' texts together are longer than a message may carry.
    error UrisTooLong(uint256 length);

    uint256 internal constant TEXT_GAS = 500_000;
    /// @dev For what answers with a number or two.
    uint256 internal constant NUMBER_GAS = 100_000;

    /// @dev A token as its collection describes it.
    struct Token {
        bytes uri;
        UriLib.Cut cut;
        address royaltyReceiver;
        uint16 royaltyBps;
    }

    function read(address token, uint8 standard, uint256 id) internal view returns (Token memory t) {
        bytes4 question = standard == STANDARD_ERC1155
            ? IERC1155MetadataURI.uri.selector
            : IERC721Metadata.tokenURI.selector;
        uint256 length;
        (length, t.uri) = token.askText(TEXT_GAS, MAX_EXACT_URI, abi.encodeWithSelector(question, id));
        if (length > MAX_EXACT_URI) revert UriTooLong(id, length);
        t.cut = UriLib.split(t.uri, standard, id);
        (t.royaltyReceiver, t.royaltyBps) = _royalty(token, id);
    }

    /// @dev An ERC-721 asset, or the refresh of either standard.
    function asset(uint256 id, Token memory t, uint16 record) internal pure returns (bytes memory) {
        MetadataRef ref = metadataRef(t.cut.form, record);
        if (ref.hasDigest()) return abi.encodePacked(id, ref, t.cut.digest);
        if (ref.form() == FORM_EXACT) return abi.encodePacked(id, ref, uint16(t.uri.length), t.uri);
        return abi.encodePacked(id, ref);
    }

    /// @dev An exact text needs its record for the royalty only; without one the built-in record will do.
    function recordHash(Token memory t) internal pure returns (bytes32 hash) {
        if (t.cut.form == FORM_EXACT && t.royaltyReceiver == address(0)) return UriLib.RECORD_ZERO;
        (bytes memory uri, uint256 start, uint256 end) = (t.uri, t.cut.start, t.cut.end);
        uint256 royalty = (uint256(uint160(t.royaltyReceiver)) << 96) | (uint256(t.royaltyBps) << 80);
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, or(royalty, shl(64, start)))
            mcopy(add(free, 24), add(uri, 0x20), start)
            let rest := sub(mload(uri), end)
            mcopy(add(add(free, 24), start), add(add(uri, 0x20), end), rest)
            hash := keccak256(free, add(24, add(start, rest)))
        }
    }

    /// @dev An ERC-1155 asset: its amount, which fits 128 bits, stands between the id and the metadata.
    function units(uint256 id, uint256 amount, Token memory t, uint16 record)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(
            id, uint128(amount), LibBytes.slice(asset(id, t, record), AssetLib.METADATA_721)
        );
    }

    /// @dev None where the answer makes no sense.
    function _royalty(address token, uint256 id) private view returns (address receiver, uint16 basisPoints) {
        (bool ok,, bytes memory answer) =
            token.ask(NUMBER_GAS, 64, abi.encodeCall(IERC2981.royaltyInfo, (id, MAX_BASIS_POINTS)));
        if (!ok || answer.length != 64) return (address(0), 0);
        (uint256 account, uint256 amount) = abi.decode(answer, (uint256, uint256));
        if (account == 0 || account > type(uint160).max || amount == 0 || amount > MAX_BASIS_POINTS) {
            return (address(0), 0);
        }
        return (address(uint160(account)), uint16(amount));
    }
}
