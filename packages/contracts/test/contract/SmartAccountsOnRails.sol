// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {SmartAccount} from "../harness/SmartAccount.sol";
import {RailTest} from "../utils/RailTest.sol";

/// @title Accounts that are contracts are paid, pay and claim as everybody does, for as long as their owner stands
abstract contract SmartAccountsOnRails is RailTest {
    bytes32 private constant CLAIM =
        keccak256("Claim(address payee,address currency,address to,uint256 nonce,uint256 deadline)");

    function test_ASmartAccountIsPaid() public {
        SmartAccount wallet = _wallet();
        pay(parts(address(wallet), 7_000));
        assertEq(received(address(wallet)), 7_000);
    }

    function test_ASmartAccountClaimsByItself() public {
        SmartAccount wallet = _owed(7_000);
        vm.prank(PAINTER);
        wallet.execute(address(rail), abi.encodeCall(ICredits.claim, (currency(), SINGER)));
        assertEq(received(SINGER), 7_000);
        assertEq(creditOf(address(wallet)), 0);
    }

    function test_ASmartAccountsOwnerRedirectsItsCreditBySignature() public {
        SmartAccount wallet = _owed(7_000);
        ICredits.Claim memory order = _claim(wallet);
        bytes memory word = _signedBy(PAINTER_KEY, order);
        vm.prank(RELAYER);
        assertEq(rail.claimBySignature(order, word), 7_000);
        assertEq(received(SINGER), 7_000);
        assertEq(rail.claimNonce(address(wallet)), 1);
        vm.expectRevert(abi.encodeWithSelector(ICredits.NonceInvalid.selector, wallet, 0, 1));
        rail.claimBySignature(order, word);
    }

    /// @dev What was signed before counts no more: the account is asked when the claim is carried out.
    function test_RevertWhen_AnOwnerWhoWasRevokedClaims() public {
        SmartAccount wallet = _owed(7_000);
        ICredits.Claim memory order = _claim(wallet);
        bytes memory word = _signedBy(PAINTER_KEY, order);
        address[2] memory next = [address(0), PAYER];
        for (uint256 i; i < 2; ++i) {
            wallet.setOwner(next[i]);
            vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, wallet));
            rail.claimBySignature(order, word);
        }
        assertEq(creditOf(address(wallet)), 7_000);
        // And the new owner's word does, for the same nonce.
        rail.claimBySignature(order, _signedBy(PAYER_KEY, order));
        assertEq(received(SINGER), 7_000);
    }

    function test_ASmartAccountPaysByItsOwnersWord() public {
        (IPaymentRail.Payment memory made, IPaymentRail.Authorization memory word) = _payment();
        vm.prank(SHOP);
        rail.pay(made, word);
        assertEq(received(POET), INCOME);
        assertEq(spendable(made.payer), 0);
    }

    function test_RevertWhen_AnOwnerWhoWasRevokedPays() public {
        (IPaymentRail.Payment memory made, IPaymentRail.Authorization memory word) = _payment();
        SmartAccount(made.payer).setOwner(address(0));
        vm.prank(SHOP);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, made.payer));
        rail.pay(made, word);
        assertEq(spendable(made.payer), INCOME);
        assertFalse(rail.isSaltUsed(made.payer, word.salt));
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Of the painter's, in favour with the issuer.
    function _wallet() private returns (SmartAccount wallet) {
        wallet = new SmartAccount(PAINTER);
        setBlocked(address(wallet), false);
    }

    function _owed(uint128 amount) private returns (SmartAccount wallet) {
        wallet = _wallet();
        setBlocked(address(wallet), true);
        pay(parts(address(wallet), amount));
        assertEq(creditOf(address(wallet)), amount);
    }

    function _claim(SmartAccount wallet) private view returns (ICredits.Claim memory) {
        return ICredits.Claim(address(wallet), currency(), SINGER, 0, block.timestamp + 1 hours);
    }

    function _signedBy(uint256 key, ICredits.Claim memory order) private view returns (bytes memory) {
        bytes32 hash = keccak256(abi.encode(CLAIM, order));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", railDomain(), hash)));
        return abi.encodePacked(r, s, v);
    }

    /// @dev All that the account has, for the poet, and its owner's word for it.
    function _payment()
        private
        returns (IPaymentRail.Payment memory made, IPaymentRail.Authorization memory word)
    {
        address wallet = address(_wallet());
        fund(wallet, INCOME);
        made = payment(parts(POET, uint128(INCOME)));
        made.payer = wallet;
        word = signedFor(INCOME);
        bytes32 asked = digest(wallet, SHOP, currency(), INCOME, PURPOSE, word);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAINTER_KEY, asked);
        word.signature = abi.encodePacked(r, s, v);
    }
}
