// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";
import {LibString} from "solady/utils/LibString.sol";

import {CidLib} from "../../src/libraries/CidLib.sol";
import {UriLib} from "../../src/libraries/UriLib.sol";
import {
    FORM_CID_V0,
    FORM_CID_V1_DAG_PB,
    FORM_CID_V1_RAW,
    FORM_DECIMAL,
    FORM_EXACT
} from "../../src/types/MetadataRef.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {Built} from "../utils/Built.sol";

/// @title Each of the 256 characters is taken for what it is
contract CharactersTest is Test {
    bytes internal constant BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    bytes internal constant BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    bytes internal constant WORD = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    bytes32 internal constant DIGEST = hex"7f0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    ProtocolHarness internal harness;

    function setUp() public {
        harness = Built.protocolHarness();
    }

    // ---------------------------------------------------------------------------------------------------- CONTENT IDS

    /// @dev In each of the two words that the 46 characters are read as.
    function test_AContentIdOfVersion0HasBase58Only() public view {
        bytes memory cid = CidLib.encodeV0(DIGEST);
        for (uint256 place = 13; place < 46; place += 32) {
            for (uint256 c; c < 256; ++c) {
                bytes memory changed = _with(cid, place, c);
                UriLib.Cut memory cut = _split(bytes.concat("ipfs://", changed));
                assertEq(cut.form == FORM_CID_V0, _isOneOf(c, BASE58), vm.toString(c));
                if (cut.form == FORM_CID_V0) assertEq(CidLib.encodeV0(cut.digest), changed);
            }
        }
    }

    function test_AContentIdOfVersion1HasBase32Only() public view {
        for (uint256 raw; raw < 2; ++raw) {
            bytes memory cid = CidLib.encodeV1(raw == 1, DIGEST);
            for (uint256 place = 20; place < 50; place += 20) {
                for (uint256 c; c < 256; ++c) {
                    bytes memory changed = _with(cid, place, c);
                    UriLib.Cut memory cut = _split(bytes.concat("ipfs://", changed));
                    uint8 form = raw == 1 ? FORM_CID_V1_RAW : FORM_CID_V1_DAG_PB;
                    assertEq(cut.form == form, _isOneOf(c, BASE32), vm.toString(c));
                    if (cut.form == form) assertEq(CidLib.encodeV1(raw == 1, cut.digest), changed);
                }
            }
        }
    }

    /// @dev The first says which base it is, and of the last only four have no bits to spare.
    function test_AContentIdOfVersion1BeginsAndEndsAsItMust() public view {
        bytes memory cid = CidLib.encodeV1(true, DIGEST);
        for (uint256 c; c < 256; ++c) {
            bool first = _split(bytes.concat("ipfs://", _with(cid, 0, c))).form == FORM_CID_V1_RAW;
            assertEq(first, c == uint8(bytes1("b")), vm.toString(c));
            bool last = _split(bytes.concat("ipfs://", _with(cid, 58, c))).form == FORM_CID_V1_RAW;
            assertEq(last, _isOneOf(c, "aeimquy4"), vm.toString(c));
        }
    }

    function test_TheGreatestAndTheLeastDigest() public view {
        for (uint256 i; i < 3; ++i) {
            bytes32 digest = [bytes32(0), bytes32(type(uint256).max), bytes32(uint256(1) << 255)][i];
            assertEq(_split(bytes.concat("ipfs://", CidLib.encodeV0(digest))).digest, digest);
            assertEq(_split(bytes.concat("ipfs://", CidLib.encodeV1(true, digest))).digest, digest);
        }
        // One more than the greatest has another multihash.
        bytes memory beyond = CidLib.encodeV0(bytes32(type(uint256).max));
        uint256 last = LibBytes.indexOfByte(BASE58, beyond[45]);
        beyond[45] = BASE58[last + 1];
        assertEq(_split(bytes.concat("ipfs://", beyond)).form, FORM_EXACT);
    }

    /// @dev The 46 characters are read as two numbers; here the second is zero, and then the first is small.
    function test_AContentIdWhosePartsAreZero() public view {
        bytes memory cid = CidLib.encodeV0(DIGEST);
        for (uint256 i = 32; i < 46; ++i) {
            cid[i] = "1";
        }
        UriLib.Cut memory cut = _split(bytes.concat("ipfs://", cid));
        assertEq(cut.form, FORM_CID_V0);
        assertEq(CidLib.encodeV0(cut.digest), cid);
    }

    // ------------------------------------------------------------------------------------------------------- TEMPLATES

    /// @dev Tokens in one folder agree on their record, which holds the folder's content id.
    function test_AnIdBehindAContentIdIsTheTemplates() public view {
        bytes memory v0 = CidLib.encodeV0(DIGEST);
        bytes memory v1 = CidLib.encodeV1(false, DIGEST);
        for (uint256 i; i < 2; ++i) {
            bytes memory folder = bytes.concat("ipfs://", i == 0 ? v0 : v1, "/");
            UriLib.Cut memory cut = _split(bytes.concat(folder, "7.json"));
            assertEq(cut.form, FORM_DECIMAL);
            assertEq(cut.start, folder.length);
            assertEq(cut.end, folder.length + 1);
        }
    }

    function test_ATemplateIsOnlySoLong() public view {
        for (uint256 length = 510; length < 516; ++length) {
            UriLib.Cut memory cut = _split(bytes.concat(_slashes(length), "7"));
            assertEq(cut.form, length <= 512 ? FORM_DECIMAL : FORM_EXACT, vm.toString(length));
        }
        for (uint256 length = 126; length < 132; ++length) {
            UriLib.Cut memory cut = _split(bytes.concat("7", _slashes(length)));
            assertEq(cut.form, length <= 128 ? FORM_DECIMAL : FORM_EXACT, vm.toString(length));
        }
        UriLib.Cut memory longest = _split(bytes.concat(_slashes(512), "7", _slashes(128)));
        assertEq(longest.form, FORM_DECIMAL);
        assertEq(longest.start, 512);
    }

    function test_AnIdStandsAloneBetweenAnythingButLettersAndDigits() public view {
        for (uint256 c; c < 256; ++c) {
            bytes1 char = bytes1(uint8(c));
            uint8 form = _isOneOf(c, WORD) ? FORM_EXACT : FORM_DECIMAL;
            assertEq(_split(bytes.concat("x/7", char)).form, form, vm.toString(c));
            assertEq(_split(bytes.concat("x/", char, "7")).form, form, vm.toString(c));
            assertEq(_split(bytes.concat("7", char)).form, form, vm.toString(c));
        }
    }

    /// @dev The last place counts, and one before it where the last is part of a word.
    function test_TheLastIdThatStandsAloneIsTheTemplates() public view {
        assertEq(_split("7/7").start, 2);
        assertEq(_split("7/77").start, 0);
        assertEq(_split("7/7/77").start, 2);
        assertEq(_split("77/77").form, FORM_EXACT);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _split(bytes memory uri) private view returns (UriLib.Cut memory) {
        return harness.splitUri(uri, STANDARD_ERC721, 7);
    }

    function _slashes(uint256 n) private pure returns (bytes memory) {
        return bytes(LibString.repeat("/", n));
    }

    function _with(bytes memory text, uint256 place, uint256 c) private pure returns (bytes memory changed) {
        changed = bytes.concat(text);
        changed[place] = bytes1(uint8(c));
    }

    function _isOneOf(uint256 c, bytes memory alphabet) private pure returns (bool) {
        return LibBytes.indexOfByte(alphabet, bytes1(uint8(c))) != LibBytes.NOT_FOUND;
    }
}
