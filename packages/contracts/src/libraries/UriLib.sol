// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibBytes} from "solady/utils/LibBytes.sol";
import {LibString} from "solady/utils/LibString.sol";

import {
    FORM_CID_V0,
    FORM_CID_V1_DAG_PB,
    FORM_CID_V1_RAW,
    FORM_CONSTANT,
    FORM_DECIMAL,
    FORM_EXACT,
    FORM_HEX
} from "../types/MetadataRef.sol";
import {MAX_PREFIX, MAX_SUFFIX, STANDARD_ERC1155} from "../types/Protocol.sol";
import {CidLib} from "./CidLib.sol";
import {WordLib} from "./WordLib.sol";

/// @title A token's URI as a form: what varies from token to token, and what stands around it
library UriLib {
    bytes internal constant IPFS = "ipfs://";
    /// @dev The built-in record's hash, as a reader of metadata gives it.
    bytes32 internal constant RECORD_ZERO =
        keccak256(abi.encodePacked(address(0), uint16(0), uint16(7), "ipfs://"));
    uint256 private constant IPFS_WORD = uint56(bytes7("ipfs://"));
    bytes private constant IPFS_PATH = "/ipfs/";
    bytes private constant PLACEHOLDER = "{id}";

    /// @dev The bytes from `start` to `end` are the variable part.
    struct Cut {
        uint8 form;
        uint256 start;
        uint256 end;
        bytes32 digest;
    }

    /// @dev The shortest form that {join} turns back into the same bytes. An id or content id counts only where it
    /// stands alone between other characters, so that tokens of one collection agree on their record.
    function split(bytes memory uri, uint8 standard, uint256 id) internal pure returns (Cut memory cut) {
        if (uri.length == 0) {
            cut.form = FORM_CONSTANT;
            return cut;
        }
        bool found = _findCidAlone(uri, cut) || (standard == STANDARD_ERC1155 && _findForUnits(uri, id, cut))
            || _findAlone(uri, bytes(LibString.toString(id)), FORM_DECIMAL, cut) || _findCid(uri, cut);
        if (!found || cut.start > MAX_PREFIX || uri.length - cut.end > MAX_SUFFIX) {
            return Cut(FORM_EXACT, 0, uri.length, 0);
        }
    }

    /// @dev The URI that a form stands for; {FORM_EXACT} is not one of them.
    function join(uint8 form, bytes memory prefix, bytes memory suffix, uint256 id, bytes32 digest)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(prefix, _variablePart(form, id, digest), suffix);
    }

    function _variablePart(uint8 form, uint256 id, bytes32 digest) private pure returns (bytes memory) {
        if (form == FORM_DECIMAL) return bytes(LibString.toString(id));
        if (form == FORM_HEX) return bytes(LibString.toHexStringNoPrefix(id, 32));
        if (form == FORM_CID_V0) return CidLib.encodeV0(digest);
        if (form == FORM_CID_V1_RAW) return CidLib.encodeV1(true, digest);
        if (form == FORM_CID_V1_DAG_PB) return CidLib.encodeV1(false, digest);
        return "";
    }

    /// @dev `ipfs://` and a content id, nothing after it: tried first because it is common and quick to tell.
    function _findCidAlone(bytes memory uri, Cut memory cut) private pure returns (bool) {
        if (uri.length != 7 + CidLib.V0_LENGTH && uri.length != 7 + CidLib.V1_LENGTH) return false;
        return _isIpfs(uri) && _findCidAt(uri, 7, cut);
    }

    /// @dev What only ERC-1155 has: a text with `{id}` in it, which is the same for all tokens and stays as it is, and ids in
    /// hex as clients put them there.
    function _findForUnits(bytes memory uri, uint256 id, Cut memory cut) private pure returns (bool) {
        if (LibBytes.indexOf(uri, PLACEHOLDER, 0) == LibBytes.NOT_FOUND) {
            return _findAlone(uri, bytes(LibString.toHexStringNoPrefix(id, 32)), FORM_HEX, cut);
        }
        cut.form = FORM_CONSTANT;
        cut.start = uri.length < MAX_PREFIX ? uri.length : MAX_PREFIX;
        cut.end = cut.start;
        return true;
    }

    /// @dev The last place where the text stands alone.
    function _findAlone(bytes memory uri, bytes memory text, uint8 form, Cut memory cut)
        private
        pure
        returns (bool)
    {
        uint256 from = type(uint256).max;
        while (true) {
            uint256 start = LibBytes.lastIndexOf(uri, text, from);
            if (start == LibBytes.NOT_FOUND) return false;
            uint256 end = start + text.length;
            if ((start == 0 || !_isWord(uri[start - 1])) && (end == uri.length || !_isWord(uri[end]))) {
                (cut.form, cut.start, cut.end) = (form, start, end);
                return true;
            }
            if (start == 0) return false;
            from = start - 1;
        }
        return false;
    }

    /// @dev A content id after `ipfs://` at the start or after the first `/ipfs/`.
    function _findCid(bytes memory uri, Cut memory cut) private pure returns (bool) {
        if (_isIpfs(uri)) return _findCidAt(uri, 7, cut);
        uint256 at = LibBytes.indexOf(uri, IPFS_PATH, 0);
        return at != LibBytes.NOT_FOUND && _findCidAt(uri, at + IPFS_PATH.length, cut);
    }

    function _findCidAt(bytes memory uri, uint256 start, Cut memory cut) private pure returns (bool found) {
        uint256 end = start + CidLib.V0_LENGTH;
        if (_endsAt(uri, end)) {
            (found, cut.digest) = CidLib.decodeV0(uri, start);
            cut.form = FORM_CID_V0;
        }
        if (!found) {
            end = start + CidLib.V1_LENGTH;
            if (!_endsAt(uri, end)) return false;
            bool raw;
            (found, raw, cut.digest) = CidLib.decodeV1(uri, start);
            cut.form = raw ? FORM_CID_V1_RAW : FORM_CID_V1_DAG_PB;
        }
        (cut.start, cut.end) = (start, end);
    }

    function _isIpfs(bytes memory uri) private pure returns (bool) {
        return uri.length > 7 && WordLib.load(uri, 0) >> 200 == IPFS_WORD;
    }

    /// @dev Whether the text reaches this far and what precedes does not go on.
    function _endsAt(bytes memory uri, uint256 end) private pure returns (bool) {
        return uri.length == end || (uri.length > end && !_isWord(uri[end]));
    }

    function _isWord(bytes1 c) private pure returns (bool) {
        return (c >= "0" && c <= "9") || (c >= "A" && c <= "Z") || (c >= "a" && c <= "z");
    }
}
