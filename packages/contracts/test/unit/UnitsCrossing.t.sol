// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibString} from "solady/utils/LibString.sol";

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CidLib} from "../../src/libraries/CidLib.sol";
import {STANDARD_ERC1155} from "../../src/types/Protocol.sol";
import {OddUnits, SilentUnits} from "../mocks/HostileErc1155.sol";
import {UnitsReceiver} from "../mocks/Receivers.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title ERC-1155 tokens cross with exact amounts and texts, over any number of hops
contract UnitsCrossingTest is CouncilTest {
    OddUnits internal token;

    function setUp() public override {
        super.setUp();
        on(a);
        token = new SilentUnits();
        token.rename("Shells");
    }

    function test_SeveralAmountsGoRoundAndComeHome() public {
        token.script("https://sea/{id}.json");
        _mint(7, 10);
        _mint(8, 1_000_000);
        _send(a, b, address(token), _two(7, 8), _two(4, 1_000_000));
        deliverAll(a, b);
        OddUnits there = _at(b);
        assertEq(there.balanceOf(ALICE, 7), 4);
        assertEq(there.balanceOf(ALICE, 8), 1_000_000);
        assertEq(token.balanceOf(vaultAt(a, b), 7), 4);
        assertEq(there.uri(8), "https://sea/{id}.json");

        // From B to C, through home.
        _send(b, c, address(there), _two(7, 8), _two(3, 1_000_000));
        deliverAll(b, a);
        collect();
        deliverAll(a, c);
        OddUnits beyond = _at(c);
        assertEq(beyond.balanceOf(ALICE, 7), 3);
        assertEq(beyond.balanceOf(ALICE, 8), 1_000_000);
        assertEq(beyond.uri(7), "https://sea/{id}.json");
        assertEq(beyond.name(), "Shells");
        assertEq(token.balanceOf(vaultAt(a, b), 7), 1);
        assertEq(token.balanceOf(vaultAt(a, c), 7), 3);
        assertEq(there.balanceOf(ALICE, 8), 0);

        _send(c, a, address(beyond), _two(7, 8), _two(3, 1_000_000));
        deliverAll(c, a);
        assertEq(token.balanceOf(ALICE, 7), 9);
        assertEq(token.balanceOf(ALICE, 8), 1_000_000);
        assertEq(token.balanceOf(vaultAt(a, c), 7), 0);
    }

    function testFuzz_TextsAreExactAfterTwoHops(bytes calldata text, uint256 id, bytes32 digest, uint8 kind)
        public
    {
        vm.assume(text.length <= 900);
        string memory uri = string(text);
        if (kind % 5 == 1) uri = string(abi.encodePacked("ipfs://", CidLib.encodeV0(digest), "/a.json"));
        if (kind % 5 == 2) uri = string(abi.encodePacked("ipfs://", CidLib.encodeV1(kind > 99, digest)));
        if (kind % 5 == 3) uri = string.concat("https://x/", LibString.toString(id), ".json");
        if (kind % 5 == 4) uri = string.concat("https://x/", LibString.toHexStringNoPrefix(id, 32));
        token.script(uri);
        _mint(id, 9);
        _send(a, b, address(token), _one(id), _one(9));
        deliverAll(a, b);
        assertEq(_at(b).uri(id), uri);
        _send(b, c, address(_at(b)), _one(id), _one(9));
        deliverAll(b, a);
        collect();
        deliverAll(a, c);
        assertEq(_at(c).uri(id), uri);
        assertEq(_at(c).balanceOf(ALICE, id), 9);
    }

    function test_WhatExpiresComesBackWithItsText() public {
        token.script("https://sea/{id}.json");
        _mint(7, 10);
        _send(a, b, address(token), _one(7), _one(10));
        deliverAll(a, b);
        _send(b, c, address(_at(b)), _one(7), _one(6));
        vm.warp(block.timestamp + 31 days);
        deliverAll(b, a);
        collect();
        deliverAll(a, b);
        assertEq(_at(b).balanceOf(ALICE, 7), 10);
        assertEq(_at(b).uri(7), "https://sea/{id}.json");
        assertEq(token.balanceOf(vaultAt(a, b), 7), 10);
    }

    // ---------------------------------------------------------------------------------------------------- FUNGIBLE-LIKE

    function test_RevertWhen_AnIdIsLikeMoney() public {
        bytes32 act = ActLib.setLimit(nonce(a), address(token), type(uint88).max, 60);
        a.gateway.setLimit(address(token), type(uint88).max, 60, decide(a, act));
        _mint(7, 3_000_000);
        _expectFungibleLike(1_000_001, 1_000_001);
        _send(a, b, address(token), _one(7), _one(1_000_000));
        // What the vault has by then counts too.
        _expectFungibleLike(1, 1_000_001);
        _send(a, c, address(token), _one(7), _one(1_000_000));
    }

    function _expectFungibleLike(uint256 amount, uint256 named) private {
        on(a);
        IOutbox.SendRequest memory r;
        (r.destinationChainId, r.token, r.recipient) = (b.id, address(token), ALICE);
        (r.ids, r.amounts) = (_one(7), _one(amount));
        vm.startPrank(ALICE);
        token.setApprovalForAll(address(a.gateway), true);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenFungibleLike.selector, 7, named));
        a.gateway.send(r);
        vm.stopPrank();
    }

    // ------------------------------------------------------------------------------------------------------- RECEIVERS

    function test_AContractThatRefusesParksUntilItAccepts() public {
        UnitsReceiver receiver = new UnitsReceiver();
        UnitsReceiver.Mode[4] memory modes = [
            UnitsReceiver.Mode.Refuse,
            UnitsReceiver.Mode.Revert,
            UnitsReceiver.Mode.Burn,
            UnitsReceiver.Mode.Bomb
        ];
        bytes32 laneId = laneBetween(a, b);
        for (uint256 i; i < modes.length; ++i) {
            receiver.behave(modes[i]);
            bytes32 id = _sendTo(address(receiver));
            deliverAll(a, b);
            assertTrue(b.gateway.parkedMessage(id) != 0);
            bytes memory message = sent[laneId][sent[laneId].length - 1];
            receiver.behave(UnitsReceiver.Mode.Accept);
            b.gateway.retry(laneId, id, message);
            assertEq(_at(b).balanceOf(address(receiver), 7), 3 * (i + 1));
            // Once only, whatever it accepts.
            vm.expectRevert();
            b.gateway.retry(laneId, id, message);
        }
    }

    /// @dev The receiver tries to end its message again while it is asked.
    function test_Attack_AReceiverRetriesFromWithin() public {
        UnitsReceiver receiver = new UnitsReceiver();
        receiver.behave(UnitsReceiver.Mode.Refuse);
        bytes32 id = _sendTo(address(receiver));
        deliverAll(a, b);
        bytes32 laneId = laneBetween(a, b);
        bytes memory message = sent[laneId][sent[laneId].length - 1];
        receiver.aim(address(b.gateway), abi.encodeCall(IInbox.retry, (laneId, id, message)));
        b.gateway.retry(laneId, id, message);
        assertFalse(receiver.succeeded());
        assertEq(_at(b).balanceOf(address(receiver), 7), 3);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Three of seven.
    function _sendTo(address recipient) private returns (bytes32 id) {
        token.script("https://sea/{id}.json");
        _mint(7, 3);
        IOutbox.SendRequest memory r;
        (r.destinationChainId, r.token, r.recipient) = (b.id, address(token), recipient);
        (r.ids, r.amounts) = (_one(7), _one(3));
        id = sendAs(a, r, ALICE);
    }

    function _at(Side memory chain) private view returns (OddUnits) {
        return OddUnits(chain.gateway.representationOf(a.id, address(token), STANDARD_ERC1155));
    }

    function _mint(uint256 id, uint256 amount) private {
        on(a);
        token.mint(ALICE, id, amount);
    }

    function _send(
        Side memory from,
        Side memory to,
        address what,
        uint256[] memory ids,
        uint256[] memory amounts
    ) private {
        IOutbox.SendRequest memory r = IOutbox.SendRequest({
            destinationChainId: to.id,
            token: what,
            ids: ids,
            amounts: amounts,
            recipient: ALICE,
            refundAccount: address(0),
            deadline: 0,
            ref: ""
        });
        on(from);
        vm.startPrank(ALICE);
        OddUnits(what).setApprovalForAll(address(from.gateway), true);
        from.gateway.send(r);
        vm.stopPrank();
        collect();
    }

    function _one(uint256 x) private pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = x;
    }

    function _two(uint256 x, uint256 y) private pure returns (uint256[] memory list) {
        list = new uint256[](2);
        (list[0], list[1]) = (x, y);
    }
}
