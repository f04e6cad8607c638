// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {Test} from "forge-std/Test.sol";

import {ContractYen} from "../../src/samples/ContractYen.sol";
import {SmartAccount} from "../harness/SmartAccount.sol";

/// @title Accounts that are contracts move yen by their owner's word (ERC-7598), for as long as that owner stands
contract ContractYenTest is Test {
    bytes32 private constant TRANSFER_TYPE = keccak256(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    uint256 private constant AMOUNT = 5e18;

    ContractYen private yen;
    SmartAccount private wallet;
    address private owner;
    uint256 private key;
    uint256 private end;
    address private immutable SHOP = makeAddr("shop");

    function setUp() public {
        vm.warp(1_800_000_000);
        end = block.timestamp + 1;
        (owner, key) = makeAddrAndKey("owner");
        yen = new ContractYen(address(this));
        wallet = new SmartAccount(owner);
        yen.mint(address(wallet), 2 * AMOUNT);
        yen.mint(owner, AMOUNT);
    }

    function test_AWordMovesOnce() public {
        bytes memory word = _sign(TRANSFER_TYPE, address(wallet));
        _move(address(wallet), word);
        assertEq(yen.balanceOf(SHOP), AMOUNT);
        assertTrue(yen.authorizationState(address(wallet), "once"));
        vm.expectRevert(
            abi.encodeWithSelector(ERC3009.ERC3009UsedAuthorization.selector, wallet, bytes32("once"))
        );
        _move(address(wallet), word);
    }

    function test_TheReceiverTakesByAWord() public {
        bytes memory word = _sign(RECEIVE_TYPE, address(wallet));
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, SHOP));
        _take(address(wallet), word);
        vm.prank(SHOP);
        _take(address(wallet), word);
        assertEq(yen.balanceOf(SHOP), AMOUNT);
    }

    /// @dev What was signed before counts no more.
    function test_RevertWhen_TheOwnerWasRevoked() public {
        bytes memory moves = _sign(TRANSFER_TYPE, address(wallet));
        bytes memory takes = _sign(RECEIVE_TYPE, address(wallet));
        wallet.setOwner(address(0));
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        _move(address(wallet), moves);
        vm.prank(SHOP);
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        _take(address(wallet), takes);
        assertEq(yen.balanceOf(address(wallet)), 2 * AMOUNT);
    }

    function test_RevertWhen_AnotherWordWasGiven() public {
        bytes memory takes = _sign(RECEIVE_TYPE, address(wallet));
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        _move(address(wallet), takes);
        bytes memory moves = _sign(TRANSFER_TYPE, address(wallet));
        vm.prank(SHOP);
        vm.expectRevert(ERC3009.ERC3009InvalidSignature.selector);
        _take(address(wallet), moves);
    }

    function test_RevertWhen_ItsTimeIsOver() public {
        bytes memory word = _sign(TRANSFER_TYPE, address(wallet));
        vm.warp(end);
        vm.expectRevert(
            abi.encodeWithSelector(ERC3009.ERC3009InvalidAuthorizationTime.selector, uint256(0), end)
        );
        _move(address(wallet), word);
    }

    function test_AKeysWordWillDoToo() public {
        bytes memory word = _sign(TRANSFER_TYPE, owner);
        _move(owner, word);
        assertEq(yen.balanceOf(SHOP), AMOUNT);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _move(address from, bytes memory word) private {
        yen.transferWithAuthorization(from, SHOP, AMOUNT, 0, end, "once", word);
    }

    function _take(address from, bytes memory word) private {
        yen.receiveWithAuthorization(from, SHOP, AMOUNT, 0, end, "once", word);
    }

    function _sign(bytes32 kind, address from) private view returns (bytes memory) {
        bytes32 message = keccak256(abi.encode(kind, from, SHOP, AMOUNT, 0, end, bytes32("once")));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", yen.DOMAIN_SEPARATOR(), message)));
        return abi.encodePacked(r, s, v);
    }
}
