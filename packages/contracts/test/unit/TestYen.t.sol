// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {Test} from "forge-std/Test.sol";

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

    function _sign(bytes memory message) private view returns (uint8 v, bytes32 r, bytes32 s) {
        return
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", yen.DOMAIN_SEPARATOR(), keccak256(message))));
    }
}
