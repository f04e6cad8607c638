// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CLASS_PAYMENT, STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft, FreezingUnits, IFreezing} from "../mocks/Freezing.sol";
import {RevertingMoney} from "../mocks/HostileErc20.sol";
import {CouncilTest} from "./CouncilTest.sol";

/// @title A zone with an asset of each standard, whose messages end in every way there is
/// @notice All are born on A. What is sent is always one NFT, or three units.
abstract contract EndingTest is CouncilTest {
    uint256 internal constant ID = 7;
    uint256 internal constant UNITS = 3;
    string internal constant URI = "https://sea.example/7.json";

    FreezingNft internal art;
    FreezingUnits internal shells;
    RevertingMoney internal yen;

    function setUp() public virtual override {
        super.setUp();
        on(a);
        (art, shells, yen) = (new FreezingNft(), new FreezingUnits(), new RevertingMoney());
        art.script(URI);
        shells.script(URI);
        art.mint(ALICE, ID);
        shells.mint(ALICE, ID, UNITS);
        yen.mint(ALICE, UNITS);
        list(address(yen), CLASS_PAYMENT);
    }

    // -------------------------------------------------------------------------------------------------------- ASSETS

    function homeToken(uint8 standard) internal view returns (address) {
        if (standard == STANDARD_ERC721) return address(art);
        return standard == STANDARD_ERC1155 ? address(shells) : address(yen);
    }

    function tokenOn(Side memory at, uint8 standard) internal view returns (address) {
        address home = homeToken(standard);
        return at.id == a.id ? home : at.gateway.representationOf(a.id, home, standard);
    }

    function units(uint8 standard) internal pure returns (uint256) {
        return standard == STANDARD_ERC721 ? 1 : UNITS;
    }

    /// @dev What an account has of the asset, on one chain.
    function held(Side memory at, uint8 standard, address who) internal view returns (uint256) {
        address token = tokenOn(at, standard);
        if (token.code.length == 0) return 0;
        // ERC-721 counts as ERC-20 does.
        return
            standard == STANDARD_ERC1155 ? IERC1155(token).balanceOf(who, ID) : IERC20(token).balanceOf(who);
    }

    function assertHeld(Side memory at, uint8 standard, address who) internal view {
        assertEq(held(at, standard, who), units(standard), "all of it is here");
    }

    function freeze(uint8 standard, bool frozen) internal {
        IFreezing(homeToken(standard)).setHostile(frozen);
    }

    function list(address token, uint8 class) internal {
        on(a);
        bytes memory signatures = decide(a, ActLib.listToken(nonce(a), token, class, type(uint88).max, 60));
        a.gateway.listToken(token, class, type(uint88).max, 60, signatures);
    }

    // ------------------------------------------------------------------------------------------------------- SENDING

    function ask(Side memory from, Side memory to, uint8 standard, address recipient)
        internal
        view
        returns (IOutbox.SendRequest memory r)
    {
        (r.destinationChainId, r.recipient) = (to.id, recipient);
        r.token = tokenOn(from, standard);
        r.ids = new uint256[](standard == STANDARD_ERC20 ? 0 : 1);
        r.amounts = new uint256[](standard == STANDARD_ERC721 ? 0 : 1);
        if (r.ids.length != 0) r.ids[0] = ID;
        if (r.amounts.length != 0) r.amounts[0] = UNITS;
    }

    function approve(Side memory at, uint8 standard, address owner) internal {
        address token = tokenOn(at, standard);
        vm.startPrank(owner);
        if (standard == STANDARD_ERC20) IERC20(token).approve(address(at.gateway), UNITS);
        else IERC1155(token).setApprovalForAll(address(at.gateway), true);
        vm.stopPrank();
    }

    function cross(Side memory from, Side memory to, uint8 standard) internal returns (bytes32 messageId) {
        return crossAs(from, ask(from, to, standard, ALICE), standard, ALICE);
    }

    function crossAs(Side memory from, IOutbox.SendRequest memory r, uint8 standard, address owner)
        internal
        returns (bytes32 messageId)
    {
        approve(from, standard, owner);
        on(from);
        vm.prank(owner);
        messageId = from.gateway.send(r);
        collect();
    }

    /// @dev To B, and there.
    function bring(uint8 standard) internal {
        cross(a, b, standard);
        deliverAll(a, b);
    }

    /// @dev Long after everything's deadline.
    function expire() internal {
        vm.warp(block.timestamp + 31 days);
    }

    // ------------------------------------------------------------------------------------------------------- ARRIVING

    /// @dev Delivers what left, and files what the delivery itself sent.
    function arrive(Side memory from, Side memory to) internal {
        deliverAll(from, to);
        collect();
    }

    /// @dev Out of order, by anyone, under a checkpoint at the end of what left.
    function claim(Side memory from, Side memory to, uint64 sequence) internal {
        bytes32 laneId = laneBetween(from, to);
        claimUnder(from, to, sequence, uint64(sent[laneId].length));
    }

    function claimUnder(Side memory from, Side memory to, uint64 sequence, uint64 checkpoint) internal {
        bytes memory call = claimCall(from, to, sequence, checkpoint);
        on(to);
        vm.prank(RELAYER);
        (bool ok, bytes memory reason) = address(to.gateway).call(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }

    function expectNotClaimed(Side memory from, Side memory to, uint64 sequence, bytes memory reason)
        internal
    {
        bytes memory call = claimCall(from, to, sequence, uint64(sent[laneBetween(from, to)].length));
        on(to);
        vm.prank(RELAYER);
        (bool ok, bytes memory answer) = address(to.gateway).call(call);
        assertFalse(ok, "claimed");
        assertEq(answer, reason);
    }

    function claimCall(Side memory from, Side memory to, uint64 sequence, uint64 checkpoint)
        internal
        view
        returns (bytes memory)
    {
        bytes32 laneId = laneBetween(from, to);
        bytes32[] memory tail = new bytes32[](checkpoint - sequence);
        for (uint256 i; i < tail.length; ++i) {
            tail[i] = keccak256(sent[laneId][sequence + i]);
        }
        bytes memory signatures = signCheckpoint(laneId, checkpoint, headAt(laneId, checkpoint));
        bytes32 prior = headAt(laneId, sequence - 1);
        bytes memory message = sent[laneId][sequence - 1];
        return abi.encodeCall(IInbox.claim, (laneId, checkpoint, prior, message, tail, signatures));
    }

    function retry(Side memory from, Side memory to, bytes32 id) internal {
        bytes32 laneId = laneBetween(from, to);
        on(to);
        vm.prank(BOB);
        to.gateway.retry(laneId, id, latest(laneId));
    }

    function expectNotRetried(Side memory from, Side memory to, bytes32 id, bytes4 reason) internal {
        bytes32 laneId = laneBetween(from, to);
        bytes memory message = latest(laneId);
        on(to);
        vm.expectPartialRevert(reason);
        to.gateway.retry(laneId, id, message);
    }

    function isParked(Side memory at, bytes32 id) internal view returns (bool) {
        return at.gateway.parkedMessage(id) != 0;
    }

    /// @dev The Return that gives back a message of `from`, written out here rather than asked of the contracts.
    function returnOf(bytes32 ended, uint8 standard, Side memory refund, address account)
        internal
        view
        returns (bytes memory)
    {
        bytes memory assets = standard == STANDARD_ERC20
            ? abi.encodePacked(uint128(UNITS))
            : standard == STANDARD_ERC1155
                ? abi.encodePacked(ID, uint128(UNITS), uint8(0))
                : abi.encodePacked(ID, uint8(0));
        return abi.encodePacked(
            hex"0103", standard, hex"0101", a.id, homeToken(standard), refund.id, account, ended, assets
        );
    }

    /// @dev Expects that the next call ends a message by the Return that is given.
    function expectReturned(Side memory from, Side memory to, bytes32 id, bytes memory returned) internal {
        bytes32 back = laneBetween(to, from);
        bytes32 returnId = keccak256(abi.encodePacked(headAt(back, sent[back].length), keccak256(returned)));
        vm.expectEmit(address(to.gateway));
        emit IInbox.MessageReturned(laneBetween(from, to), id, returnId);
    }
}
