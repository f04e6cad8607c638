// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title A dead chain's holders have assets of every standard
/// @notice One NFT and three units of the others are in the vault of B; each list names one holding.
contract LastHoldersTest is EndingTest {
    uint40 internal from;

    function setUp() public override {
        super.setUp();
        for (uint8 standard = STANDARD_ERC721; standard <= STANDARD_ERC20; ++standard) {
            cross(a, b, standard);
        }
        from = uint40(block.timestamp) + 7 * DAY;
    }

    // ------------------------------------------------------------------------------------------------------ TAKING OUT

    function test_EachStandardIsTakenOut() public {
        for (uint8 standard = STANDARD_ERC721; standard <= STANDARD_ERC20; ++standard) {
            uint256 before = vm.snapshotState();
            _propose(_holding(standard));
            vm.warp(from);
            assertEq(held(a, standard, BOB), 0);
            _takeOut(_holding(standard), BOB);
            assertHeld(a, standard, BOB);
            vm.revertToState(before);
        }
    }

    function test_RevertWhen_ItIsTakenOutForNobody() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC1155);
        _propose(h);
        vm.warp(from);
        vm.prank(ALICE);
        vm.expectRevert(IOutbox.RecipientMissing.selector);
        a.gateway.takeOut(h, new bytes32[](0), NOBODY, 0, "");
        _takeOut(h, BOB);
    }

    function test_RevertWhen_TheTokenIsGone() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC1155);
        _propose(h);
        vm.warp(from);
        bytes memory code = address(shells).code;
        vm.etch(address(shells), "");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CollectionUnknown.selector, address(shells)));
        a.gateway.takeOut(h, new bytes32[](0), BOB, 0, "");
        // Nothing is lost by asking too early.
        vm.etch(address(shells), code);
        _takeOut(h, BOB);
        assertHeld(a, STANDARD_ERC1155, BOB);
    }

    // ------------------------------------------------------------------------------------------------------ CHALLENGES

    function test_WhatTheVaultHoldsStays() public {
        for (uint8 standard = STANDARD_ERC721; standard <= STANDARD_ERC20; ++standard) {
            uint256 before = vm.snapshotState();
            _propose(_holding(standard));
            _expectUnproven(_holding(standard));
            vm.revertToState(before);
        }
    }

    function test_MoreUnitsThanTheVaultHoldsAreStruck() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC1155);
        h.amount = UNITS + 1;
        _expectStruck(h);
    }

    function test_UnitsOfAnotherIdAreStruck() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC1155);
        h.id = ID + 1;
        _expectStruck(h);
    }

    function test_TwoOfOneNftAreStruck() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC721);
        h.amount = 2;
        _expectStruck(h);
    }

    function test_AHoldingOfNoStandardIsStruck() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC721);
        h.standard = STANDARD_ERC20 + 1;
        _expectStruck(h);
    }

    /// @dev Whoever finds a token stopped for an hour must not end what others have of it.
    function test_ATokenThatIsSilentSaysNothing() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC1155);
        h.amount = UNITS + 1;
        _propose(h);
        vm.mockCallRevert(address(shells), bytes(""), "silent");
        _expectUnproven(h);
        vm.clearMockedCalls();
        vm.mockCall(address(shells), bytes(""), new bytes(31));
        _expectUnproven(h);
        vm.clearMockedCalls();
        vm.mockCall(address(shells), bytes(""), new bytes(32));
        vm.expectEmit(address(a.gateway));
        emit IWindDown.HoldingStruck(b.id, _leaf(h));
        a.gateway.challengeExcess(h, new bytes32[](0));
    }

    /// @dev A stranger's money is struck like any token; what the council listed voids the list.
    function test_MoneyThatLeftTheListIsStruck() public {
        IWindDown.Holding memory h = _holding(STANDARD_ERC20);
        h.amount = UNITS + 1;
        list(address(yen), 0);
        _expectStruck(h);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _holding(uint8 standard) private view returns (IWindDown.Holding memory) {
        uint256 id = standard == STANDARD_ERC20 ? 0 : ID;
        return IWindDown.Holding(b.id, standard, homeToken(standard), id, units(standard), ALICE);
    }

    /// @dev A list of one: its leaf is the root.
    function _propose(IWindDown.Holding memory h) private {
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, _leaf(h), 0));
        on(a);
        a.gateway.proposeWindDown(b.id, 0, _leaf(h), 0, signatures);
    }

    function _takeOut(IWindDown.Holding memory h, address recipient) private {
        vm.prank(ALICE);
        a.gateway.takeOut(h, new bytes32[](0), recipient, 0, "");
    }

    function _expectUnproven(IWindDown.Holding memory h) private {
        vm.expectRevert(IWindDown.ChallengeUnproven.selector);
        a.gateway.challengeExcess(h, new bytes32[](0));
    }

    function _expectStruck(IWindDown.Holding memory h) private {
        _propose(h);
        vm.expectEmit(address(a.gateway));
        emit IWindDown.HoldingStruck(b.id, _leaf(h));
        a.gateway.challengeExcess(h, new bytes32[](0));
        vm.warp(from);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.HoldingTaken.selector, _leaf(h)));
        a.gateway.takeOut(h, new bytes32[](0), ALICE, 0, "");
    }

    function _leaf(IWindDown.Holding memory h) private pure returns (bytes32) {
        return keccak256(
            bytes.concat(keccak256(abi.encode(h.chainId, h.standard, h.token, h.id, h.amount, h.holder)))
        );
    }
}
