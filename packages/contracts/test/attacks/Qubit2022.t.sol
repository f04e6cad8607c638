// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CLASS_PAYMENT, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {AnsweringContract, SilentContract} from "../mocks/Answering.sol";
import {QuietNft} from "../mocks/MoreOddTokens.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";
import {IntentTest} from "../utils/IntentTest.sol";

/// @title Qubit, January 2022: `transferFrom` on an address without code "succeeded", and the deposit counted
/// @notice The zero address was on the list of tokens, a low-level call to no code returned true, and $80M were borrowed
/// on what had never arrived. Here the token is asked afterwards who has it, an address without code answers nothing and
/// so nothing is sent or released, and a token that is gone keeps its messages parked until it is there.
contract Qubit2022Test is IntentTest {
    using ForgedLib for bytes;

    bytes32 private out;

    function setUp() public override {
        super.setUp();
        out = laneBetween(a, b);
    }

    // -------------------------------------------------------------------------------------------------------- SENDING

    /// @dev Nobody, a person, a precompile that answers with what it was asked, and an account with a person's delegation.
    function test_NothingIsSentOfNoCode() public {
        (address person, uint256 key) = makeAddrAndKey("a person");
        address[4] memory accounts = [address(0), address(4), BOB, person];
        vm.signAndAttachDelegation(address(0), key);
        for (uint256 i; i < accounts.length; ++i) {
            for (uint8 standard = 1; standard <= 3; ++standard) {
                IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
                r.token = accounts[i];
                _expectNotSent(r, IOutbox.TokenInvalid.selector);
                // A permit that "succeeds" approves nothing either.
                bytes memory permit = abi.encodePacked(
                    standard == STANDARD_ERC20 ? hex"01" : hex"02", uint256(LATER), new bytes(65)
                );
                _expectNotSentBySignature(r, permit);
                _expectNotSentBySignature(r, abi.encodePacked(hex"03", new bytes(65)));
            }
            on(a);
            vm.expectRevert(abi.encodeWithSelector(IOutbox.NotAHomeCollection.selector, accounts[i]));
            a.gateway.announce(b.id, accounts[i], STANDARD_ERC721, 1);
        }
    }

    /// @dev Nor can it be put on the list, as the zero address was.
    function test_NoCodeIsNotListed() public {
        address[3] memory accounts = [address(0), address(4), BOB];
        for (uint256 i; i < accounts.length; ++i) {
            bytes memory signatures =
                decide(a, ActLib.listToken(nonce(a), accounts[i], CLASS_PAYMENT, 1000, 60));
            on(a);
            vm.expectRevert(ICouncil.ActOutOfBounds.selector);
            a.gateway.listToken(accounts[i], CLASS_PAYMENT, 1000, 60, signatures);
        }
    }

    /// @dev Code that says yes to everything has not moved anything.
    function test_SayingYesIsNotMoving() public {
        address[3] memory accounts = [
            address(new AnsweringContract(1)),
            address(new AnsweringContract(uint160(vaultAt(a, b)))),
            address(new SilentContract())
        ];
        for (uint256 i; i < accounts.length; ++i) {
            for (uint8 standard = 1; standard <= 3; ++standard) {
                IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
                r.token = accounts[i];
                bytes4 reason = IOutbox.AmountNotReceived.selector;
                if (i == 2) {
                    reason = 0;
                } else if (standard == STANDARD_ERC721) {
                    reason = IOutbox.TokenNotReceived.selector;
                }
                // What is neither true nor false is not true.
                else if (i == 1 && standard == STANDARD_ERC20) {
                    reason = SafeERC20.SafeERC20FailedOperation.selector;
                }
                if (standard == STANDARD_ERC20) list(accounts[i], CLASS_PAYMENT);
                _expectNotSent(r, reason);
            }
        }
    }

    /// @dev Nor is having been there before. A token that does nothing, where the standard demands a revert, would let Bob send
    /// what Alice has on B; it could not arrive there a second time, and would come back to him.
    function test_WhatIsAwayAlreadyIsNotSentAgain() public {
        QuietNft quiet = new QuietNft();
        quiet.mint(ALICE, 1);
        send(a, b, address(quiet), 1, ALICE);
        IOutbox.SendRequest memory r = request(b, address(quiet), 1, BOB);
        on(a);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotReceived.selector, quiet, 1));
        a.gateway.send(r);
        r.destinationChainId = c.id;
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotReceived.selector, quiet, 1));
        a.gateway.send(r);
    }

    /// @dev A captive chain has what another chain's vault holds "moved" there, where it is: it would come back to the thief.
    function test_WhatAnotherVaultHoldsDidNotMove() public {
        QuietNft quiet = new QuietNft();
        quiet.mint(ALICE, 1);
        send(a, b, address(quiet), 1, ALICE);
        deliverAll(a, b);
        bytes32 captive = laneBetween(c, a);
        bytes memory head =
            abi.encodePacked(hex"01020101", uint40(block.timestamp + 1 days), a.id, quiet, c.id);
        bytes memory ends = abi.encodePacked(BOB, BOB, b.id, BOB, uint8(0), uint256(1), uint8(0));
        sent[captive].push(bytes.concat(head, ends));
        deliverAll(c, a);
        bytes32 id = headAt(captive, 1);
        assertTrue(a.gateway.parkedMessage(id) != 0);
        bytes memory message = latest(captive);
        vm.expectRevert(abi.encodeWithSelector(IVault.TokenNotReleased.selector, quiet, 1));
        a.gateway.retry(captive, id, message);
        assertEq(quiet.ownerOf(1), vaultAt(a, b));
    }

    /// @dev Listed, and gone since.
    function test_NothingIsSentOfATokenThatIsGone() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
            approve(a, standard, ALICE);
            vm.etch(homeToken(standard), "");
            _expectNotSent(r, IOutbox.TokenInvalid.selector);
        }
    }

    // ------------------------------------------------------------------------------------------------------ RELEASING

    /// @dev A vault that "released" what is gone would end the message. It parks, on every way to it, and arrives when the
    /// token is there again.
    function test_NothingIsReleasedOfATokenThatIsGone() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            bytes32 id = cross(b, a, standard);
            bytes32 lane = laneBetween(b, a);
            address token = homeToken(standard);
            bytes memory code = token.code;
            vm.etch(token, "");
            bytes memory unknown = abi.encodeWithSelector(ICustody.CollectionUnknown.selector, token);
            expectNotClaimed(b, a, uint64(sent[lane].length), unknown);
            arrive(b, a);
            assertTrue(isParked(a, id));
            expectNotRetried(b, a, id, ICustody.CollectionUnknown.selector);
            bytes memory message = latest(lane);
            vm.prank(ALICE);
            vm.expectRevert(unknown);
            a.gateway.redirect(lane, id, message, BOB, 0, "");
            vm.etch(token, code);
            retry(b, a, id);
            assertHeld(a, standard, ALICE);
        }
    }

    /// @dev Nor is it moved on from vault to vault, nor minted elsewhere for it.
    function test_NothingIsForwardedOfATokenThatIsGone() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            bytes32 id = cross(b, c, standard);
            address token = homeToken(standard);
            bytes memory code = token.code;
            vm.etch(token, "");
            arrive(b, a);
            assertTrue(isParked(a, id));
            vm.etch(token, code);
            retry(b, a, id);
            assertHeld(a, standard, vaultAt(a, c));
            collect();
        }
    }

    /// @dev Home tokens that never were: k validators could not make a vault pay them out.
    function test_AForgedMessageOfNoTokenParks() public {
        bring(STANDARD_ERC721);
        cross(b, a, STANDARD_ERC721);
        bytes32 lane = laneBetween(b, a);
        address[3] memory accounts = [address(0), address(4), BOB];
        for (uint256 i; i < accounts.length; ++i) {
            sent[lane].push(sent[lane][0].withToken(accounts[i]));
        }
        deliverAll(b, a);
        for (uint256 i; i < accounts.length; ++i) {
            bytes32 id = headAt(lane, 2 + i);
            assertTrue(isParked(a, id));
            bytes memory message = sent[lane][1 + i];
            vm.expectRevert(abi.encodeWithSelector(ICustody.CollectionUnknown.selector, accounts[i]));
            a.gateway.retry(lane, id, message);
        }
    }

    /// @dev Nor out of a dead chain's vault: what is gone is not used up by trying.
    function test_NothingIsTakenOutOfATokenThatIsGone() public {
        bring(STANDARD_ERC721);
        IWindDown.Holding memory holding =
            IWindDown.Holding(b.id, STANDARD_ERC721, address(art), ID, 1, ALICE);
        bytes32 root = keccak256(bytes.concat(keccak256(abi.encode(holding))));
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, root, 0));
        on(a);
        a.gateway.proposeWindDown(b.id, 0, root, 0, signatures);
        skip(7 days);
        bytes memory code = address(art).code;
        vm.etch(address(art), "");
        bytes32[] memory none;
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CollectionUnknown.selector, address(art)));
        a.gateway.takeOut(holding, none, ALICE, 0, "");
        vm.etch(address(art), code);
        a.gateway.takeOut(holding, none, ALICE, 0, "");
        vm.stopPrank();
        assertHeld(a, STANDARD_ERC721, ALICE);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev No reason where there is nobody to give one.
    function _expectNotSent(IOutbox.SendRequest memory r, bytes4 reason) private {
        bytes32 before = a.gateway.outboundLane(out).head;
        on(a);
        vm.prank(ALICE);
        (bool ok, bytes memory why) = address(a.gateway).call(abi.encodeCall(IOutbox.send, (r)));
        assertFalse(ok);
        assertEq(bytes4(why), reason);
        assertEq(a.gateway.outboundLane(out).head, before);
    }

    function _expectNotSentBySignature(IOutbox.SendRequest memory r, bytes memory permit) private {
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        bytes memory call =
            abi.encodeCall(IIntents.sendBySignature, (r, intentOf(ALICE, 1), authorization, permit));
        bytes32 before = a.gateway.outboundLane(out).head;
        on(a);
        (bool ok,) = address(a.gateway).call(call);
        assertFalse(ok);
        assertEq(a.gateway.outboundLane(out).head, before);
    }
}
