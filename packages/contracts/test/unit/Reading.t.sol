// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibString} from "solady/utils/LibString.sol";

import {IMetadataReader} from "../../src/interfaces/IMetadataReader.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {StrangerLib} from "../../src/libraries/StrangerLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {OddUnits, SilentUnits} from "../mocks/HostileErc1155.sol";
import {BareMoney, NonsenseMoney, SilentMoney} from "../mocks/HostileErc20.sol";
import {BabblingToken, ScriptedToken} from "../mocks/HostileTokens.sol";
import {Built} from "../utils/Built.sol";
import {PartTest} from "../utils/PartTest.sol";

/// @title What home says of a collection is read within bounds, and written down exactly
contract ReadingTest is PartTest {
    IMetadataReader internal reader;
    ProtocolHarness internal harness;

    function setUp() public {
        reader = IMetadataReader(make("MetadataReader"));
        harness = Built.protocolHarness();
    }

    function test_AnErc721Collection() public {
        CreatorCollection token =
            new CreatorCollection("Sea", "SEA", "ipfs://c", "https://sea/", address(this), ARTIST, 500);
        token.mint(ALICE, "");
        bytes memory message = reader.collectionMessage(address(token), STANDARD_ERC721, 1, 1, 3, false);
        (uint16 record, CollectionLib.Description memory d) = _decode(message, address(token));
        assertEq(message[2], bytes1(STANDARD_ERC721));
        assertEq(message[3], bytes1(uint8(1)));
        assertEq(record, 3);
        assertEq(d.name, "Sea");
        assertEq(d.prefix, "https://sea/");
        assertEq(d.suffix, "");
        assertEq(d.royaltyReceiver, ARTIST);
        assertEq(d.royaltyBps, 500);
        assertEq(d.contractURI, "ipfs://c");
        assertEq(message[message.length - 1], bytes1(0));
        bytes memory refreshed = reader.collectionMessage(address(token), STANDARD_ERC721, 1, 1, 3, true);
        bytes memory asset = abi.encodePacked(uint8(1), uint256(1), uint8(2), uint16(3));
        assertEq(LibString.slice(string(refreshed), message.length - 1), string(asset));
    }

    /// @dev ERC-4906: a collection may change what it says; each message says what counts then.
    function test_ChangingUris() public {
        ScriptedToken token = new ScriptedToken();
        token.mint(ALICE, 5);
        token.script("https://old/5");
        (, CollectionLib.Description memory d) =
            _decode(reader.collectionMessage(address(token), STANDARD_ERC721, 1, 5, 1, true), address(token));
        assertEq(d.prefix, "https://old/");
        token.script("https://new/5.json");
        (, d) =
            _decode(reader.collectionMessage(address(token), STANDARD_ERC721, 1, 5, 2, true), address(token));
        assertEq(d.prefix, "https://new/");
        assertEq(d.suffix, ".json");
    }

    function test_AnErc1155Collection() public {
        OddUnits token = new SilentUnits();
        token.rename("Shells");
        token.script("https://sea/{id}.json");
        bytes memory message = reader.collectionMessage(address(token), STANDARD_ERC1155, 1, 9, 2, true);
        (uint16 record, CollectionLib.Description memory d) = _decode(message, address(token));
        assertEq(record, 2);
        assertEq(d.name, "Shells");
        assertEq(d.symbol, "");
        assertEq(d.prefix, "https://sea/{id}.json");
        assertEq(d.suffix, "");
        assertEq(d.royaltyReceiver, address(token));
        assertEq(d.royaltyBps, 500);
        bytes memory refresh = abi.encodePacked(uint8(1), uint256(9), uint8(1), uint16(2));
        assertTrue(LibString.endsWith(string(message), string(refresh)));
    }

    function test_AnErc20Token() public {
        SilentMoney token = new SilentMoney();
        bytes memory message = reader.collectionMessage(address(token), STANDARD_ERC20, 2, 9, 0, true);
        (uint16 record, CollectionLib.Description memory d) = _decode(message, address(token));
        assertEq(message[2], bytes1(STANDARD_ERC20));
        assertEq(message[3], bytes1(uint8(2)));
        assertEq(record, 0);
        assertEq(d.name, "Odd Money");
        assertEq(d.symbol, "ODD");
        assertEq(d.decimals, 18);
        assertEq(d.royaltyReceiver, address(0));
        assertEq(message[message.length - 1], bytes1(0), "money has nothing to refresh");
    }

    function test_NonsenseDecimalsAreNone() public {
        assertEq(_decimals(address(new BareMoney())), 0);
        assertEq(_decimals(address(new NonsenseMoney(256))), 0);
        assertEq(_decimals(address(new NonsenseMoney(type(uint256).max))), 0);
        assertEq(_decimals(address(new NonsenseMoney(255))), 255);
        assertEq(_decimals(address(new BabblingToken())), 0);
        assertEq(_decimals(makeAddr("no code")), 0);
    }

    function test_WhoAsksWithTooLittleGasGetsNoAnswer() public {
        BabblingToken token = new BabblingToken();
        vm.expectRevert(StrangerLib.GasTooLowToAsk.selector);
        reader.collectionMessage{gas: 400_000}(address(token), STANDARD_ERC20, 2, 0, 0, false);
    }

    function test_ABabblingCollectionSaysNothing() public {
        BabblingToken token = new BabblingToken();
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bytes memory message = reader.collectionMessage(address(token), standard, 1, 1, 0, false);
            (, CollectionLib.Description memory d) = _decode(message, address(token));
            assertEq(d.name, "");
            assertEq(d.symbol, "");
            assertEq(d.contractURI, "");
        }
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _decimals(address token) private view returns (uint8) {
        bytes memory message = reader.collectionMessage(token, STANDARD_ERC20, 2, 0, 0, false);
        (, CollectionLib.Description memory d) = _decode(message, token);
        return d.decimals;
    }

    function _decode(bytes memory message, address expected)
        private
        view
        returns (uint16 record, CollectionLib.Description memory d)
    {
        uint64 chainId;
        address token;
        (chainId, token, record,, d) = harness.decodeCollection(message);
        assertEq(chainId, block.chainid);
        assertEq(token, expected);
    }
}
