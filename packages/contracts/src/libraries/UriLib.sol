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
import {MAX_PREFIX, MAX_SUFFIX} from "../types/Protocol.sol";
import {CidLib} from "./CidLib.sol";

/// @title A token's URI as a form: what varies from token to token, and what stands around it
library UriLib {
    bytes internal constant IPFS = "ipfs://";
    bytes private constant IPFS_PATH = "/ipfs/";

    struct Parts {
        uint8 form;
        bytes32 digest;
        bytes prefix;
        bytes suffix;
    }

    /// @dev The shortest form that {join} turns back into the same bytes. An id or content id counts only where it
    /// stands alone between other characters, so that tokens of one collection agree on their record.
    function split(bytes memory uri, uint256 id) internal pure returns (Parts memory parts) {
        if (uri.length == 0) {
            parts.form = FORM_CONSTANT;
            return parts;
        }
        bool found = _splitCidAlone(uri, parts) || _splitDecimal(uri, id, parts) || _splitCid(uri, parts);
        if (!found || parts.prefix.length > MAX_PREFIX || parts.suffix.length > MAX_SUFFIX) {
            return Parts(FORM_EXACT, 0, "", "");
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
    function _splitCidAlone(bytes memory uri, Parts memory parts) private pure returns (bool) {
        if (uri.length != 7 + CidLib.V0_LENGTH && uri.length != 7 + CidLib.V1_LENGTH) return false;
        return LibBytes.startsWith(uri, IPFS) && _splitCidAt(uri, 7, parts);
    }

    function _splitDecimal(bytes memory uri, uint256 id, Parts memory parts) private pure returns (bool) {
        bytes memory decimal = bytes(LibString.toString(id));
        uint256 from = type(uint256).max;
        while (true) {
            uint256 at = LibBytes.lastIndexOf(uri, decimal, from);
            if (at == LibBytes.NOT_FOUND) return false;
            uint256 end = at + decimal.length;
            if ((at == 0 || !_isWord(uri[at - 1])) && (end == uri.length || !_isWord(uri[end]))) {
                parts.form = FORM_DECIMAL;
                _cut(uri, at, end, parts);
                return true;
            }
            if (at == 0) return false;
            from = at - 1;
        }
        return false;
    }

    /// @dev A content id after `ipfs://` at the start or after the first `/ipfs/`.
    function _splitCid(bytes memory uri, Parts memory parts) private pure returns (bool) {
        if (LibBytes.startsWith(uri, IPFS)) return _splitCidAt(uri, 7, parts);
        uint256 at = LibBytes.indexOf(uri, IPFS_PATH, 0);
        return at != LibBytes.NOT_FOUND && _splitCidAt(uri, at + IPFS_PATH.length, parts);
    }

    function _splitCidAt(bytes memory uri, uint256 at, Parts memory parts) private pure returns (bool found) {
        uint256 end = at + CidLib.V0_LENGTH;
        if (uri.length >= end && (uri.length == end || !_isWord(uri[end]))) {
            (found, parts.digest) = CidLib.decodeV0(uri, at);
            parts.form = FORM_CID_V0;
        }
        if (!found) {
            end = at + CidLib.V1_LENGTH;
            if (uri.length < end || (uri.length > end && _isWord(uri[end]))) return false;
            bool raw;
            (found, raw, parts.digest) = CidLib.decodeV1(uri, at);
            parts.form = raw ? FORM_CID_V1_RAW : FORM_CID_V1_DAG_PB;
        }
        if (found) _cut(uri, at, end, parts);
    }

    function _cut(bytes memory uri, uint256 from, uint256 to, Parts memory parts) private pure {
        parts.prefix = LibBytes.slice(uri, 0, from);
        parts.suffix = LibBytes.slice(uri, to);
    }

    function _isWord(bytes1 c) private pure returns (bool) {
        return (c >= "0" && c <= "9") || (c >= "A" && c <= "Z") || (c >= "a" && c <= "z");
    }
}
