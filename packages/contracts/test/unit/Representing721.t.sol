// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {Vm} from "forge-std/Vm.sol";

import {IERC7572} from "../../src/interfaces/IERC7572.sol";
import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CidLib} from "../../src/libraries/CidLib.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {PartTest} from "../utils/PartTest.sol";

/// @title What stands for an ERC-721 token says what home said last, and forgets nothing
contract Representing721Test is PartTest {
    event MetadataUpdate(uint256 id);

    IFullRepresentation internal token;

    function setUp() public {
        token = IFullRepresentation(makeRepresentation("Representation721", STANDARD_ERC721));
        token.describe(10, _collection(1, "Sea Creatures", "https://sea.example/"));
    }

    // -------------------------------------------------------------------------------------------------------- METADATA

    function test_EveryFormGivesTheTextBack() public {
        bytes32 digest = keccak256("content");
        bytes memory exact = unicode"竜宮城 🐢";
        token.mintFor(
            ALICE,
            5,
            bytes.concat(
                abi.encodePacked(uint256(7), uint8(2), uint16(1)),
                abi.encodePacked(uint256(8), uint8(4), uint16(0), digest),
                abi.encodePacked(uint256(9), uint8(255), uint16(1), uint16(exact.length), exact),
                abi.encodePacked(uint256(10), uint8(1), uint16(1)),
                abi.encodePacked(uint256(11), uint8(3), uint16(1))
            )
        );
        assertEq(token.tokenURI(7), "https://sea.example/7.json");
        assertEq(bytes(token.tokenURI(8)), bytes.concat("ipfs://", CidLib.encodeV0(digest)));
        assertEq(bytes(token.tokenURI(9)), exact);
        assertEq(token.tokenURI(10), "https://sea.example/.json");
        assertEq(
            token.tokenURI(11),
            "https://sea.example/000000000000000000000000000000000000000000000000000000000000000b.json"
        );
        assertEq(token.balanceOf(ALICE), 5);
    }

    function test_AReturnTakesUpWhatTheTokenHad() public {
        bytes32 digest = keccak256("content");
        bytes memory exact = "data:,x";
        token.mintFor(
            ALICE,
            2,
            bytes.concat(
                abi.encodePacked(uint256(8), uint8(5), uint16(0), digest),
                abi.encodePacked(uint256(9), uint8(255), uint16(1), uint16(exact.length), exact)
            )
        );
        (string memory first, string memory second) = (token.tokenURI(8), token.tokenURI(9));
        token.burn(ALICE, ids(8, 9), new uint256[](0));
        token.mintFor(BOB, 2, abi.encodePacked(uint256(8), uint8(0), uint256(9), uint8(0)));
        assertEq(token.ownerOf(8), BOB);
        assertEq(token.tokenURI(8), first);
        assertEq(token.tokenURI(9), second);
    }

    /// @dev Only a forged or a lost fork's Return can do this. The token must still be able to go home.
    function test_AReturnOfATokenThatWasNeverHereHasNoText() public {
        token.mintFor(BOB, 1, abi.encodePacked(uint256(8), uint8(0)));
        assertEq(token.tokenURI(8), "");
        bytes memory refresh = abi.encodePacked(uint256(8), uint8(2), uint16(1));
        token.describe(11, collection(STANDARD_ERC721, 0, description("Sea", ""), 1, refresh));
        assertEq(token.tokenURI(8), "https://sea.example/8.json", "home can say it again");
        token.burn(BOB, ids(8), new uint256[](0));
    }

    function test_ARefreshReachesTokensThatAreAway() public {
        _mint(ALICE, 7);
        _mint(ALICE, 8);
        token.burn(ALICE, ids(8), new uint256[](0));
        bytes memory refreshes = bytes.concat(
            abi.encodePacked(uint256(7), uint8(1), uint16(1)),
            abi.encodePacked(uint256(8), uint8(4), uint16(0), keccak256("x")),
            abi.encodePacked(uint256(9), uint8(1), uint16(1))
        );
        vm.expectEmit(address(token));
        emit MetadataUpdate(7);
        vm.expectEmit(address(token));
        emit MetadataUpdate(8);
        token.describe(11, collection(1, 0, description("Sea", ""), 3, refreshes));
        assertEq(token.tokenURI(7), "https://sea.example/.json");
        vm.expectRevert();
        token.tokenURI(8);
        token.mintFor(BOB, 2, abi.encodePacked(uint256(8), uint8(0), uint256(9), uint8(0)));
        assertEq(bytes(token.tokenURI(8)), bytes.concat("ipfs://", CidLib.encodeV0(keccak256("x"))));
        assertEq(token.tokenURI(9), "", "what was never here is not refreshed");
    }

    // ----------------------------------------------------------------------------------------------------------- ORDER

    function test_AnOlderMessageDefinesItsRecordAndNothingElse() public {
        _mint(ALICE, 7);
        bytes memory refresh = abi.encodePacked(uint256(7), uint8(1), uint16(2));
        vm.recordLogs();
        token.describe(
            9, collection(STANDARD_ERC721, 2, description("Older", "https://old.example/"), 1, refresh)
        );
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(token.name(), "Sea Creatures");
        assertEq(token.tokenURI(7), "https://sea.example/7.json");
        (string memory prefix,,,) = token.metadataRecord(2);
        assertEq(prefix, "https://old.example/");
    }

    function test_ARecordOnceDefinedNeverChanges() public {
        token.describe(11, _collection(1, "Newer", "https://new.example/"));
        assertEq(token.name(), "Newer");
        (string memory prefix, string memory suffix,,) = token.metadataRecord(1);
        assertEq(prefix, "https://sea.example/");
        assertEq(suffix, ".json");
        (prefix, suffix,,) = token.metadataRecord(0);
        assertEq(prefix, "ipfs://");
        assertEq(suffix, "");
        token.describe(12, _collection(0, "Newest", "https://evil.example/"));
        (prefix,,,) = token.metadataRecord(0);
        assertEq(prefix, "ipfs://");
    }

    function test_TheSameSaidAgainIsNotKeptTwice() public {
        uint64 nonce = vm.getNonce(address(token));
        vm.recordLogs();
        token.describe(11, _collection(2, "Sea Creatures", "https://sea.example/"));
        assertEq(vm.getNonce(address(token)), nonce);
        assertEq(vm.getRecordedLogs().length, 0);
        (string memory prefix,,,) = token.metadataRecord(2);
        assertEq(prefix, "https://sea.example/");
        vm.expectEmit(address(token));
        emit IERC7572.ContractURIUpdated();
        token.describe(11, _collection(0, "Other", ""));
        assertEq(vm.getNonce(address(token)), nonce + 1);
    }

    function testFuzz_GarbledMessagesChangeNothing(bytes calldata garbage) public {
        bytes memory message = bytes.concat(_collection(1, "Sea", "p"), garbage);
        // Cut within the description.
        assembly ("memory-safe") {
            mstore(message, 60)
        }
        vm.expectRevert(CollectionLib.CollectionMalformed.selector);
        token.describe(11, message);
        assertEq(token.name(), "Sea Creatures");
    }

    // ------------------------------------------------------------------------------------------------------- ROYALTIES

    function test_RoyaltiesGoToTheRouter() public {
        _mint(ALICE, 7);
        address router = CloneLib.royaltyRouter(routerPart, address(this), HOME, HOME_TOKEN, ARTIST);
        (address receiver, uint256 amount) = token.royaltyInfo(7, 10_001);
        assertEq(receiver, router);
        assertEq(amount, 500);
        (receiver, amount) = token.royaltyInfo(7, type(uint256).max);
        assertEq(amount, type(uint256).max / 20);
        assertEq(CloneLib.deployRoyaltyRouter(routerPart, HOME, HOME_TOKEN, ARTIST), router);
        (address artist, uint16 bps) = token.homeRoyalty(7);
        assertEq(artist, ARTIST);
        assertEq(bps, 500);
    }

    function test_NoRoyaltyNamesNobody() public {
        CollectionLib.Description memory d = description("Sea", "");
        (d.royaltyReceiver, d.royaltyBps) = (address(0), 0);
        token.describe(11, collection(STANDARD_ERC721, 2, d, 0, ""));
        (d.royaltyReceiver, d.royaltyBps) = (ARTIST, 10_001);
        token.describe(12, collection(STANDARD_ERC721, 3, d, 0, ""));
        token.mintFor(
            ALICE, 2, abi.encodePacked(uint256(1), uint8(1), uint16(2), uint256(2), uint8(1), uint16(3))
        );
        for (uint256 id = 1; id <= 2; ++id) {
            (address receiver, uint256 amount) = token.royaltyInfo(id, 1 ether);
            assertEq(receiver, address(0));
            assertEq(amount, 0);
        }
        vm.expectRevert();
        token.royaltyInfo(3, 1);
    }

    // ---------------------------------------------------------------------------------------------------------- RIGHTS

    function test_OnlyTheCustodyMayMakeAndEnd() public {
        bytes memory message = _collection(1, "Evil", "");
        vm.startPrank(ALICE);
        bytes memory refusal = abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, ALICE);
        vm.expectRevert(refusal);
        token.mintFor(ALICE, 1, "");
        vm.expectRevert(refusal);
        token.burn(ALICE, ids(1), new uint256[](0));
        vm.expectRevert(refusal);
        token.describe(99, message);
    }

    function test_ATokenIsNeverHereTwice() public {
        _mint(ALICE, 7);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.TokenExists.selector, 7));
        _mint(BOB, 7);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.TokenExists.selector, 7));
        token.mintFor(BOB, 1, abi.encodePacked(uint256(7), uint8(0)));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.NotTheOwner.selector, 7, BOB));
        token.burn(BOB, ids(7), new uint256[](0));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.NotTheOwner.selector, 8, BOB));
        token.burn(BOB, ids(8), new uint256[](0));
    }

    function test_RevertWhen_TheBytesAreNotTheAssets() public {
        bytes memory asset = abi.encodePacked(uint256(7), uint8(2), uint16(1));
        bytes[5] memory wrong = [
            bytes.concat(asset, hex"00"),
            abi.encodePacked(uint256(7), uint8(2), uint8(1)),
            abi.encodePacked(uint256(7), uint8(7), uint16(1)),
            abi.encodePacked(uint256(7), uint8(4), uint16(1), uint128(1)),
            abi.encodePacked(uint256(7), uint8(255), uint16(1), uint16(9), "x")
        ];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(AssetLib.AssetsMalformed.selector);
            token.mintFor(ALICE, 1, wrong[i]);
        }
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.mintFor(ALICE, 0, "");
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.mintFor(ALICE, 2, asset);
    }

    function test_WhatItSaysOfItself() public {
        (uint64 chainId, address at, uint8 standard) = token.home();
        assertEq(chainId, HOME);
        assertEq(at, HOME_TOKEN);
        assertEq(standard, STANDARD_ERC721);
        assertEq(token.class(), 1);
        assertEq(token.symbol(), "SEA");
        assertEq(token.contractURI(), "ipfs://contract");
        assertTrue(token.supportsInterface(type(IERC2981).interfaceId));
        assertTrue(token.supportsInterface(0x49064906));
        assertTrue(token.supportsInterface(0x80ac58cd));
        assertFalse(token.supportsInterface(0xffffffff));
        _mint(ALICE, 7);
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        (bool ok,) = address(token).call{value: 1}(
            abi.encodeWithSignature("transferFrom(address,address,uint256)", ALICE, BOB, 7)
        );
        assertFalse(ok, "ether could not be taken out again");
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _mint(address to, uint256 id) private {
        token.mintFor(to, 1, abi.encodePacked(id, uint8(2), uint16(1)));
    }

    function _collection(uint16 record, string memory name, string memory prefix)
        private
        view
        returns (bytes memory)
    {
        return collection(STANDARD_ERC721, record, description(name, prefix), 0, "");
    }
}
