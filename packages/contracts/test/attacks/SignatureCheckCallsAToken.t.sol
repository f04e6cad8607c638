// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CLASS_CRYPTO, STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {AnsweringContract, PhantomMoney} from "../mocks/Answering.sol";
import {ReentrantToken} from "../mocks/HostileTokens.sol";
import {WaryWallet} from "../mocks/Wallets.sol";
import {IntentTest} from "../utils/IntentTest.sol";

/// @title Signature checks that make the gateway call a token: ERC-1271 lets whoever submits name a contract to be called
/// @notice Were it the gateway that asked, the contract asked would see the account that tokens are approved to. Who asks
/// is a checker that holds nothing and may do nothing, by static call, with bounded gas, at all four doors.
contract SignatureCheckCallsATokenTest is IntentTest {
    WaryWallet private wallet;

    /// @dev The wallet refuses whoever has rights: if it says yes, it was not the gateway that asked.
    function setUp() public override {
        super.setUp();
        wallet = new WaryWallet();
        vm.prank(ALICE);
        art.transferFrom(ALICE, address(wallet), ID);
        wallet.approve(address(art), address(a.gateway));
    }

    // ------------------------------------------------------------------------------------------------------ FOUR DOORS

    /// @dev A send. The wallet tries to send once more while it is asked.
    function test_OfASender() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        wallet.aim(address(a.gateway), abi.encodeCall(a.gateway.send, (r)));
        submit(a, r, intentOf(address(wallet), 1), "", "");
        assertEq(wallet.changed(), 0);
        assertHeld(a, STANDARD_ERC721, vaultAt(a, b));
        assertEq(a.gateway.outboundLane(laneBetween(a, b)).count, 2, "once");
    }

    /// @dev What is parked. The wallet tries to have it itself while it is asked.
    function test_OfWhoIsEntitled() public {
        _toTheWalletOnB();
        bytes32 id = crossAs(b, _home(), STANDARD_ERC721, address(wallet));
        freeze(STANDARD_ERC721, true);
        arrive(b, a);
        freeze(STANDARD_ERC721, false);
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        wallet.aim(address(a.gateway), abi.encodeCall(a.gateway.retry, (lane, id, message)));
        on(a);
        vm.prank(RELAYER);
        a.gateway.redirect(lane, id, message, BOB, LATER, "");
        assertEq(wallet.changed(), 0);
        assertHeld(a, STANDARD_ERC721, BOB);
    }

    /// @dev A dead chain's holding. The wallet tries to take it twice.
    function test_OfAHolder() public {
        _toTheWalletOnB();
        IWindDown.Holding memory holding =
            IWindDown.Holding(b.id, STANDARD_ERC721, address(art), ID, 1, address(wallet));
        bytes32 root = keccak256(bytes.concat(keccak256(abi.encode(holding))));
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, root, 0));
        on(a);
        a.gateway.proposeWindDown(b.id, 0, root, 0, signatures);
        skip(7 days);
        uint40 expiry = uint40(block.timestamp) + 60;
        bytes32[] memory none;
        wallet.aim(address(a.gateway), abi.encodeCall(a.gateway.takeOut, (holding, none, BOB, expiry, "")));
        vm.prank(RELAYER);
        a.gateway.takeOut(holding, none, BOB, expiry, "");
        assertEq(wallet.changed(), 0);
        assertHeld(a, STANDARD_ERC721, BOB);
    }

    /// @dev A validator that is a contract. It tries to pause something else on the way.
    function test_OfAValidator() public {
        address[] memory set = addressesOf(freshKeys("next", 3));
        (set[2], wallet) = _last(set);
        rotate(a, set, 0);
        wallet.aim(
            address(a.gateway), abi.encodeCall(a.gateway.pause, (address(wallet), c.id, NOBODY, 60, ""))
        );
        on(a);
        vm.prank(RELAYER);
        a.gateway.pause(address(wallet), b.id, NOBODY, 60, "");
        assertEq(wallet.changed(), 0);
        assertEq(a.gateway.outboundLane(laneBetween(a, c)).pausedUntil, 0);
    }

    // ----------------------------------------------------------------------------------------------- WHO IS NO SIGNER

    /// @dev Tokens, vaults and the zone's own contracts have signed nothing; nor has what says yes to every question in
    /// its own way.
    function test_TokensAndTheZoneHaveSignedNothing() public {
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, ALICE);
        address[9] memory accounts = [
            address(art),
            address(shells),
            address(yen),
            vaultAt(a, b),
            address(a.gateway),
            a.gateway.custody(),
            address(a.factory),
            address(new AnsweringContract(1)),
            // The magic value at the wrong end of the word.
            address(new AnsweringContract(0x1626ba7e))
        ];
        for (uint256 i; i < accounts.length; ++i) {
            expectRefused(a, r, intentOf(accounts[i], 2), "", "", IIntents.SignatureWrong.selector);
        }
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotAValidator.selector, address(art)));
        a.gateway.pause(address(art), 0, NOBODY, 1, "");
    }

    /// @dev A token that does say yes, to everything, may spend what it holds itself, and that is all.
    function test_ATokenThatSignsSpendsItsOwnOnly() public {
        address yes = address(new AnsweringContract(uint256(bytes32(bytes4(0x1626ba7e)))));
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, BOB);
        expectRefused(a, r, intentOf(yes, 1), "", "", IERC721Errors.ERC721IncorrectOwner.selector);
        vm.prank(address(wallet));
        art.transferFrom(address(wallet), yes, ID);
        expectRefused(a, r, intentOf(yes, 1), "", "", IERC721Errors.ERC721InsufficientApproval.selector);
    }

    // ---------------------------------------------------------------------------------------------------------- PERMITS

    /// @dev Only fixed selectors, and only on what is sent: the zone's own contracts take no permit.
    function test_APermitOfTheZonesOwnContracts() public {
        address[4] memory own = [address(a.gateway), a.gateway.custody(), vaultAt(a, b), address(a.factory)];
        for (uint256 i; i < own.length; ++i) {
            IOutbox.SendRequest memory r = request(b, own[i], 1, ALICE);
            bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
            bytes memory permit = abi.encodePacked(hex"02", uint256(LATER), new bytes(65));
            on(a);
            vm.expectRevert();
            a.gateway.sendBySignature(r, intentOf(ALICE, 1), authorization, permit);
        }
    }

    /// @dev Wrapped ether takes every call, so that a permit or an authorization which it does not know "succeeds": another
    /// bridge lost its users' standing approvals by that. Here a permit stands for no signature, and what an authorization
    /// says that it brought must be there to be sent on.
    function test_APhantomPermitBringsNothing() public {
        PhantomMoney money = new PhantomMoney();
        list(address(money), CLASS_CRYPTO);
        money.mint(ALICE, UNITS);
        vm.prank(ALICE);
        money.approve(address(a.gateway), type(uint256).max);
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC20, BOB);
        r.token = address(money);
        bytes memory permit = abi.encodePacked(hex"01", uint256(LATER), new bytes(65));
        expectRefused(a, r, intentOf(ALICE, 1), "", permit, IIntents.SignatureWrong.selector);
        bytes memory brought = abi.encodePacked(hex"03", new bytes(65));
        expectRefused(a, r, intentOf(ALICE, 1), "", brought, IOutbox.AmountNotReceived.selector);
        // Nor may it send on, in her name, what somebody sent here by mistake.
        money.mint(address(a.gateway), UNITS);
        expectRefused(a, r, intentOf(ALICE, 1), "", brought, IOutbox.AmountNotReceived.selector);
        assertEq(money.balanceOf(ALICE), UNITS);
        assertFalse(a.gateway.isNonceUsed(ALICE, 1));
    }

    /// @dev A token that comes back in while it is pulled, with the same intent or the next.
    function test_ATokenSubmitsFromWithin() public {
        ReentrantToken token = new ReentrantToken();
        token.mint(ALICE, 1);
        vm.prank(ALICE);
        token.setApprovalForAll(address(a.gateway), true);
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        IOutbox.SendRequest memory other = _shellsOfAlice();
        bytes memory next = signed(a, other, intentOf(ALICE, 2));
        token.aim(
            address(a.gateway),
            abi.encodeCall(a.gateway.sendBySignature, (other, intentOf(ALICE, 2), next, ""))
        );
        token.setHostile(true);
        submit(a, r, intentOf(ALICE, 1), signed(a, r, intentOf(ALICE, 1)), "");
        assertFalse(token.succeeded());
        assertFalse(a.gateway.isNonceUsed(ALICE, 2));
        // It is as good as before.
        submit(a, other, intentOf(ALICE, 2), next, "");
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _shellsOfAlice() private returns (IOutbox.SendRequest memory) {
        approve(a, STANDARD_ERC1155, ALICE);
        return ask(a, b, STANDARD_ERC1155, ALICE);
    }

    function _toTheWalletOnB() private {
        crossAs(a, ask(a, b, STANDARD_ERC721, address(wallet)), STANDARD_ERC721, address(wallet));
        deliverAll(a, b);
        assertHeld(b, STANDARD_ERC721, address(wallet));
    }

    function _home() private view returns (IOutbox.SendRequest memory) {
        return ask(b, a, STANDARD_ERC721, address(wallet));
    }

    /// @dev A wallet whose address is after the others', as the last of a set must be.
    function _last(address[] memory set) private returns (address at, WaryWallet made) {
        do {
            made = new WaryWallet();
        } while (address(made) <= set[1]);
        return (address(made), made);
    }
}
