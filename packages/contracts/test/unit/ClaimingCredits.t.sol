// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ContractSigner} from "../mocks/Signers.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title Only the payee moves a credit: in person, or by a signature that anybody may carry
contract ClaimingCreditsTest is SplitTest {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant CLAIM_TYPE =
        keccak256("Claim(address payee,address currency,address to,uint256 nonce,uint256 deadline)");

    ISplit private split;

    function setUp() public override {
        super.setUp();
        split = paid(trio(), 1_000);
        yen.setBlocked(PAINTER, true);
        split.distribute(address(yen));
    }

    function test_APayeeNamesAnotherAccount() public {
        vm.expectEmit(address(split));
        emit ICredits.CreditClaimed(address(yen), PAINTER, OTHER, 500);
        vm.prank(PAINTER);
        assertEq(split.claim(address(yen), OTHER), 500);
        assertEq(got(OTHER), 500);
        assertEq(credited(split, PAINTER), 0);
    }

    function test_ASignedClaimIsCarriedByAnybody() public {
        ICredits.Claim memory order = _order(OTHER);
        bytes memory signature = _sign(order);
        vm.prank(RELAYER);
        assertEq(split.claimBySignature(order, signature), 500);
        assertEq(got(OTHER), 500);
        assertEq(split.claimNonce(PAINTER), 1);
    }

    function test_AShortSignatureWillDo() public {
        ICredits.Claim memory order = _order(OTHER);
        (bytes32 r, bytes32 vs) = vm.signCompact(PAINTER_KEY, _digest(order));
        split.claimBySignature(order, abi.encodePacked(r, vs));
        assertEq(got(OTHER), 500);
    }

    function test_AContractSignsByErc1271() public {
        ContractSigner wallet = new ContractSigner();
        yen.setBlocked(address(wallet), true);
        ISplit other = paid(pair(address(wallet), 1, POET, 1), 100);
        other.distribute(address(yen));
        ICredits.Claim memory order = ICredits.Claim(address(wallet), address(yen), OTHER, 0, block.timestamp);
        wallet.behave(ContractSigner.Mode.Accept, _digestAt(other, order), "yes");
        assertEq(other.claimBySignature(order, "yes"), 50);
        assertEq(got(OTHER), 50);
    }

    function test_WhoIsNotBlockedAnyMoreIsPaidByAnybody() public {
        yen.setBlocked(PAINTER, false);
        vm.prank(RELAYER);
        assertEq(split.claimFor(PAINTER, address(yen)), 500);
        assertEq(got(PAINTER), 500);
    }

    function test_ACreditInCoinIsClaimedToo() public {
        ISplit other = make(pair(address(yen), 1, POET, 1));
        vm.deal(address(other), 100);
        other.distribute(COIN);
        vm.prank(address(yen));
        assertEq(other.claim(COIN, OTHER), 50);
        assertEq(OTHER.balance, 50);
    }

    // ------------------------------------------------------------------------------------------------------ REFUSALS

    function test_RevertWhen_WhoClaimsHasNone() public {
        vm.prank(POET);
        vm.expectRevert(abi.encodeWithSelector(ICredits.NothingToClaim.selector, POET, address(yen)));
        split.claim(address(yen), POET);
    }

    function test_RevertWhen_ItGoesNowhere() public {
        vm.startPrank(PAINTER);
        vm.expectRevert(abi.encodeWithSelector(ICredits.RecipientInvalid.selector, address(0)));
        split.claim(address(yen), address(0));
        vm.expectRevert(abi.encodeWithSelector(ICredits.RecipientInvalid.selector, address(split)));
        split.claim(address(yen), address(split));
        vm.stopPrank();
    }

    function test_RevertWhen_TheyAreStillBlocked() public {
        vm.expectRevert();
        split.claimFor(PAINTER, address(yen));
        assertEq(credited(split, PAINTER), 500);
    }

    function test_RevertWhen_ItIsReplayed() public {
        ICredits.Claim memory order = _order(OTHER);
        bytes memory signature = _sign(order);
        split.claimBySignature(order, signature);
        yen.mint(address(split), 1_000);
        split.distribute(address(yen));
        assertEq(credited(split, PAINTER), 500);
        vm.expectRevert(abi.encodeWithSelector(ICredits.NonceInvalid.selector, PAINTER, 0, 1));
        split.claimBySignature(order, signature);
    }

    function test_RevertWhen_ItsTimeIsOver() public {
        ICredits.Claim memory order = _order(OTHER);
        bytes memory signature = _sign(order);
        vm.warp(order.deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ICredits.ClaimExpired.selector, order.deadline));
        split.claimBySignature(order, signature);
    }

    function testFuzz_RevertWhen_AnythingWasChanged(uint256 which, address other) public {
        vm.assume(other > address(0xff));
        ICredits.Claim memory order = _order(OTHER);
        bytes memory signature = _sign(order);
        which = bound(which, 0, 3);
        if (which == 0) order.payee = other;
        if (which == 1) order.currency = other;
        if (which == 2) order.to = other;
        if (which == 3) order.deadline += 1;
        vm.assume(which != 2 || other != OTHER);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, order.payee));
        split.claimBySignature(order, signature);
    }

    function test_RevertWhen_ItWasSignedForAnotherChainOrSplit() public {
        ICredits.Claim memory order = _order(OTHER);
        bytes memory signature = _sign(order);
        ISplit other = paid(pair(PAINTER, 1, POET, 1), 10);
        other.distribute(address(yen));
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAINTER));
        other.claimBySignature(order, signature);
        vm.chainId(block.chainid + 1);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAINTER));
        split.claimBySignature(order, signature);
    }

    function test_RevertWhen_NobodySigned() public {
        ICredits.Claim memory order = _order(OTHER);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, PAINTER));
        split.claimBySignature(order, "");
        order.payee = address(0);
        vm.expectRevert(abi.encodeWithSelector(ICredits.SignatureInvalid.selector, address(0)));
        split.claimBySignature(order, new bytes(65));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _order(address to) private view returns (ICredits.Claim memory) {
        return ICredits.Claim(PAINTER, address(yen), to, 0, block.timestamp + 1 hours);
    }

    function _sign(ICredits.Claim memory order) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAINTER_KEY, _digest(order));
        return abi.encodePacked(r, s, v);
    }

    function _digest(ICredits.Claim memory order) private view returns (bytes32) {
        return _digestAt(split, order);
    }

    function _digestAt(ISplit at, ICredits.Claim memory order) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPE, keccak256("Ryugu Payout"), keccak256("1"), block.chainid, address(at))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(CLAIM_TYPE, order))));
    }
}
