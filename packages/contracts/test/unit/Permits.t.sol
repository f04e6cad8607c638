// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IERC3009} from "../../src/interfaces/IERC3009.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {CLASS_PAYMENT, STANDARD_ERC20} from "../../src/types/Protocol.sol";
import {RevertingMoney} from "../mocks/HostileErc20.sol";
import {PermitNft} from "../mocks/PermitNft.sol";
import {IntentTest} from "../utils/IntentTest.sol";

/// @dev As wrapped ether: what it does not know it takes for a deposit.
contract SilentMoney is RevertingMoney {
    fallback() external payable {}
}

/// @title No approval before, and none left after: what a token itself takes a signature for
contract PermitsTest is IntentTest {
    bytes32 private constant ERC2612 =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 private constant ERC3009 = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    uint256 private constant AMOUNT = 1000;

    TestYen private money;
    PermitNft private nft;

    function setUp() public override {
        super.setUp();
        on(a);
        (money, nft) = (new TestYen(address(this)), new PermitNft());
        money.mint(ALICE, AMOUNT);
        nft.mint(ALICE, 1);
        nft.mint(ALICE, 2);
        list(address(money), CLASS_PAYMENT);
    }

    // -------------------------------------------------------------------------------------------------------- SILENCE

    /// @dev Multichain, January 2022: a token without the function took any call for a deposit, and victims' approvals paid.
    function test_Attack_ATokenThatTakesAnyCall() public {
        SilentMoney silent = new SilentMoney();
        list(address(silent), CLASS_PAYMENT);
        // What somebody lost at the gateway is no reason to believe.
        silent.mint(address(a.gateway), AMOUNT);
        silent.mint(ALICE, AMOUNT);
        vm.prank(ALICE);
        silent.approve(address(a.gateway), AMOUNT);
        IOutbox.SendRequest memory r = _money(AMOUNT);
        (r.token, r.recipient) = (address(silent), BOB);
        bytes memory nothing = abi.encodePacked(uint8(3), new bytes(65));
        expectRefused(a, r, intentOf(ALICE, 1), "", nothing, IOutbox.AmountNotReceived.selector);
        assertFalse(a.gateway.isNonceUsed(ALICE, 1));
        assertEq(silent.balanceOf(ALICE), AMOUNT);
    }

    // -------------------------------------------------------------------------------------------------------- ERC-2612

    function test_Erc2612() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        submit(a, r, intentOf(ALICE, 1), signed(a, r, intentOf(ALICE, 1)), _permit20(AMOUNT, LATER));
        _expectMoneyThere();
        assertEq(money.allowance(ALICE, address(a.gateway)), 0);
    }

    /// @dev Who submits the permit alone, before, keeps nothing from happening.
    function test_Attack_APermitIsUsedBefore() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        bytes memory permit = _permit20(AMOUNT, LATER);
        (uint8 v, bytes32 x, bytes32 s) = vm.sign(ALICES_KEY, _digest2612(AMOUNT, LATER));
        vm.prank(BOB);
        money.permit(ALICE, address(a.gateway), AMOUNT, LATER, v, x, s);
        submit(a, r, intentOf(ALICE, 1), signed(a, r, intentOf(ALICE, 1)), permit);
        _expectMoneyThere();
    }

    /// @dev The permit alone moves nothing.
    function test_RevertWhen_OnlyThePermitWasSigned() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        bytes memory permit = _permit20(AMOUNT, LATER);
        expectRefused(a, r, intentOf(ALICE, 1), "", permit, IIntents.SignatureWrong.selector);
        expectRefused(a, r, intentOf(BOB, 1), "", permit, IIntents.SignatureWrong.selector);
        assertEq(money.allowance(ALICE, address(a.gateway)), 0);
    }

    function test_RevertWhen_ThePermitIsForLess() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        bytes memory permit = _permit20(AMOUNT - 1, LATER);
        on(a);
        vm.expectRevert();
        a.gateway.sendBySignature(r, intentOf(ALICE, 1), authorization, permit);
    }

    // -------------------------------------------------------------------------------------------------------- ERC-4494

    function test_Erc4494ForEachId() public {
        IOutbox.SendRequest memory r = _nfts();
        bytes memory permit = abi.encodePacked(hex"02", uint256(LATER), _permitNft(1), _permitNft(2));
        submit(a, r, intentOf(ALICE, 1), signed(a, r, intentOf(ALICE, 1)), permit);
        deliverAll(a, b);
        assertEq(representation(b, a, address(nft)).balanceOf(ALICE), 2);
        assertEq(nft.getApproved(1), NOBODY);
    }

    function test_RevertWhen_OneIdIsNotPermitted() public {
        IOutbox.SendRequest memory r = _nfts();
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        bytes memory permit = abi.encodePacked(hex"02", uint256(LATER), _permitNft(1), _permitNft(1));
        on(a);
        vm.expectRevert();
        a.gateway.sendBySignature(r, intentOf(ALICE, 1), authorization, permit);
        permit = abi.encodePacked(hex"02", uint256(LATER), _permitNft(1));
        expectRefused(a, r, intentOf(ALICE, 1), authorization, permit, IIntents.PermitMalformed.selector);
        assertEq(nft.ownerOf(1), ALICE);
    }

    // -------------------------------------------------------------------------------------------------------- ERC-3009

    function test_Erc3009IsTheOneSignature() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        submit(a, r, intentOf(ALICE, 1), "", _authorization(r, intentOf(ALICE, 1)));
        assertEq(money.balanceOf(address(a.gateway)), 0);
        _expectMoneyThere();
        expectRefused(
            a, r, intentOf(ALICE, 1), "", _authorization(r, intentOf(ALICE, 1)), IIntents.NonceUsed.selector
        );
    }

    /// @dev The token's nonce is the request's digest: what was signed for one request is for no other.
    function testFuzz_RevertWhen_TheRequestWasAltered(uint256 which) public {
        IOutbox.SendRequest memory r = _money(AMOUNT / 2);
        IIntents.Intent memory intent = intentOf(ALICE, 1);
        bytes memory permit = _authorization(r, intent);
        which = bound(which, 0, 7);
        if (which == 0) r.recipient = RELAYER;
        if (which == 1) r.refundAccount = RELAYER;
        if (which == 2) r.destinationChainId = c.id;
        if (which == 3) r.amounts[0] = AMOUNT;
        if (which == 4) r.ref = "mine";
        if (which == 5) intent.nonce = 2;
        if (which == 6) intent.expiry += 1;
        if (which == 7) intent.sender = RELAYER;
        on(a);
        vm.prank(RELAYER);
        vm.expectRevert();
        a.gateway.sendBySignature(r, intent, "", permit);
        assertEq(money.balanceOf(ALICE), AMOUNT);
    }

    /// @dev The token lets only the payee use it, and after its expiry nobody.
    function test_RevertWhen_SomebodyElseUsesTheAuthorization() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        IIntents.Intent memory intent = intentOf(ALICE, 1);
        bytes32 digest = digestOf(a, r, intent);
        (uint8 v, bytes32 x, bytes32 s) = vm.sign(ALICES_KEY, _digest3009(AMOUNT, LATER, digest));
        vm.prank(RELAYER);
        vm.expectRevert();
        IERC3009(address(money))
            .receiveWithAuthorization(
                ALICE, address(a.gateway), AMOUNT, 0, uint256(LATER) + 1, digest, v, x, s
            );
        bytes memory permit = _authorization(r, intent);
        uint256 state = vm.snapshotState();
        vm.warp(LATER);
        submit(a, r, intent, "", permit);
        vm.revertToState(state);
        vm.warp(LATER + 1);
        expectRefused(a, r, intent, "", permit, IIntents.IntentExpired.selector);
    }

    /// @dev Not even asked: a token that nobody listed may say whatever it likes about what it was authorized.
    function test_RevertWhen_TheTokenIsNotListed() public {
        TestYen other = new TestYen(address(this));
        other.mint(ALICE, AMOUNT);
        IOutbox.SendRequest memory r = _money(AMOUNT);
        r.token = address(other);
        bytes memory permit = _authorization(r, intentOf(ALICE, 1));
        expectRefused(a, r, intentOf(ALICE, 1), "", permit, IOutbox.TokenNotListed.selector);
    }

    // --------------------------------------------------------------------------------------------------------- OTHERS

    function test_RevertWhen_ThePermitIsOfNoKind() public {
        IOutbox.SendRequest memory r = _money(AMOUNT);
        bytes memory authorization = signed(a, r, intentOf(ALICE, 1));
        bytes memory permit = _permit20(AMOUNT, LATER);
        bytes[6] memory wrong = [
            bytes(hex"00"),
            hex"01",
            hex"03",
            bytes.concat(hex"04", permit),
            bytes.concat(hex"02", permit),
            bytes.concat(_authorization(r, intentOf(ALICE, 1)), hex"00")
        ];
        for (uint256 i; i < wrong.length; ++i) {
            expectRefused(
                a, r, intentOf(ALICE, 1), authorization, wrong[i], IIntents.PermitMalformed.selector
            );
        }
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _money(uint256 amount) private view returns (IOutbox.SendRequest memory r) {
        r = ask(a, b, STANDARD_ERC20, ALICE);
        (r.token, r.amounts[0]) = (address(money), amount);
    }

    function _nfts() private view returns (IOutbox.SendRequest memory r) {
        r = request(b, address(nft), 1, ALICE);
        r.ids = new uint256[](2);
        (r.ids[0], r.ids[1]) = (1, 2);
    }

    function _expectMoneyThere() private {
        deliverAll(a, b);
        IERC20 there = IERC20(b.gateway.representationOf(a.id, address(money), STANDARD_ERC20));
        assertEq(there.balanceOf(ALICE), AMOUNT);
        assertEq(money.balanceOf(vaultAt(a, b)), AMOUNT);
    }

    function _digest2612(uint256 amount, uint256 deadline) private view returns (bytes32) {
        bytes32 hash =
            keccak256(abi.encode(ERC2612, ALICE, address(a.gateway), amount, money.nonces(ALICE), deadline));
        return keccak256(abi.encodePacked(hex"1901", money.DOMAIN_SEPARATOR(), hash));
    }

    function _permit20(uint256 amount, uint256 deadline) private view returns (bytes memory) {
        return abi.encodePacked(hex"01", deadline, wideSignature(ALICES_KEY, _digest2612(amount, deadline)));
    }

    function _permitNft(uint256 id) private view returns (bytes memory) {
        return wideSignature(ALICES_KEY, nft.digest(address(a.gateway), id, LATER));
    }

    function _digest3009(uint256 amount, uint256 expiry, bytes32 nonce_) private view returns (bytes32) {
        bytes32 hash =
            keccak256(abi.encode(ERC3009, ALICE, address(a.gateway), amount, 0, expiry + 1, nonce_));
        return keccak256(abi.encodePacked(hex"1901", money.DOMAIN_SEPARATOR(), hash));
    }

    function _authorization(IOutbox.SendRequest memory r, IIntents.Intent memory intent)
        private
        view
        returns (bytes memory)
    {
        bytes32 digest = _digest3009(r.amounts[0], intent.expiry, digestOf(a, r, intent));
        return bytes.concat(hex"03", wideSignature(ALICES_KEY, digest));
    }
}
