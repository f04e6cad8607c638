// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";
import {LibString} from "solady/utils/LibString.sol";

import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {UriLib} from "../../src/libraries/UriLib.sol";
import {FORM_CONSTANT, FORM_DECIMAL, FORM_EXACT, FORM_HEX} from "../../src/types/MetadataRef.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {Built} from "../utils/Built.sol";

/// @title What a message carries is read back as it was written, for every standard
contract AssetsTest is Test {
    ProtocolHarness internal harness;
    uint256[] internal none;

    function setUp() public {
        harness = Built.protocolHarness();
    }

    // ----------------------------------------------------------------------------------------------------------- PLAIN

    function testFuzz_PlainUnitsAreReadBack(uint256[16] memory ids, uint128[16] memory amounts, uint256 count)
        public
        view
    {
        count = bound(count, 1, 16);
        (uint256[] memory i, uint256[] memory a) = (new uint256[](count), new uint256[](count));
        uint256 sum;
        bytes memory expected;
        for (uint256 n; n < count; ++n) {
            (i[n], a[n]) = (ids[n], amounts[n]);
            sum += amounts[n];
            expected = abi.encodePacked(expected, ids[n], amounts[n], uint8(0));
        }
        bytes memory assets = harness.encodePlain(STANDARD_ERC1155, i, a);
        assertEq(assets, expected);
        assertTrue(harness.isPlain(assets, STANDARD_ERC1155, count));
        assertFalse(harness.isPlain(assets, STANDARD_ERC1155, count + 1));
        assertEq(harness.unitsOf(assets, STANDARD_ERC1155, count), sum);
        assertEq(harness.toPlain(assets, STANDARD_ERC1155, count), assets);
        ProtocolHarness.Units[] memory read = harness.decodeUnits(assets, count);
        for (uint256 n; n < count; ++n) {
            assertEq(read[n].id, ids[n]);
            assertEq(read[n].amount, amounts[n]);
            assertEq(read[n].form, 0);
        }
    }

    function testFuzz_PlainTokensAreReadBack(uint256[16] memory ids, uint256 count) public view {
        count = bound(count, 1, 16);
        uint256[] memory i = new uint256[](count);
        bytes memory expected;
        for (uint256 n; n < count; ++n) {
            i[n] = ids[n];
            expected = abi.encodePacked(expected, ids[n], uint8(0));
        }
        bytes memory assets = harness.encodePlain(STANDARD_ERC721, i, none);
        assertEq(assets, expected);
        assertTrue(harness.isPlain(assets, STANDARD_ERC721, count));
        assertEq(harness.unitsOf(assets, STANDARD_ERC721, count), count);
        assertEq(harness.toPlain(assets, STANDARD_ERC721, count), assets);
        assertEq(harness.decodeAssets(assets, count)[count - 1].id, ids[count - 1]);
    }

    function testFuzz_AnAmountIsReadBack(uint128 amount) public view {
        uint256[] memory amounts = new uint256[](1);
        amounts[0] = amount;
        bytes memory assets = harness.encodePlain(STANDARD_ERC20, none, amounts);
        assertEq(assets, abi.encodePacked(amount));
        assertTrue(harness.isPlain(assets, STANDARD_ERC20, 1));
        assertFalse(harness.isPlain(bytes.concat(assets, assets), STANDARD_ERC20, 2));
        assertEq(harness.unitsOf(assets, STANDARD_ERC20, 1), amount);
        assertEq(harness.toPlain(assets, STANDARD_ERC20, 1), assets);
    }

    /// @dev What comes back carries the same ids and amounts, whatever metadata went out with them.
    function testFuzz_AReturnKeepsIdsAndAmounts(
        uint256[6] memory ids,
        uint128[6] memory amounts,
        bytes32 d,
        bytes calldata text
    ) public view {
        vm.assume(text.length < 1024);
        (bytes memory units, bytes memory plainUnits) = ("", "");
        (bytes memory tokens, bytes memory plainTokens) = ("", "");
        for (uint256 i; i < 6; ++i) {
            bytes memory metadata = abi.encodePacked(uint8(i + 1), uint16(i));
            if (i > 2) metadata = bytes.concat(metadata, d);
            if (i == 5) metadata = abi.encodePacked(uint8(255), uint16(1), uint16(text.length), text);
            units = abi.encodePacked(units, ids[i], amounts[i], metadata);
            plainUnits = abi.encodePacked(plainUnits, ids[i], amounts[i], uint8(0));
            tokens = abi.encodePacked(tokens, ids[i], metadata);
            plainTokens = abi.encodePacked(plainTokens, ids[i], uint8(0));
        }
        assertEq(harness.toPlain(units, STANDARD_ERC1155, 6), plainUnits);
        assertEq(harness.toPlain(tokens, STANDARD_ERC721, 6), plainTokens);
        assertFalse(harness.isPlain(units, STANDARD_ERC1155, 6));
        assertEq(
            harness.unitsOf(units, STANDARD_ERC1155, 6), harness.unitsOf(plainUnits, STANDARD_ERC1155, 6)
        );
        assertEq(harness.decodeUnits(units, 6)[5].detail, text);
        assertEq(harness.decodeUnits(units, 6)[4].detail, abi.encode(d));
    }

    function testFuzz_GarbageIsMalformedOrReadBack(bytes calldata garbage, uint8 standard, uint256 count)
        public
        view
    {
        standard = uint8(bound(standard, 0, 4));
        count = bound(count, 1, 16);
        try harness.toPlain(garbage, standard, count) returns (bytes memory plain) {
            assertTrue(harness.isPlain(plain, standard, standard == STANDARD_ERC20 ? 1 : count));
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), AssetLib.AssetsMalformed.selector);
        }
    }

    function test_AnAmountIsNeverCutOff() public {
        uint256[] memory one = new uint256[](1);
        one[0] = uint256(type(uint128).max) + 2;
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.encodePlain(STANDARD_ERC20, none, one);
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.encodePlain(STANDARD_ERC1155, one, one);
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.unitsOf(hex"01", STANDARD_ERC20, 1);
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.isPlain("", 4, 0);
    }

    function test_NothingIsReadOfAStandardThatIsNone() public {
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.unitsOf(abi.encodePacked(uint256(7), uint128(1), uint8(0)), 4, 1);
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.unitsOf("", 0, 1);
    }

    function test_OneByteMoreOrOfAnotherFormIsNotPlain() public {
        bytes memory token = abi.encodePacked(uint256(7), uint8(0));
        assertTrue(harness.isPlain(token, STANDARD_ERC721, 1));
        assertFalse(harness.isPlain(abi.encodePacked(uint256(7), uint8(1)), STANDARD_ERC721, 1));
        assertFalse(harness.isPlain(abi.encodePacked(token, uint256(8), uint8(1)), STANDARD_ERC721, 2));
        assertFalse(harness.isPlain(abi.encodePacked(token, uint8(0)), STANDARD_ERC721, 1));
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.toPlain(abi.encodePacked(token, uint8(0)), STANDARD_ERC721, 1);
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        harness.toPlain(token, STANDARD_ERC721, 2);
    }

    // ------------------------------------------------------------------------------------------------ URIS OF ERC-1155

    function testFuzz_AnyTextComesBack(bytes calldata uri, uint256 id) public view {
        _assertComesBack(uri, id);
    }

    function testFuzz_IdsInHexAreFound(uint256 id, bytes32 word, bool json) public view {
        bytes memory prefix = bytes(string.concat("https://", LibString.toHexString(uint256(word)), "/"));
        bytes memory hexId = bytes(LibString.toHexStringNoPrefix(id, 32));
        UriLib.Cut memory cut = _assertComesBack(abi.encodePacked(prefix, hexId, json ? ".json" : ""), id);
        assertEq(cut.form, FORM_HEX);
        assertEq(cut.start, prefix.length);
        assertEq(
            harness.splitUri(abi.encodePacked(prefix, hexId), STANDARD_ERC721, id | 1 << 255).form, FORM_EXACT
        );
    }

    function testFuzz_APlaceholderStaysAndIsTheSameForAllTokens(uint256 id, uint16 before, uint8 behind)
        public
        view
    {
        (uint256 b, uint256 e) = (bound(before, 0, 700), bound(behind, 0, 200));
        bytes memory uri = abi.encodePacked(LibString.repeat("a", b), "{id}", LibString.repeat("b", e));
        UriLib.Cut memory cut = _assertComesBack(uri, id);
        assertEq(cut.form, uri.length <= 640 ? FORM_CONSTANT : FORM_EXACT);
    }

    function test_FormsOfErc1155() public view {
        assertEq(_assertComesBack("https://x.example/1/{id}.json", 1).form, FORM_CONSTANT);
        assertEq(_assertComesBack("https://x.example/1.json", 1).form, FORM_DECIMAL);
        assertEq(_assertComesBack("https://x.example/all.json", 1).form, FORM_EXACT);
        assertEq(_assertComesBack("", 1).form, FORM_CONSTANT);
        // Upper-case digits are another text.
        string memory upper = "https://x/00000000000000000000000000000000000000000000000000000000000000AB";
        assertEq(_assertComesBack(bytes(upper), 0xab).form, FORM_EXACT);
        assertEq(_assertComesBack(bytes(LibString.lower(upper)), 0xab).form, FORM_HEX);
    }

    /// @dev The form, after asserting that it gives the text back.
    function _assertComesBack(bytes memory uri, uint256 id) private view returns (UriLib.Cut memory cut) {
        cut = harness.splitUri(uri, STANDARD_ERC1155, id);
        if (cut.form == FORM_EXACT) return cut;
        (bytes memory prefix, bytes memory suffix) = (new bytes(cut.start), new bytes(uri.length - cut.end));
        for (uint256 i; i < prefix.length; ++i) {
            prefix[i] = uri[i];
        }
        for (uint256 i; i < suffix.length; ++i) {
            suffix[i] = uri[cut.end + i];
        }
        assertLe(prefix.length, 512);
        assertLe(suffix.length, 128);
        assertEq(harness.joinUri(cut.form, prefix, suffix, id, cut.digest), uri);
    }
}
