// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {STANDARD_ERC1155, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {IntentTest} from "../utils/IntentTest.sol";

/// @title Whoever holds a token signs, another submits, and that counts once and for nothing else
contract IntentsTest is IntentTest {
    function setUp() public override {
        super.setUp();
        for (uint8 standard = 1; standard <= 3; ++standard) {
            approve(a, standard, ALICE);
        }
    }

    function test_EveryStandardLeavesHomeAndComesBack() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
            submit(a, r, intentOf(ALICE, standard), signed(a, r, intentOf(ALICE, standard)), "");
            deliverAll(a, b);
            assertHeld(b, standard, ALICE);
            // A representation needs no approval: from the first tap on somebody else pays.
            r = ask(b, a, standard, ALICE);
            submit(b, r, intentOf(ALICE, standard), signed(b, r, intentOf(ALICE, standard)), "");
            deliverAll(b, a);
            assertHeld(a, standard, ALICE);
            approve(a, standard, ALICE);
        }
    }

    /// @dev Who signed is the sender, and who gets it back.
    function test_TheSignerIsTheSender() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, BOB);
        bytes32 id = submit(a, r, intentOf(ALICE, 1), signed(a, r, intentOf(ALICE, 1)), "");
        expire();
        expectReturned(a, b, id, returnOf(id, STANDARD_ERC721, a, ALICE));
        arrive(a, b);
    }

    // ------------------------------------------------------------------------------------------------------------ ONCE

    function test_RevertWhen_ItWasSubmittedBefore() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 9));
        assertFalse(a.gateway.isNonceUsed(ALICE, 9));
        submit(a, r, intentOf(ALICE, 9), authorization, "");
        assertTrue(a.gateway.isNonceUsed(ALICE, 9));
        deliverAll(a, b);
        cross(b, a, STANDARD_ERC721);
        deliverAll(b, a);
        expectRefused(a, r, intentOf(ALICE, 9), authorization, "", IIntents.NonceUsed.selector);
        assertHeld(a, STANDARD_ERC721, ALICE);
    }

    function testFuzz_NoncesAreOneByOneAndInAnyOrder(uint256 first, uint256 second) public {
        vm.assume(first != second);
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        submit(a, r, intentOf(ALICE, first), signed(a, r, intentOf(ALICE, first)), "");
        r = ask(a, b, STANDARD_ERC1155, ALICE);
        submit(a, r, intentOf(ALICE, second), signed(a, r, intentOf(ALICE, second)), "");
        assertTrue(a.gateway.isNonceUsed(ALICE, first) && a.gateway.isNonceUsed(ALICE, second));
        assertFalse(a.gateway.isNonceUsed(BOB, first));
        assertFalse(b.gateway.isNonceUsed(ALICE, first));
    }

    function test_AVoidedNonceIsUsed() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        // Another's nonce of that number is another's.
        vm.prank(BOB);
        a.gateway.voidNonce(1);
        vm.expectEmit(address(a.gateway));
        emit IIntents.NonceVoided(ALICE, 1);
        vm.prank(ALICE);
        a.gateway.voidNonce(1);
        expectRefused(a, r, intentOf(ALICE, 1), authorization, "", IIntents.NonceUsed.selector);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IIntents.NonceUsed.selector, ALICE, 1));
        a.gateway.voidNonce(1);
    }

    function test_TheExpiryIsTheLastSecond() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        vm.warp(LATER + 1);
        expectRefused(a, r, intentOf(ALICE, 1), authorization, "", IIntents.IntentExpired.selector);
        vm.warp(LATER);
        submit(a, r, intentOf(ALICE, 1), authorization, "");
    }

    // --------------------------------------------------------------------------------------------------- NOTHING ELSE

    function testFuzz_RevertWhen_AnythingWasAltered(uint256 which, uint256 flip) public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC1155, ALICE);
        IIntents.Intent memory intent = intentOf(ALICE, 1);
        (r.refundAccount, r.ref, r.deadline) = (BOB, "order 1", LATER + 1 days);
        bytes memory authorization = signed(a, r, intent);
        which = bound(which, 0, 9);
        if (which == 0) r.destinationChainId = c.id;
        if (which == 1) r.token = address(art);
        if (which == 2) r.ids[0] = flip == r.ids[0] ? 0 : flip;
        if (which == 3) r.amounts[0] = flip == r.amounts[0] ? 0 : flip;
        if (which == 4) r.recipient = BOB;
        if (which == 5) r.refundAccount = RELAYER;
        if (which == 6) r.deadline += 1;
        if (which == 7) r.ref = "order 2";
        if (which == 8) intent.nonce = 2;
        if (which == 9) intent.expiry += 1;
        expectRefused(a, r, intent, authorization, "", IIntents.SignatureWrong.selector);
    }

    function test_RevertWhen_ItWasSignedForAnotherChain() public {
        bring(STANDARD_ERC721);
        IOutbox.SendRequest memory r = ask(b, a, STANDARD_ERC721, ALICE);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        expectRefused(b, r, intentOf(ALICE, 1), authorization, "", IIntents.SignatureWrong.selector);
        authorization = signed(b, r, intentOf(ALICE, 1));
        expectRefused(c, r, intentOf(ALICE, 1), authorization, "", IIntents.SignatureWrong.selector);
        // The same contracts on another chain are another gateway too.
        vm.chainId(99);
        vm.expectPartialRevert(IIntents.SignatureWrong.selector);
        b.gateway.sendBySignature(r, intentOf(ALICE, 1), authorization, "");
        submit(b, r, intentOf(ALICE, 1), authorization, "");
    }

    function test_RevertWhen_SomebodyElseSigned() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        bytes32 digest = digestOf(a, r, intentOf(ALICE, 1));
        bytes4 wrong = IIntents.SignatureWrong.selector;
        expectRefused(a, r, intentOf(ALICE, 1), signature(keys[0], digest), "", wrong);
        expectRefused(a, r, intentOf(ALICE, 1), "", "", wrong);
        expectRefused(a, r, intentOf(ALICE, 1), new bytes(65), "", wrong);
        expectRefused(a, r, intentOf(NOBODY, 1), new bytes(65), "", wrong);
        // Whoever may move Alice's tokens has not signed for her either.
        vm.prank(ALICE);
        art.setApprovalForAll(BOB, true);
        expectRefused(a, r, intentOf(BOB, 1), signed(a, r, intentOf(BOB, 1)), "", wrong);
        assertHeld(a, STANDARD_ERC721, ALICE);
    }

    // ------------------------------------------------------------------------------------------------------ CONTRACTS

    function test_AContractSignsByErc1271() public {
        ContractSigner wallet = new ContractSigner();
        vm.prank(ALICE);
        art.transferFrom(ALICE, address(wallet), ID);
        vm.prank(address(wallet));
        art.setApprovalForAll(address(a.gateway), true);
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        IIntents.Intent memory intent = intentOf(address(wallet), 1);
        bytes32 digest = digestOf(a, r, intent);
        for (uint8 mode = 1; mode <= uint8(ContractSigner.Mode.Count); ++mode) {
            wallet.behave(ContractSigner.Mode(mode), digest, "it is me");
            expectRefused(a, r, intent, "it is me", "", IIntents.SignatureWrong.selector);
        }
        wallet.behave(ContractSigner.Mode.Accept, digest, "it is me");
        expectRefused(a, r, intent, "it is not", "", IIntents.SignatureWrong.selector);
        submit(a, r, intent, "it is me", "");
        deliverAll(a, b);
        assertHeld(b, STANDARD_ERC721, ALICE);
    }
}
