// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {Test} from "forge-std/Test.sol";

import {ITestYen} from "../../src/interfaces/ITestYen.sol";
import {TestYen} from "../../src/samples/TestYen.sol";

/// @title Yen for tests can do what real yen stablecoins can
contract TestYenTest is Test {
    TestYen private yen;
    address private holder;
    uint256 private key;
    address private immutable SHOP = makeAddr("shop");

    function setUp() public {
        vm.warp(1_800_000_000);
        (holder, key) = makeAddrAndKey("holder");
        yen = new TestYen(address(this));
        yen.mint(holder, 1_000e18);
    }

    function test_ItLooksLikeYen() public view {
        assertEq(yen.decimals(), 18);
        assertEq(yen.symbol(), "tJPY");
        assertEq(yen.totalSupply(), 1_000e18);
    }

    function test_RevertWhen_SomebodyElseMints() public {
        vm.prank(holder);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, holder));
        yen.mint(holder, 1);
    }

    function test_APermitAllowsWithoutGas() public {
        bytes32 permit =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        uint256 deadline = block.timestamp + 1;
        (uint8 v, bytes32 r, bytes32 s) = _sign(abi.encode(permit, holder, SHOP, 5e18, 0, deadline));
        yen.permit(holder, SHOP, 5e18, deadline, v, r, s);
        assertEq(yen.allowance(holder, SHOP), 5e18);
    }

    function test_AnAuthorizationPaysOnce() public {
        bytes32 transfer = keccak256(
            "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
        );
        uint256 end = block.timestamp + 1;
        bytes memory message = abi.encode(transfer, holder, SHOP, 5e18, 0, end, bytes32("once"));
        (uint8 v, bytes32 r, bytes32 s) = _sign(message);
        assertFalse(yen.authorizationState(holder, "once"));
        yen.transferWithAuthorization(holder, SHOP, 5e18, 0, end, "once", v, r, s);
        assertEq(yen.balanceOf(SHOP), 5e18);
        assertTrue(yen.authorizationState(holder, "once"));
        vm.expectRevert(
            abi.encodeWithSelector(ERC3009.ERC3009UsedAuthorization.selector, holder, bytes32("once"))
        );
        yen.transferWithAuthorization(holder, SHOP, 5e18, 0, end, "once", v, r, s);
    }

    // ------------------------------------------------------------------------------------------------------- ISSUER'S

    function test_WhoIsBlockedNeitherPaysNorIsPaid() public {
        vm.expectEmit(address(yen));
        emit ITestYen.BlockedSet(holder, true);
        yen.setBlocked(holder, true);
        bytes memory refusal = abi.encodeWithSelector(ITestYen.AccountBlocked.selector, holder);
        vm.expectRevert(refusal);
        yen.mint(holder, 1);
        vm.prank(holder);
        vm.expectRevert(refusal);
        yen.transfer(SHOP, 1);
        assertEq(yen.balanceOf(holder), 1_000e18, "what it holds stays");
        yen.setBlocked(holder, false);
        vm.prank(holder);
        yen.transfer(SHOP, 1);
    }

    function test_NothingMovesWhileItIsPaused() public {
        yen.setPaused(true);
        assertTrue(yen.paused());
        vm.prank(holder);
        vm.expectRevert(ITestYen.TransfersPaused.selector);
        yen.transfer(SHOP, 1);
        vm.expectRevert(ITestYen.TransfersPaused.selector);
        yen.mint(holder, 1);
        yen.setPaused(false);
        vm.prank(holder);
        yen.transfer(SHOP, 1);
    }

    function test_MoreThanTheLimitMovesBetweenRegisteredAccountsOnly() public {
        yen.setFreeLimit(100);
        _transfer(100);
        _refuse(101, holder);
        yen.setRegistered(holder, true);
        _refuse(101, SHOP);
        yen.setRegistered(SHOP, true);
        _transfer(101);
        yen.mint(makeAddr("nobody knows"), 101);
    }

    function test_TheIssuerEndsWhatCameBack() public {
        vm.prank(holder);
        yen.transfer(address(this), 400e18);
        yen.redeem(300e18);
        assertEq(yen.totalSupply(), 700e18);
        assertEq(yen.balanceOf(address(this)), 100e18);
        vm.expectRevert();
        yen.redeem(100e18 + 1);
    }

    function test_RevertWhen_NotTheIssuerSets() public {
        bytes[5] memory calls = [
            abi.encodeCall(yen.setBlocked, (SHOP, true)),
            abi.encodeCall(yen.setRegistered, (SHOP, true)),
            abi.encodeCall(yen.setFreeLimit, (1)),
            abi.encodeCall(yen.setPaused, (true)),
            abi.encodeCall(yen.redeem, (1))
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(holder);
            (bool ok,) = address(yen).call(calls[i]);
            assertFalse(ok);
        }
    }

    function testFuzz_AllBalancesAreTheSupply(uint128 first, uint128 second, uint256 moved) public {
        second = uint128(bound(second, 0, type(uint128).max - uint256(first) / 2 - 1_000e18));
        first /= 2;
        yen.mint(SHOP, first);
        yen.mint(holder, second);
        moved = bound(moved, 0, yen.balanceOf(holder));
        vm.prank(holder);
        yen.transfer(SHOP, moved);
        assertEq(yen.balanceOf(SHOP), first + moved);
        assertEq(yen.balanceOf(SHOP) + yen.balanceOf(holder), yen.totalSupply());
    }

    function test_PayingOneselfChangesNothing() public {
        vm.prank(holder);
        yen.transfer(holder, 10e18);
        assertEq(yen.balanceOf(holder), 1_000e18);
    }

    function test_RevertWhen_ThereWouldBeMoreThanFits() public {
        vm.expectRevert();
        yen.mint(SHOP, type(uint128).max);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _transfer(uint256 amount) private {
        vm.prank(holder);
        yen.transfer(SHOP, amount);
    }

    function _refuse(uint256 amount, address unknown) private {
        vm.prank(holder);
        vm.expectRevert(abi.encodeWithSelector(ITestYen.AccountNotRegistered.selector, unknown, amount, 100));
        yen.transfer(SHOP, amount);
    }

    function _sign(bytes memory message) private view returns (uint8 v, bytes32 r, bytes32 s) {
        return
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", yen.DOMAIN_SEPARATOR(), keccak256(message))));
    }
}
