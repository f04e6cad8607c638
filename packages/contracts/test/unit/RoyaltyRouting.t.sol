// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IRoyaltyRouter} from "../../src/interfaces/IRoyaltyRouter.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {NoReturnMoney, OddMoney, SilentMoney} from "../mocks/HostileErc20.sol";
import {PartTest} from "../utils/PartTest.sol";

/// @dev Remembers what it was asked to send, and pulls it or does not.
contract RecordingGateway {
    error LaneIsClosed();

    IOutbox.SendRequest internal _last;
    address public sender;
    uint256 public value;
    bool public pulls = true;
    bool public open = true;

    function set(bool pulls_, bool open_) external {
        (pulls, open) = (pulls_, open_);
    }

    function last() external view returns (IOutbox.SendRequest memory) {
        return _last;
    }

    function send(IOutbox.SendRequest calldata request) external payable returns (bytes32) {
        if (!open) revert LaneIsClosed();
        (_last, sender, value) = (request, msg.sender, msg.value);
        uint256 amount = request.amounts[0];
        require(IERC20(request.token).allowance(msg.sender, address(this)) == amount, "not exactly");
        if (pulls) SafeERC20.safeTransferFrom(IERC20(request.token), msg.sender, address(this), amount);
        return "message";
    }
}

/// @title Royalties go home, whoever sends them on, and nobody can turn them aside
contract RoyaltyRoutingTest is PartTest {
    RecordingGateway internal gateway;
    IRoyaltyRouter internal router;
    OddMoney internal money;

    function setUp() public {
        gateway = new RecordingGateway();
        gatewayPart = address(gateway);
        routerPart = make("RoyaltyRouter");
        money = new SilentMoney();
        // Paid before it is there.
        money.mint(CloneLib.royaltyRouter(routerPart, address(this), HOME, HOME_TOKEN, ARTIST), 70);
        router = IRoyaltyRouter(CloneLib.deployRoyaltyRouter(routerPart, HOME, HOME_TOKEN, ARTIST));
    }

    function test_TheWholeBalanceGoesHome() public {
        money.mint(address(router), 7);
        vm.deal(BOB, 3);
        vm.prank(BOB);
        vm.expectEmit(address(router));
        emit IRoyaltyRouter.RoyaltiesForwarded(address(money), 77, "message");
        assertEq(router.forward{value: 3}(address(money)), "message");
        IOutbox.SendRequest memory r = gateway.last();
        assertEq(r.destinationChainId, HOME);
        assertEq(r.token, address(money));
        assertEq(r.ids.length, 0);
        assertEq(r.amounts.length, 1);
        assertEq(r.amounts[0], 77);
        assertEq(r.recipient, ARTIST);
        assertEq(r.refundAccount, address(router), "what expires is forwarded again");
        assertEq(r.deadline, 0);
        assertEq(r.ref, "");
        assertEq(gateway.sender(), address(router));
        assertEq(gateway.value(), 3);
        assertEq(money.balanceOf(address(router)), 0);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyRouter.NothingToForward.selector, money));
        router.forward(address(money));
    }

    /// @dev A representation is burned without the allowance.
    function test_NoAllowanceIsLeft() public {
        gateway.set(false, true);
        router.forward(address(money));
        assertEq(money.allowance(address(router), address(gateway)), 0);
    }

    function test_MoneyThatAnswersNothingGoesToo() public {
        NoReturnMoney odd = new NoReturnMoney();
        odd.mint(address(router), 5);
        router.forward(address(odd));
        assertEq(odd.balanceOf(address(gateway)), 5);
        gateway.set(false, true);
        odd.mint(address(router), 5);
        router.forward(address(odd));
        assertEq(odd.allowance(address(router), address(gateway)), 0);
    }

    function test_WhatCannotBeSentStays() public {
        gateway.set(true, false);
        vm.expectRevert(RecordingGateway.LaneIsClosed.selector);
        router.forward(address(money));
        assertEq(money.balanceOf(address(router)), 70);
        gateway.set(true, true);
        router.forward(address(money));
        assertEq(money.balanceOf(address(gateway)), 70);
        vm.expectRevert();
        router.forward(makeAddr("no code"));
    }

    function testFuzz_EachReceiverHasARouterOfItsOwn(uint64 chainId, address token, address receiver) public {
        vm.assume(receiver != ARTIST || token != HOME_TOKEN || chainId != HOME);
        address expected = CloneLib.royaltyRouter(routerPart, address(this), chainId, token, receiver);
        assertTrue(expected != address(router));
        address made = CloneLib.deployRoyaltyRouter(routerPart, chainId, token, receiver);
        assertEq(made, expected);
        (uint64 c, address t, address r) = IRoyaltyRouter(made).beneficiary();
        assertEq(c, chainId);
        assertEq(t, token);
        assertEq(r, receiver);
    }
}
