// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {LibString} from "solady/utils/LibString.sol";

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {CidLib} from "../../src/libraries/CidLib.sol";
import {MetadataLib} from "../../src/libraries/MetadataLib.sol";
import {UriLib} from "../../src/libraries/UriLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {
    FORM_CID_V0,
    FORM_CID_V1_DAG_PB,
    FORM_CID_V1_RAW,
    FORM_CONSTANT,
    FORM_DECIMAL,
    FORM_EXACT
} from "../../src/types/MetadataRef.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {BabblingToken, ScriptedToken} from "../mocks/HostileTokens.sol";
import {Built} from "../utils/Built.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Elsewhere a token says about itself what it says at home, to the byte
contract MetadataTest is ZoneTest {
    ProtocolHarness internal harness;

    function setUp() public override {
        super.setUp();
        harness = Built.protocolHarness();
    }

    // --------------------------------------------------------------------------------------------- FORMS, BYTE FOR BYTE

    function testFuzz_AnyTextComesBack(bytes calldata uri, uint256 id) public view {
        _assertComesBack(uri, id);
    }

    function testFuzz_ATemplateIsFound(uint256 id, bytes32 word) public view {
        string memory prefix = string.concat("https://", LibString.toHexString(uint256(word)), "/");
        bytes memory uri = abi.encodePacked(prefix, LibString.toString(id), ".json");
        UriLib.Cut memory cut = _assertComesBack(uri, id);
        assertEq(cut.form, FORM_DECIMAL);
        assertEq(cut.start, bytes(prefix).length);
    }

    function testFuzz_ContentIdsAreFound(bytes32 digest, uint256 id, bool path) public view {
        bytes memory suffix = path ? bytes("/a.json") : bytes("");
        bytes[3] memory cids =
            [CidLib.encodeV0(digest), CidLib.encodeV1(true, digest), CidLib.encodeV1(false, digest)];
        uint8[3] memory forms = [FORM_CID_V0, FORM_CID_V1_RAW, FORM_CID_V1_DAG_PB];
        for (uint256 i; i < 3; ++i) {
            for (uint256 j; j < 2; ++j) {
                bytes memory prefix = j == 0 ? bytes("ipfs://") : bytes("https://gateway.example/ipfs/");
                UriLib.Cut memory cut = _assertComesBack(bytes.concat(prefix, cids[i], suffix), id);
                assertEq(cut.form, forms[i]);
                assertEq(cut.digest, digest);
                assertEq(cut.start, prefix.length);
            }
        }
    }

    function testFuzz_AChangedContentIdStillComesBack(bytes32 digest, uint256 at, uint8 to, bool v0)
        public
        view
    {
        bytes memory cid = v0 ? CidLib.encodeV0(digest) : CidLib.encodeV1(true, digest);
        cid[at % cid.length] = bytes1(to);
        _assertComesBack(bytes.concat("ipfs://", cid), 7);
    }

    function test_KnownContentIds() public view {
        bytes32 digest = 0x9d2cf2e52ab6ea45ecfd7c0f0a9f4e4ac0fcb3f5f8c9a5f0c5b5d1f2a3b4c5d6;
        _assertComesBack(bytes.concat("ipfs://", CidLib.encodeV0(digest)), 1);
        // From the multiformats documentation: the same digest in both versions.
        UriLib.Cut memory v0 = _assertComesBack("ipfs://QmbWqxBEKC3P8tqsKc98xmWNzrzDtRLMiMPL8wBuTGsMnR", 1);
        UriLib.Cut memory v1 =
            _assertComesBack("ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi", 1);
        assertEq(v0.form, FORM_CID_V0);
        assertEq(v1.form, FORM_CID_V1_DAG_PB);
        assertEq(v0.digest, v1.digest);
    }

    function test_AnIdWithinAWordIsNoTemplate() public view {
        assertEq(_assertComesBack("https://x.example/v1/abc", 1).form, FORM_EXACT);
        assertEq(_assertComesBack("https://x.example/11", 1).form, FORM_EXACT);
        assertEq(_assertComesBack("https://x.example/?id=1&v=2", 1).form, FORM_DECIMAL);
        assertEq(_assertComesBack("1", 1).form, FORM_DECIMAL);
        assertEq(_assertComesBack("", 1).form, FORM_CONSTANT);
    }

    // ------------------------------------------------------------------------------------------------------- CROSSING

    /// @dev What one message carries is bounded: four of the longest texts, not one byte more.
    function test_RevertWhen_TheTextsOfOneMessageAreTooLong() public {
        on(a);
        CreatorCollection token = newCollection("");
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.ids = new uint256[](5);
        for (uint256 i; i < 5; ++i) {
            token.mint(ALICE, LibString.repeat("x", i == 4 ? 700 : 1024));
            r.ids[i] = i + 1;
        }
        vm.startPrank(ALICE);
        token.setApprovalForAll(address(a.gateway), true);
        vm.expectRevert(abi.encodeWithSelector(MetadataLib.UrisTooLong.selector, 4796));
        a.gateway.send(r);
        vm.stopPrank();
        uint256[] memory four = new uint256[](4);
        (four[0], four[1], four[2], four[3]) = (1, 2, 3, 4);
        r.ids = four;
        sendAs(a, r, ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).tokenURI(4), token.tokenURI(4));
    }

    function test_EveryFormSurvivesTheCrossing() public {
        on(a);
        CreatorCollection token = newCollection("");
        bytes32 digest = keccak256("content");
        string[6] memory uris = [
            string(bytes.concat("ipfs://", CidLib.encodeV1(true, digest))),
            string(bytes.concat("ipfs://", CidLib.encodeV0(digest), "/metadata.json")),
            "https://x.example/3",
            unicode"竜宮城へようこそ 🐢",
            "data:application/json,{}",
            "ar://abc"
        ];
        for (uint256 i; i < uris.length; ++i) {
            on(a);
            token.mint(ALICE, uris[i]);
            send(a, b, address(token), i + 1, ALICE);
        }
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        for (uint256 i; i < uris.length; ++i) {
            assertEq(there.tokenURI(i + 1), uris[i]);
            assertEq(there.tokenURI(i + 1), token.tokenURI(i + 1));
            (address receiver, uint16 bps) = there.homeRoyalty(i + 1);
            assertEq(receiver, makeAddr("artist"));
            assertEq(bps, 500);
        }
        (address router, uint256 amount) = there.royaltyInfo(1, 1 ether);
        address artist = makeAddr("artist");
        assertEq(router, ICustody(b.gateway.custody()).royaltyRouterOf(a.id, address(token), artist));
        assertEq(amount, 0.05 ether);
    }

    function testFuzz_AnExactTextSurvivesTheCrossing(bytes calldata text) public {
        vm.assume(text.length <= 1024);
        on(a);
        ScriptedToken token = new ScriptedToken();
        token.script(string(text));
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        assertEq(bytes(representation(b, a, address(token)).tokenURI(1)), text);
    }

    /// @dev The dearest message there is must fit in its own gas allowance.
    function test_SixteenExactTextsArriveAndAreRefreshed() public {
        on(a);
        ScriptedToken token = new ScriptedToken();
        token.script(LibString.repeat("x", 256));
        IOutbox.SendRequest memory r = request(b, address(token), 1, BOB);
        r.ids = new uint256[](16);
        for (uint256 i; i < 16; ++i) {
            r.ids[i] = uint256(keccak256(abi.encode(i)));
            token.mint(ALICE, r.ids[i]);
        }
        bytes32 id = sendAs(a, r, ALICE);
        deliverAll(a, b);
        assertEq(b.gateway.parkedMessage(id), 0);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.balanceOf(BOB), 16);
        assertEq(there.tokenURI(r.ids[15]), LibString.repeat("x", 256));
        token.script(LibString.repeat("y", 257));
        vm.prank(ALICE);
        vm.expectRevert();
        a.gateway.send(r);
    }

    function test_ASecondRecordLeavesTheFirstAlone() public {
        on(a);
        ScriptedToken token = new ScriptedToken();
        token.script("https://old.example/1");
        token.mint(ALICE, 1);
        token.mint(ALICE, 2);
        send(a, b, address(token), 1, ALICE);
        token.script("https://new.example/2");
        send(a, b, address(token), 2, ALICE);
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.tokenURI(1), "https://old.example/1");
        assertEq(there.tokenURI(2), "https://new.example/2");
        assertEq(sent[laneBetween(a, b)].length, 4);
    }

    function test_ALongNameIsCutBetweenCharacters() public {
        on(a);
        ScriptedToken token = new ScriptedToken();
        // 43 characters of three bytes: 129, one more than fits.
        string memory name = LibString.repeat(unicode"竜", 43);
        token.rename(name);
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).name(), LibString.repeat(unicode"竜", 42));
    }

    function test_ATokenThatBabblesCrossesWithoutMetadata() public {
        on(a);
        BabblingToken token = new BabblingToken();
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.ownerOf(1), ALICE);
        assertEq(there.name(), "");
        assertEq(there.symbol(), "");
        (address receiver, uint16 bps) = there.homeRoyalty(1);
        assertEq(receiver, address(0));
        assertEq(bps, 0);
    }

    function test_ATokenThatReturnsFindsItsSlotsAgain() public {
        on(a);
        CreatorCollection token = newCollection("");
        string memory uri = string(bytes.concat("ipfs://", CidLib.encodeV1(true, keccak256("content"))));
        token.mint(ALICE, uri);
        for (uint256 i; i < 2; ++i) {
            send(a, b, address(token), 1, ALICE);
            deliverAll(a, b);
            IFullRepresentation there = representation(b, a, address(token));
            assertEq(there.tokenURI(1), uri);
            send(b, a, address(there), 1, ALICE);
            deliverAll(b, a);
            vm.expectRevert();
            there.tokenURI(1);
        }
        assertEq(token.ownerOf(1), ALICE);
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev The form, after asserting that it gives the text back.
    function _assertComesBack(bytes memory uri, uint256 id) private view returns (UriLib.Cut memory cut) {
        cut = harness.splitUri(uri, STANDARD_ERC721, id);
        if (cut.form == FORM_EXACT) return cut;
        bytes memory prefix = LibBytesLike.slice(uri, 0, cut.start);
        bytes memory suffix = LibBytesLike.slice(uri, cut.end, uri.length);
        assertEq(harness.joinUri(cut.form, prefix, suffix, id, cut.digest), uri);
    }
}

library LibBytesLike {
    /// @dev Written plainly, so that it does not share a fault with what it checks.
    function slice(bytes memory text, uint256 from, uint256 to) internal pure returns (bytes memory part) {
        part = new bytes(to > from ? to - from : 0);
        for (uint256 i; i < part.length; ++i) {
            part[i] = text[from + i];
        }
    }
}
