// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft} from "../mocks/Freezing.sol";
import {UnitsReceiver} from "../mocks/Receivers.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Who would have received a parked message may name another account
contract RedirectingTest is EndingTest {
    uint256 private immutable ALICES_KEY = uint256(keccak256("alice"));
    address private immutable CAROL = makeAddr("carol");
    uint40 private constant EXPIRY = type(uint40).max;

    // ------------------------------------------------------------------------------------------------------- TRANSFERS

    function test_TheRecipientNamesAnother() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bytes32 id = _parkedAtHome(standard);
            bytes32 lane = laneBetween(b, a);
            bytes memory message = latest(lane);
            vm.expectEmit(address(a.gateway));
            emit IInbox.MessageRedirected(lane, id, CAROL);
            vm.prank(ALICE);
            a.gateway.redirect(lane, id, message, CAROL, 0, "");
            assertHeld(a, standard, CAROL);
            _expectEnded(id);
        }
    }

    function test_TheRecipientSignsAndAnybodySubmits() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bytes32 id = _parkedAtHome(standard);
            bytes memory signature = _sign(a, id, CAROL, uint40(block.timestamp));
            _redirect(BOB, id, CAROL, uint40(block.timestamp), signature);
            assertHeld(a, standard, CAROL);
            _expectEnded(id);
        }
    }

    /// @dev A contract that does not take ERC-1155 tokens has them sent to where they can be.
    function test_AContractThatCannotReceiveSigns() public {
        UnitsReceiver receiver = new UnitsReceiver();
        receiver.behave(UnitsReceiver.Mode.Refuse);
        bytes32 id = crossAs(a, ask(a, b, STANDARD_ERC1155, address(receiver)), STANDARD_ERC1155, ALICE);
        deliverAll(a, b);
        bytes32 lane = laneBetween(a, b);
        bytes memory message = latest(lane);
        vm.prank(address(receiver));
        b.gateway.redirect(lane, id, message, BOB, 0, "");
        assertHeld(b, STANDARD_ERC1155, BOB);
    }

    function test_AContractSignsByErc1271() public {
        ContractSigner wallet = new ContractSigner();
        bring(STANDARD_ERC721);
        bytes32 id = crossAs(b, ask(b, a, STANDARD_ERC721, address(wallet)), STANDARD_ERC721, ALICE);
        _park(STANDARD_ERC721, id);
        bytes32 digest = digestAt(a, ActLib.redirect(id, CAROL, EXPIRY));
        wallet.behave(ContractSigner.Mode.Refuse, digest, "ok");
        _expectRefused(BOB, id, CAROL, EXPIRY, "ok", IInbox.NotEntitled.selector);
        wallet.behave(ContractSigner.Mode.Accept, digest, "ok");
        _redirect(BOB, id, CAROL, EXPIRY, "ok");
        assertHeld(a, STANDARD_ERC721, CAROL);
    }

    // ------------------------------------------------------------------------------------------------------- REFUSALS

    function test_RevertWhen_SomebodyElseAsks() public {
        bytes32 id = _parkedAtHome(STANDARD_ERC721);
        _expectRefused(BOB, id, BOB, EXPIRY, "", IInbox.NotEntitled.selector);
        // What was signed for one account, time, message or chain is for no other.
        bytes memory signature = _sign(a, id, CAROL, EXPIRY);
        _expectRefused(BOB, id, BOB, EXPIRY, signature, IInbox.NotEntitled.selector);
        _expectRefused(BOB, id, CAROL, EXPIRY - 1, signature, IInbox.NotEntitled.selector);
        signature = _sign(a, keccak256(abi.encode(id)), CAROL, EXPIRY);
        _expectRefused(BOB, id, CAROL, EXPIRY, signature, IInbox.NotEntitled.selector);
        signature = _sign(b, id, CAROL, EXPIRY);
        _expectRefused(BOB, id, CAROL, EXPIRY, signature, IInbox.NotEntitled.selector);
        // The quorum is nobody here.
        signature = sign(digestAt(a, ActLib.redirect(id, CAROL, EXPIRY)));
        _expectRefused(BOB, id, CAROL, EXPIRY, signature, IInbox.NotEntitled.selector);
        assertTrue(isParked(a, id));
    }

    function test_RevertWhen_TheAuthorizationExpired() public {
        bytes32 id = _parkedAtHome(STANDARD_ERC721);
        uint40 expiry = uint40(block.timestamp);
        bytes memory signature = _sign(a, id, CAROL, expiry);
        skip(1);
        _expectRefused(BOB, id, CAROL, expiry, signature, IIntents.IntentExpired.selector);
    }

    function test_RevertWhen_NothingIsParked() public {
        bytes32 id = _parkedAtHome(STANDARD_ERC721);
        _redirect(ALICE, id, CAROL, 0, "");
        _expectRefused(ALICE, id, CAROL, 0, "", IInbox.NotParked.selector);
    }

    function test_RevertWhen_TheNamedAccountCannotHaveIt() public {
        bytes32 id = _parkedAtHome(STANDARD_ERC721);
        _expectRefused(ALICE, id, vaultAt(a, b), 0, "", IVault.RecipientInvalid.selector);
        _expectRefused(ALICE, id, NOBODY, 0, "", IVault.RecipientInvalid.selector);
        freeze(STANDARD_ERC721, true);
        _expectRefused(ALICE, id, CAROL, 0, "", FreezingNft.Frozen.selector);
        assertTrue(isParked(a, id));
    }

    // -------------------------------------------------------------------------------------------------------- RETURNS

    function test_ARefundAccountNamesAnother() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            cross(a, b, standard);
            expire();
            arrive(a, b);
            bytes32 id = headAt(laneBetween(b, a), sent[laneBetween(b, a)].length);
            _park(standard, id);
            _expectRefused(BOB, id, BOB, 0, "", IIntents.IntentExpired.selector);
            bytes memory signature = _sign(a, id, CAROL, EXPIRY);
            _redirect(BOB, id, CAROL, EXPIRY, signature);
            assertHeld(a, standard, CAROL);
            _expectEnded(id);
        }
    }

    /// @dev It would receive nothing here: the token only passes through.
    function test_RevertWhen_ItPassesThrough() public {
        bring(STANDARD_ERC721);
        bytes32 id = cross(b, c, STANDARD_ERC721);
        _park(STANDARD_ERC721, id);
        _expectRefused(ALICE, id, CAROL, 0, "", IInbox.NotEntitled.selector);
        retry(b, a, id);
        collect();
        expire();
        arrive(a, c);
        id = headAt(laneBetween(c, a), 1);
        freeze(STANDARD_ERC721, true);
        deliverAll(c, a);
        freeze(STANDARD_ERC721, false);
        bytes32 lane = laneBetween(c, a);
        bytes memory message = latest(lane);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotEntitled.selector, id));
        a.gateway.redirect(lane, id, message, CAROL, 0, "");
    }

    /// @dev Attested all the same: nobody is entitled to what carries nothing.
    function test_RevertWhen_AReturnEndsBeforeItsAssets() public {
        bring(STANDARD_ERC721);
        cross(b, a, STANDARD_ERC721);
        bytes32 lane = laneBetween(b, a);
        sent[lane].pop();
        sent[lane].push(abi.encodePacked(hex"0103010101", a.id, art, a.id, ALICE, bytes32("ended")));
        deliverAll(b, a);
        bytes32 id = headAt(lane, 1);
        assertTrue(isParked(a, id));
        _expectRefused(ALICE, id, CAROL, EXPIRY, "", IInbox.NotEntitled.selector);
    }

    /// @dev Where the chain that it was for is dead, home is where it ends.
    function test_WhatWasForAClosedChainIsItsRefundAccounts() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            cross(b, c, standard);
        }
        arrive(b, a);
        expire();
        arrive(a, c);
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 3, "root", "evidence"));
        on(a);
        a.gateway.proposeWindDown(b.id, 3, "root", "evidence", signatures);
        deliverAll(c, a);
        bytes32 lane = laneBetween(c, a);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bytes32 id = headAt(lane, standard);
            bytes memory message = sent[lane][standard - 1];
            assertTrue(isParked(a, id));
            vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsClosed.selector, b.id));
            a.gateway.retry(lane, id, message);
            vm.prank(ALICE);
            a.gateway.redirect(lane, id, message, CAROL, 0, "");
            assertHeld(a, standard, CAROL);
        }
    }

    // ------------------------------------------------------------------------------------------------------- DEADLINE

    /// @dev After it, whoever is named: it goes back to the refund account.
    function test_AfterTheDeadlineItReturns() public {
        bytes32 id = _parkedAtHome(STANDARD_ERC721);
        expire();
        expectReturned(b, a, id, returnOf(id, STANDARD_ERC721, b, ALICE));
        _redirect(ALICE, id, CAROL, 0, "");
        _expectEnded(id);
        collect();
        arrive(a, b);
        assertHeld(b, STANDARD_ERC721, ALICE);
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _parkedAtHome(uint8 standard) private returns (bytes32 id) {
        bring(standard);
        id = cross(b, a, standard);
        _park(standard, id);
    }

    function _park(uint8 standard, bytes32 id) private {
        freeze(standard, true);
        deliverAll(b, a);
        freeze(standard, false);
        assertTrue(isParked(a, id));
    }

    function _sign(Side memory at, bytes32 id, address recipient, uint40 expiry)
        private
        view
        returns (bytes memory)
    {
        return signature(ALICES_KEY, digestAt(at, ActLib.redirect(id, recipient, expiry)));
    }

    function _redirect(address by, bytes32 id, address to, uint40 expiry, bytes memory authorization)
        private
    {
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        vm.prank(by);
        a.gateway.redirect(lane, id, message, to, expiry, authorization);
    }

    function _expectRefused(
        address by,
        bytes32 id,
        address to,
        uint40 expiry,
        bytes memory authorization,
        bytes4 reason
    ) private {
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        vm.prank(by);
        vm.expectPartialRevert(reason);
        a.gateway.redirect(lane, id, message, to, expiry, authorization);
    }

    function _expectEnded(bytes32 id) private {
        assertFalse(isParked(a, id));
        expectNotRetried(b, a, id, IInbox.NotParked.selector);
    }
}
