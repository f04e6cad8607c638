// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {TransferLib} from "../../src/libraries/TransferLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ProtocolHarness} from "../harness/ProtocolHarness.sol";
import {Built} from "../utils/Built.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title A chain that was taken over can take only what its own vault holds
contract SegregationTest is ZoneTest {
    CreatorCollection internal token;
    ProtocolHarness internal harness;

    function setUp() public override {
        super.setUp();
        harness = Built.protocolHarness();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i; i < 3; ++i) {
            token.mint(ALICE, "");
        }
        send(a, b, address(token), 1, ALICE);
        send(a, c, address(token), 2, ALICE);
        deliverAll(a, b);
        deliverAll(a, c);
    }

    function test_VaultsAreApart() public view {
        assertTrue(vaultAt(a, b) != vaultAt(a, c));
        assertEq(token.ownerOf(1), vaultAt(a, b));
        assertEq(token.ownerOf(2), vaultAt(a, c));
        assertEq(IVault(vaultAt(a, b)).counterpartChainId(), b.id);
        assertEq(IVault(vaultAt(a, c)).counterpartChainId(), c.id);
    }

    /// @dev What a chain's whole operator, or k colluding validators, could write into the lane from C.
    function test_AForgedMessageCannotReachAnotherChainsVault() public {
        _forge(c, a, _toBob(), 1);
        assertEq(token.ownerOf(1), vaultAt(a, b));
        _forge(c, a, _toBob(), 2);
        assertEq(token.ownerOf(2), BOB, "its own vault is all that it can take");
    }

    function test_AForgedMessageCannotMintForAnotherHome() public {
        TransferLib.Transfer memory t = _toBob();
        t.destinationChainId = b.id;
        bytes memory asset = abi.encodePacked(uint256(9), uint8(2), uint16(1));
        bytes32 id = _forgeRaw(c, b, harness.encodeTransfer(t, "", asset));
        assertTrue(b.gateway.parkedMessage(id) != 0);
        assertEq(representation(b, a, address(token)).balanceOf(BOB), 0);
    }

    function test_AMessageForAnotherChainParks() public {
        TransferLib.Transfer memory t = _toBob();
        t.destinationChainId = b.id;
        _forge(c, a, t, 2);
        assertEq(token.ownerOf(2), vaultAt(a, c));
    }

    function test_ATokenIsNeverReleasedIntoItsOwnVault() public {
        TransferLib.Transfer memory t = _toBob();
        t.recipient = vaultAt(a, c);
        bytes32 id = _forge(c, a, t, 2);
        assertTrue(a.gateway.parkedMessage(id) != 0);
        t.recipient = address(0);
        assertTrue(a.gateway.parkedMessage(_forge(c, a, t, 2)) != 0);
    }

    // ------------------------------------------------------------------------------------------------- UNKNOWN MESSAGES

    /// @dev Nothing that arrives may hold the lane up.
    function testFuzz_GarbageParks(bytes calldata garbage) public {
        vm.assume(garbage.length < 2 || garbage[1] != 0x04);
        bytes32 id = _forgeRaw(c, a, garbage);
        assertEq(a.gateway.parkedMessage(id), commitment(laneBetween(c, a), garbage));
    }

    function testFuzz_AGarbledCollectionIsPassedOver(bytes calldata garbage) public {
        bytes memory message = bytes.concat(hex"0104", garbage);
        bytes32 id = _forgeRaw(c, a, message);
        assertEq(a.gateway.parkedMessage(id), 0);
        assertEq(a.gateway.inboundLane(laneBetween(c, a)).delivered, 1);
    }

    function testFuzz_ATruncatedTransferParks(uint256 length) public {
        bytes memory message = harness.encodeTransfer(_toBob(), "", _plain(2));
        length = bound(length, 0, message.length - 1);
        bytes memory cut = new bytes(length);
        for (uint256 i; i < length; ++i) {
            cut[i] = message[i];
        }
        bytes32 id = _forgeRaw(c, a, cut);
        assertTrue(a.gateway.parkedMessage(id) != 0);
        assertEq(token.ownerOf(2), vaultAt(a, c));
    }

    function test_KindsAndStandardsOfLaterPark() public {
        bytes memory message = harness.encodeTransfer(_toBob(), "", _plain(2));
        for (uint256 i; i < 4; ++i) {
            bytes memory other = bytes.concat(message);
            if (i == 0) other[0] = 0x02;
            else if (i < 3) other[1] = bytes1(uint8(i + 1));
            else other[2] = 0x02;
            assertTrue(a.gateway.parkedMessage(_forgeRaw(c, a, other)) != 0);
        }
        assertEq(token.ownerOf(2), vaultAt(a, c));
    }

    // ------------------------------------------------------------------------------------------------------------ RIGHTS

    function test_NobodyElseMayMoveAnything() public {
        on(a);
        ICustody custody = ICustody(a.gateway.custody());
        IVault vault = IVault(vaultAt(a, b));
        IFullRepresentation there = representation(b, a, address(token));
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1;
        uint256[] memory none;
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB));
        custody.execute(b.id, address(0), "");
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB));
        custody.executeFor(b.id, address(0), "", BOB);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB));
        custody.describe(b.id, 1, "");
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB));
        custody.burn(address(there), ALICE, ids, none);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB));
        custody.createVault(9);
        vm.expectRevert(abi.encodeWithSelector(IVault.CallerNotCustody.selector, BOB));
        vault.release(address(token), STANDARD_ERC721, BOB, _plain(1));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
        there.mintFor(BOB, 1, _plain(7));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
        there.burn(ALICE, ids, none);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
        there.describe(1, "");
    }

    /// @dev Plain transfers cannot be kept out, and nobody can withdraw them; safe ones are refused.
    function test_AStrayStaysInTheVault() public {
        on(a);
        address vault = vaultAt(a, b);
        vm.startPrank(ALICE);
        vm.expectRevert();
        token.safeTransferFrom(ALICE, vault, 3);
        token.transferFrom(ALICE, vault, 3);
        assertEq(token.ownerOf(3), vault);
    }

    function test_ARepresentationTakesNoEther() public {
        IFullRepresentation there = representation(b, a, address(token));
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        (bool ok,) = address(there).call{value: 1}(abi.encodeCall(there.transferFrom, (ALICE, BOB, 1)));
        assertFalse(ok);
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev A release at A, said to come from C.
    function _toBob() private view returns (TransferLib.Transfer memory t) {
        (t.standard, t.count) = (STANDARD_ERC721, 1);
        t.deadline = 1_800_000_000 + DAY;
        t.homeChainId = a.id;
        t.homeToken = address(token);
        t.sourceChainId = c.id;
        t.sender = BOB;
        t.refundAccount = BOB;
        t.destinationChainId = a.id;
        t.recipient = BOB;
    }

    function _plain(uint256 id) private pure returns (bytes memory) {
        return abi.encodePacked(id, uint8(0));
    }

    function _forge(Side memory from, Side memory to, TransferLib.Transfer memory t, uint256 id)
        private
        returns (bytes32)
    {
        return _forgeRaw(from, to, harness.encodeTransfer(t, "", _plain(id)));
    }

    /// @dev Delivers a message that was never sent, under real signatures.
    function _forgeRaw(Side memory from, Side memory to, bytes memory message) private returns (bytes32 id) {
        bytes32 lane = laneBetween(from, to);
        sent[lane].push(message);
        id = headAt(lane, sent[lane].length);
        deliverAll(from, to);
    }
}
