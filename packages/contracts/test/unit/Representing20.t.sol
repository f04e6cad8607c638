// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {IRepresentation20} from "../../src/interfaces/IRepresentation20.sol";
import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {STANDARD_ERC20} from "../../src/types/Protocol.sol";
import {PartTest} from "../utils/PartTest.sol";

interface IFullMoney is IRepresentation20, IERC20Metadata, IERC20Permit, IERC5267 {}

/// @title What stands for money: the same name, the same decimals, and signatures that move it
contract Representing20Test is PartTest {
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 private constant TRANSFER = keccak256(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant RECEIVE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant CANCEL = keccak256("CancelAuthorization(address authorizer,bytes32 nonce)");

    IFullMoney internal token;
    address internal payer;
    uint256 internal key;

    function setUp() public {
        vm.warp(1_800_000_000);
        token = IFullMoney(makeRepresentation("Representation20", STANDARD_ERC20));
        token.describe(10, _collection(unicode"竜宮円", 6));
        (payer, key) = makeAddrAndKey("payer");
        token.mintFor(payer, 1, abi.encodePacked(uint128(1000)));
    }

    function test_WhatItSaysOfItself() public view {
        assertEq(token.name(), unicode"竜宮円");
        assertEq(token.symbol(), "SEA");
        assertEq(token.decimals(), 6);
        assertEq(token.contractURI(), "ipfs://contract");
        assertEq(token.class(), 2);
        (uint64 chainId, address at, uint8 standard) = token.home();
        assertEq(chainId, HOME);
        assertEq(at, HOME_TOKEN);
        assertEq(standard, STANDARD_ERC20);
    }

    function test_OnlyTheNewestMessageCounts() public {
        token.describe(9, _collection("Older", 2));
        assertEq(token.decimals(), 6);
        token.describe(11, _collection("Newer", 8));
        assertEq(token.name(), "Newer");
        assertEq(token.decimals(), 8);
        // Refreshes and records mean nothing here, and harm nothing.
        bytes memory refresh = abi.encodePacked(uint256(7), uint8(1), uint16(1));
        token.describe(12, collection(STANDARD_ERC20, 3, description("Newest", "x"), 1, refresh));
        assertEq(token.name(), "Newest");
    }

    // --------------------------------------------------------------------------------------------------------- AMOUNTS

    function testFuzz_WhatComesGoes(uint128 amount, uint128 back) public {
        amount = uint128(bound(amount, 0, type(uint128).max - 1000));
        back = uint128(bound(back, 0, amount));
        token.mintFor(ALICE, 1, abi.encodePacked(amount));
        assertEq(token.balanceOf(ALICE), amount);
        token.burn(ALICE, new uint256[](0), ids(back));
        assertEq(token.balanceOf(ALICE), amount - back);
        assertEq(token.totalSupply(), 1000 + amount - back);
        vm.expectRevert(ERC20.InsufficientBalance.selector);
        token.burn(ALICE, new uint256[](0), ids(uint256(amount - back) + 1));
    }

    function test_RevertWhen_TheBytesAreNotOneAmount() public {
        bytes[3] memory wrong = [bytes(""), new bytes(15), new bytes(17)];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(AssetLib.AssetsMalformed.selector);
            token.mintFor(ALICE, 1, wrong[i]);
        }
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.mintFor(ALICE, 2, abi.encodePacked(uint128(1)));
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.burn(payer, ids(1), ids(1));
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        token.burn(payer, new uint256[](0), ids(1, 1));
    }

    function test_NobodyAndItselfCannotHaveTokens() public {
        address[2] memory nobody = [address(0), address(token)];
        for (uint256 i; i < 2; ++i) {
            bytes memory refusal =
                abi.encodeWithSelector(IRepresentation20.RecipientInvalid.selector, nobody[i]);
            vm.expectRevert(refusal);
            token.mintFor(nobody[i], 1, abi.encodePacked(uint128(1)));
            vm.expectRevert(refusal);
            vm.prank(payer);
            token.transfer(nobody[i], 1);
        }
        vm.expectRevert();
        token.burn(address(0), new uint256[](0), ids(0));
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, ALICE));
        token.mintFor(ALICE, 1, abi.encodePacked(uint128(1)));
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, ALICE));
        token.burn(payer, new uint256[](0), ids(1));
    }

    function test_NobodyHasAnAllowanceThatNobodyGave() public {
        address permit2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
        assertEq(token.allowance(payer, permit2), 0);
        vm.prank(permit2);
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        token.transferFrom(payer, ALICE, 1);
    }

    // ---------------------------------------------------------------------------------------------------------- PERMIT

    function test_APermitIsSignedForTheNameThatHomeGave() public {
        bytes32 hash = keccak256(abi.encode(PERMIT, payer, BOB, 70, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, _digest(unicode"竜宮円", hash));
        token.permit(payer, BOB, 70, block.timestamp, v, r, s);
        assertEq(token.allowance(payer, BOB), 70);
        assertEq(token.nonces(payer), 1);
        vm.expectRevert(ERC20.InvalidPermit.selector);
        token.permit(payer, BOB, 70, block.timestamp, v, r, s);
        vm.prank(BOB);
        token.transferFrom(payer, ALICE, 70);
        assertEq(token.balanceOf(ALICE), 70);
        (, string memory name, string memory version, uint256 chainId, address at,,) = token.eip712Domain();
        assertEq(name, unicode"竜宮円");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(at, address(token));
        assertEq(token.DOMAIN_SEPARATOR(), _domain(unicode"竜宮円"));
        token.describe(11, _collection("Newer", 6));
        assertEq(token.DOMAIN_SEPARATOR(), _domain("Newer"));
    }

    // --------------------------------------------------------------------------------------------------- AUTHORIZATIONS

    function test_AnAuthorizationMovesMoneyOnce() public {
        uint256 end = block.timestamp + 1;
        (uint8 v, bytes32 r, bytes32 s) = _sign(TRANSFER, BOB, 70, 0, end);
        vm.expectEmit(address(token));
        emit IRepresentation20.AuthorizationUsed(payer, "nonce");
        token.transferWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
        assertEq(token.balanceOf(BOB), 70);
        assertTrue(token.authorizationState(payer, "nonce"));
        vm.expectRevert(
            abi.encodeWithSelector(IRepresentation20.AuthorizationSpent.selector, payer, bytes32("nonce"))
        );
        token.transferWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
    }

    function test_OnlyThePayeeReceives() public {
        uint256 end = block.timestamp + 1;
        (uint8 v, bytes32 r, bytes32 s) = _sign(RECEIVE, BOB, 70, 0, end);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation20.CallerNotPayee.selector, BOB));
        token.receiveWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
        bytes memory refusal =
            abi.encodeWithSelector(IRepresentation20.AuthorizationNotSigned.selector, payer);
        vm.expectRevert(refusal);
        token.transferWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
        vm.startPrank(BOB);
        vm.expectRevert(refusal);
        token.receiveWithAuthorization(payer, BOB, 71, 0, end, "nonce", v, r, s);
        token.receiveWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
        assertEq(token.balanceOf(BOB), 70);
    }

    function test_AnAuthorizationHasItsTime() public {
        uint256 now_ = block.timestamp;
        (uint8 v, bytes32 r, bytes32 s) = _sign(TRANSFER, BOB, 70, now_, now_ + 2);
        bytes memory refusal =
            abi.encodeWithSelector(IRepresentation20.AuthorizationOutOfTime.selector, now_, now_ + 2);
        vm.expectRevert(refusal);
        token.transferWithAuthorization(payer, BOB, 70, now_, now_ + 2, "nonce", v, r, s);
        vm.warp(now_ + 2);
        vm.expectRevert(refusal);
        token.transferWithAuthorization(payer, BOB, 70, now_, now_ + 2, "nonce", v, r, s);
        vm.warp(now_ + 1);
        token.transferWithAuthorization(payer, BOB, 70, now_, now_ + 2, "nonce", v, r, s);
    }

    function test_AnAuthorizationCanBeCanceled() public {
        bytes32 hash = keccak256(abi.encode(CANCEL, payer, bytes32("nonce")));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, _digest(unicode"竜宮円", hash));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation20.AuthorizationNotSigned.selector, BOB));
        token.cancelAuthorization(BOB, "nonce", v, r, s);
        vm.expectEmit(address(token));
        emit IRepresentation20.AuthorizationCanceled(payer, "nonce");
        token.cancelAuthorization(payer, "nonce", v, r, s);
        uint256 end = block.timestamp + 1;
        (v, r, s) = _sign(TRANSFER, BOB, 70, 0, end);
        vm.expectRevert(
            abi.encodeWithSelector(IRepresentation20.AuthorizationSpent.selector, payer, bytes32("nonce"))
        );
        token.transferWithAuthorization(payer, BOB, 70, 0, end, "nonce", v, r, s);
    }

    /// @dev A signature that is none recovers to nobody, who must not be able to pay.
    function test_NobodySignsNothing() public {
        vm.expectRevert(abi.encodeWithSelector(IRepresentation20.AuthorizationNotSigned.selector, address(0)));
        token.transferWithAuthorization(address(0), BOB, 0, 0, type(uint256).max, "n", 0, 0, 0);
        // The other value of `s` that the curve allows.
        (uint8 v, bytes32 r, bytes32 s) = _sign(TRANSFER, BOB, 70, 0, type(uint256).max);
        s = bytes32(0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141 - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(IRepresentation20.AuthorizationNotSigned.selector, payer));
        token.transferWithAuthorization(payer, BOB, 70, 0, type(uint256).max, "nonce", v ^ 7, r, s);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _sign(bytes32 type_, address to, uint256 value, uint256 from, uint256 until)
        private
        view
        returns (uint8, bytes32, bytes32)
    {
        bytes32 hash = keccak256(abi.encode(type_, payer, to, value, from, until, bytes32("nonce")));
        return vm.sign(key, _digest(unicode"竜宮円", hash));
    }

    function _digest(string memory name, bytes32 hash) private view returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", _domain(name), hash));
    }

    function _domain(string memory name) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                address(token)
            )
        );
    }

    function _collection(string memory name, uint8 decimals) private view returns (bytes memory) {
        CollectionLib.Description memory d = description(name, "");
        d.decimals = decimals;
        return collection(STANDARD_ERC20, 0, d, 0, "");
    }
}
