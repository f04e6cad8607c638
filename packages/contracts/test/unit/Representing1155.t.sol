// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";

import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {IRepresentation1155} from "../../src/interfaces/IRepresentation1155.sol";
import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CidLib} from "../../src/libraries/CidLib.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {ReceiverLib} from "../../src/libraries/ReceiverLib.sol";
import {STANDARD_ERC1155} from "../../src/types/Protocol.sol";
import {UnitsReceiver} from "../mocks/Receivers.sol";
import {PartTest} from "../utils/PartTest.sol";

interface IFullUnits is IRepresentation1155, IERC1155MetadataURI {}

/// @title What stands for ERC-1155 tokens: exact amounts, one text per id, and receivers that are asked with care
contract Representing1155Test is PartTest {
    IFullUnits internal token;
    UnitsReceiver internal receiver;

    function setUp() public {
        token = IFullUnits(makeRepresentation("Representation1155", STANDARD_ERC1155));
        token.describe(10, collection(STANDARD_ERC1155, 1, description("Shells", "https://sea/"), 0, ""));
        receiver = new UnitsReceiver();
    }

    // --------------------------------------------------------------------------------------------------------- AMOUNTS

    function test_SeveralAmountsArriveAndGo() public {
        token.mintFor(ALICE, 3, bytes.concat(_asset(7, 5), _asset(8, 1_000_000), _asset(7, 2)));
        assertEq(token.balanceOf(ALICE, 7), 7);
        assertEq(token.balanceOf(ALICE, 8), 1_000_000);
        assertEq(token.totalSupply(7), 7);
        token.burn(ALICE, ids(7, 8), ids(3, 1_000_000));
        assertEq(token.balanceOf(ALICE, 7), 4);
        assertEq(token.totalSupply(7), 4);
        assertEq(token.totalSupply(8), 0);
        vm.prank(ALICE);
        token.safeTransferFrom(ALICE, BOB, 7, 4, "");
        assertEq(token.totalSupply(7), 4);
    }

    function testFuzz_SupplyIsWhatHoldersHave(uint128[4] memory amounts, uint128 burned) public {
        uint256 sum;
        for (uint256 i; i < 4; ++i) {
            amounts[i] = uint128(bound(amounts[i], 0, type(uint128).max / 4));
            token.mintFor(i % 2 == 0 ? ALICE : BOB, 1, _asset(7, amounts[i]));
            sum += amounts[i];
        }
        burned = uint128(bound(burned, 0, token.balanceOf(BOB, 7)));
        token.burn(BOB, ids(7), ids(burned));
        assertEq(token.totalSupply(7), sum - burned);
        assertEq(token.balanceOf(ALICE, 7) + token.balanceOf(BOB, 7), sum - burned);
    }

    function test_RevertWhen_SomebodyGivesUpWhatTheyDoNotHave() public {
        token.mintFor(ALICE, 1, _asset(7, 5));
        vm.expectRevert(
            abi.encodeWithSelector(IERC1155Errors.ERC1155InsufficientBalance.selector, ALICE, 2, 4, 7)
        );
        token.burn(ALICE, ids(7, 7), ids(3, 4));
        vm.expectRevert();
        token.burn(BOB, ids(7), ids(1));
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidSender.selector, address(0)));
        token.burn(address(0), ids(7), ids(1));
        vm.expectRevert();
        token.burn(ALICE, ids(7, 7), ids(1));
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(0)));
        token.mintFor(address(0), 1, _asset(7, 5));
        token.mintFor(ALICE, 1, _asset(8, type(uint128).max));
        vm.expectRevert();
        token.mintFor(ALICE, 1, _asset(8, 1));
    }

    function test_OnlyTheCustodyMayMakeAndEnd() public {
        vm.startPrank(ALICE);
        bytes memory refusal = abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, ALICE);
        vm.expectRevert(refusal);
        token.mintFor(ALICE, 1, "");
        vm.expectRevert(refusal);
        token.burn(ALICE, ids(1), ids(1));
    }

    function test_RevertWhen_TheBytesAreNotTheAssets() public {
        bytes[4] memory wrong = [
            bytes.concat(_asset(7, 5), hex"00"),
            abi.encodePacked(uint256(7), uint128(5), uint8(2), uint8(1)),
            abi.encodePacked(uint256(7), uint128(5), uint8(9), uint16(1)),
            abi.encodePacked(uint256(7), uint128(5), uint8(255), uint16(1), uint16(3), "ab")
        ];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(AssetLib.AssetsMalformed.selector);
            token.mintFor(ALICE, 1, wrong[i]);
        }
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.mintFor(ALICE, 0, "");
    }

    // -------------------------------------------------------------------------------------------------------- METADATA

    function test_EveryFormGivesTheTextBack() public {
        bytes32 digest = keccak256("content");
        bytes memory exact = unicode"https://x/{id}/貝";
        token.mintFor(
            ALICE,
            4,
            bytes.concat(
                abi.encodePacked(uint256(7), uint128(1), uint8(2), uint16(1)),
                abi.encodePacked(uint256(0xab), uint128(1), uint8(3), uint16(1)),
                abi.encodePacked(uint256(9), uint128(1), uint8(6), uint16(0), digest),
                abi.encodePacked(uint256(10), uint128(1), uint8(255), uint16(1), uint16(exact.length), exact)
            )
        );
        assertEq(token.uri(7), "https://sea/7.json");
        assertEq(
            token.uri(0xab),
            "https://sea/00000000000000000000000000000000000000000000000000000000000000ab.json"
        );
        assertEq(bytes(token.uri(9)), bytes.concat("ipfs://", CidLib.encodeV1(false, digest)));
        assertEq(bytes(token.uri(10)), exact);
        assertEq(token.uri(11), "");
        assertEq(token.name(), "Shells");
        assertEq(token.symbol(), "SEA");
        assertEq(token.contractURI(), "ipfs://contract");
        assertEq(token.class(), 1);
        (address artist, uint16 bps) = token.homeRoyalty(7);
        assertEq(artist, ARTIST);
        assertEq(bps, 500);
        (address router, uint256 amount) = token.royaltyInfo(7, 1000);
        assertEq(router, CloneLib.royaltyRouter(routerPart, address(this), HOME, HOME_TOKEN, ARTIST));
        assertEq(amount, 50);
        (router, amount) = token.royaltyInfo(11, 1000);
        assertEq(router, address(0));
        assertTrue(token.supportsInterface(type(IERC2981).interfaceId));
        assertTrue(token.supportsInterface(type(IERC1155).interfaceId));
        assertTrue(token.supportsInterface(type(IERC1155MetadataURI).interfaceId));
    }

    function test_ARefreshReachesIdsThatAreAway() public {
        token.mintFor(ALICE, 1, _asset(7, 5));
        token.burn(ALICE, ids(7), ids(5));
        bytes memory refreshes = bytes.concat(
            abi.encodePacked(uint256(7), uint8(1), uint16(1)),
            abi.encodePacked(uint256(8), uint8(1), uint16(1))
        );
        vm.expectEmit(address(token));
        emit IERC1155.URI("https://sea/.json", 7);
        token.describe(11, collection(STANDARD_ERC1155, 0, description("Shells", ""), 2, refreshes));
        token.mintFor(ALICE, 2, bytes.concat(_plain(7, 5), _plain(8, 5)));
        assertEq(token.uri(7), "https://sea/.json");
        assertEq(token.uri(8), "");
        refreshes = abi.encodePacked(uint256(8), uint8(2), uint16(1));
        token.describe(12, collection(STANDARD_ERC1155, 0, description("Shells", ""), 1, refreshes));
        assertEq(token.uri(8), "https://sea/8.json", "home can say it again");
    }

    function test_HoldersAreToldWhenWhatArrivesChangesTheText() public {
        token.mintFor(ALICE, 1, _asset(7, 5));
        vm.recordLogs();
        token.mintFor(BOB, 1, _asset(7, 5));
        assertEq(vm.getRecordedLogs().length, 1, "the same again is no change");
        bytes32 digest = keccak256("x");
        vm.expectEmit(address(token));
        emit IERC1155.URI(string(bytes.concat("ipfs://", CidLib.encodeV0(digest))), 7);
        token.mintFor(BOB, 1, abi.encodePacked(uint256(7), uint128(1), uint8(4), uint16(0), digest));
        digest = keccak256("y");
        vm.expectEmit(address(token));
        emit IERC1155.URI(string(bytes.concat("ipfs://", CidLib.encodeV0(digest))), 7);
        token.mintFor(BOB, 1, abi.encodePacked(uint256(7), uint128(1), uint8(4), uint16(0), digest));
    }

    // ------------------------------------------------------------------------------------------------------- RECEIVERS

    function test_AContractIsAskedWithBoundedGas() public {
        token.mintFor(address(receiver), 1, _asset(7, 5));
        assertEq(receiver.asked(), 1);
        assertLe(receiver.gasGiven(), 200_000);
        assertGt(receiver.gasGiven(), 190_000);
        assertEq(
            receiver.told(),
            keccak256(abi.encode(address(this), address(0), uint256(7), uint256(5), bytes("")))
        );
        token.mintFor(address(receiver), 2, bytes.concat(_asset(7, 5), _asset(8, 6)));
        assertEq(
            receiver.told(), keccak256(abi.encode(address(this), address(0), ids(7, 8), ids(5, 6), bytes("")))
        );
    }

    function test_AContractThatDoesNotAcceptParksTheMessage() public {
        UnitsReceiver.Mode[6] memory modes = [
            UnitsReceiver.Mode.Refuse,
            UnitsReceiver.Mode.Revert,
            UnitsReceiver.Mode.Burn,
            UnitsReceiver.Mode.Bomb,
            UnitsReceiver.Mode.AnswerShortly,
            UnitsReceiver.Mode.AnswerWithMore
        ];
        bytes memory refusal =
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(receiver));
        for (uint256 i; i < modes.length; ++i) {
            receiver.behave(modes[i]);
            vm.expectRevert(refusal);
            token.mintFor(address(receiver), 1, _asset(7, 5));
        }
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(this)));
        token.mintFor(address(this), 1, _asset(7, 5));
        assertEq(token.totalSupply(7), 0);
        receiver.behave(UnitsReceiver.Mode.Accept);
        token.mintFor(address(receiver), 1, _asset(7, 5));
        assertEq(token.balanceOf(address(receiver), 7), 5);
    }

    /// @dev What a receiver answers beyond its word is not copied, and what it burns is its own allowance.
    function test_AMegabyteOfAnAnswerCostsNothing() public {
        token.mintFor(ALICE, 1, _asset(7, 5));
        receiver.behave(UnitsReceiver.Mode.AcceptWithAMegabyte);
        token.mintFor{gas: 500_000}(address(receiver), 1, _asset(7, 5));
        assertEq(token.balanceOf(address(receiver), 7), 5);
    }

    function test_AReturnAsksNobody() public {
        receiver.behave(UnitsReceiver.Mode.Revert);
        token.mintFor(address(receiver), 2, bytes.concat(_plain(7, 5), _plain(8, 5)));
        assertEq(receiver.asked(), 0);
        assertEq(token.balanceOf(address(receiver), 7), 5);
    }

    /// @dev EIP-7702: a person's account stays a person's, whatever it delegates to.
    function test_AnAccountWithDelegatedCodeIsNotCalled() public {
        receiver.behave(UnitsReceiver.Mode.Revert);
        (address person, uint256 key) = makeAddrAndKey("person");
        vm.signAndAttachDelegation(address(receiver), key);
        (bool ok,) = person.call("");
        ok;
        assertEq(person.code, abi.encodePacked(hex"ef0100", address(receiver)));
        token.mintFor(person, 1, _asset(7, 5));
        assertEq(token.balanceOf(person, 7), 5);
        // What it delegates to would count this in the person's own storage.
        assertEq(UnitsReceiver(person).asked(), 0);
        // Code that only looks like it from afar is called.
        address other = makeAddr("other");
        vm.etch(other, hex"00ff0100ffffffffffffffffffffffffffffffffffffff");
        vm.expectRevert();
        token.mintFor(other, 1, _asset(7, 5));
    }

    /// @dev Forced parking by low gas: who gives too little fails as a whole, and the receiver was never asked.
    function test_ForcedParkingByLowGas() public {
        for (uint256 gas_ = 60_000; gas_ < 330_000; gas_ += 10_000) {
            uint256 before = receiver.asked();
            try token.mintFor{gas: gas_}(address(receiver), 1, _asset(7, 1)) {
                assertGt(receiver.gasGiven(), 190_000);
            } catch (bytes memory reason) {
                if (reason.length != 0) assertEq(bytes4(reason), ReceiverLib.GasTooLowForReceiver.selector);
                assertEq(receiver.asked(), before);
            }
        }
    }

    function test_AReceiverCannotMintAgainFromWithin() public {
        receiver.aim(address(token), abi.encodeCall(IRepresentation.mintFor, (ALICE, 1, _asset(7, 5))));
        token.mintFor(address(receiver), 1, _asset(7, 5));
        assertFalse(receiver.succeeded());
        assertEq(token.totalSupply(7), 5);
        // It may already give away what it received.
        receiver.aim(
            address(token), abi.encodeCall(IERC1155.safeTransferFrom, (address(receiver), ALICE, 7, 10, ""))
        );
        token.mintFor(address(receiver), 1, _asset(7, 5));
        assertTrue(receiver.succeeded());
        assertEq(token.balanceOf(ALICE, 7), 10);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _asset(uint256 id, uint256 amount) private pure returns (bytes memory) {
        return abi.encodePacked(id, uint128(amount), uint8(2), uint16(1));
    }

    function _plain(uint256 id, uint256 amount) private pure returns (bytes memory) {
        return abi.encodePacked(id, uint128(amount), uint8(0));
    }
}
