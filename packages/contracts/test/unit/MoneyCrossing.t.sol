// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IRepresentation20} from "../../src/interfaces/IRepresentation20.sol";
import {IRoyaltyRouter} from "../../src/interfaces/IRoyaltyRouter.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {CLASS_PAYMENT, STANDARD_ERC20} from "../../src/types/Protocol.sol";
import {FeeOnTransferMoney, NoReturnMoney, OddMoney, RebasingMoney} from "../mocks/HostileErc20.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Listed money crosses to the unit, and royalties paid elsewhere arrive at home
contract MoneyCrossingTest is ZoneTest {
    OddMoney internal yen;
    address internal immutable ARTIST = makeAddr("artist");

    function setUp() public override {
        super.setUp();
        yen = new NoReturnMoney();
        _list(address(yen));
        yen.mint(ALICE, 1000);
    }

    function test_MoneyGoesOnThroughHomeAndComesBack() public {
        _send(a, b, address(yen), 1000);
        deliverAll(a, b);
        IERC20Metadata there = _at(b);
        assertEq(there.balanceOf(ALICE), 1000);
        assertEq(there.name(), "Odd Money");
        assertEq(there.decimals(), 18);
        assertEq(IRepresentation20(address(there)).class(), CLASS_PAYMENT);
        _send(b, c, address(there), 400);
        deliverAll(b, a);
        collect();
        deliverAll(a, c);
        assertEq(_at(c).balanceOf(ALICE), 400);
        assertEq(yen.balanceOf(vaultAt(a, b)), 600);
        assertEq(yen.balanceOf(vaultAt(a, c)), 400);
        _send(c, a, address(_at(c)), 400);
        deliverAll(c, a);
        assertEq(yen.balanceOf(ALICE), 400);
    }

    function test_MoneyThatDoesNotArriveWholeIsRefused() public {
        FeeOnTransferMoney fee = new FeeOnTransferMoney();
        _list(address(fee));
        fee.mint(ALICE, 1000);
        fee.setHostile(true);
        vm.startPrank(ALICE);
        fee.approve(address(a.gateway), 1000);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.AmountNotReceived.selector, fee, 1000, 990));
        a.gateway.send(_request(b, address(fee), 1000));
        vm.stopPrank();
        RebasingMoney rebasing = new RebasingMoney();
        _list(address(rebasing));
        rebasing.mint(ALICE, 1000);
        rebasing.rebase(3, 2);
        vm.startPrank(ALICE);
        rebasing.approve(address(a.gateway), 49);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.AmountNotReceived.selector, rebasing, 49, 48));
        a.gateway.send(_request(b, address(rebasing), 49));
        vm.stopPrank();
    }

    function test_RoyaltiesPaidElsewhereArriveAtHome() public {
        IRoyaltyRouter router = _payRoyalty(50);
        router.forward(address(_at(b)));
        collect();
        assertEq(_at(b).balanceOf(address(router)), 0);
        assertEq(_at(b).allowance(address(router), address(b.gateway)), 0);
        deliverAll(b, a);
        assertEq(yen.balanceOf(ARTIST), 50);
        assertEq(yen.balanceOf(vaultAt(a, b)), 950);
    }

    /// @dev What nobody delivers in time comes back to the router, and goes again.
    function test_RoyaltiesThatExpireAreForwardedAgain() public {
        IRoyaltyRouter router = _payRoyalty(50);
        router.forward(address(_at(b)));
        collect();
        vm.warp(block.timestamp + 31 days);
        deliverAll(b, a);
        collect();
        deliverAll(a, b);
        assertEq(_at(b).balanceOf(address(router)), 50);
        on(b);
        router.forward(address(_at(b)));
        collect();
        deliverAll(b, a);
        assertEq(yen.balanceOf(ARTIST), 50);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev An artwork of A is sold on B for B's yen.
    function _payRoyalty(uint256 amount) private returns (IRoyaltyRouter router) {
        on(a);
        CreatorCollection art = newCollection("https://sea.example/");
        art.mint(ALICE, "");
        send(a, b, address(art), 1, ALICE);
        _send(a, b, address(yen), 1000);
        deliverAll(a, b);
        on(b);
        (address account, uint256 due) = representation(b, a, address(art)).royaltyInfo(1, amount * 20);
        assertEq(due, amount);
        IERC20Metadata money = _at(b);
        vm.prank(ALICE);
        money.transfer(account, due);
        router = IRoyaltyRouter(ICustody(b.gateway.custody()).createRoyaltyRouter(a.id, address(art), ARTIST));
        assertEq(address(router), account);
    }

    function _at(Side memory chain) private view returns (IERC20Metadata) {
        return IERC20Metadata(chain.gateway.representationOf(a.id, address(yen), STANDARD_ERC20));
    }

    function _list(address token) private {
        on(a);
        bytes32 act = ActLib.listToken(a.gateway.councilNonce(), token, CLASS_PAYMENT, type(uint88).max, 60);
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(a.gateway));
        a.gateway.listToken(token, CLASS_PAYMENT, type(uint88).max, 60, sign(DigestLib.typed(domain, act)));
    }

    function _request(Side memory to, address token, uint256 amount)
        private
        view
        returns (IOutbox.SendRequest memory r)
    {
        r.destinationChainId = to.id;
        r.token = token;
        r.amounts = new uint256[](1);
        r.amounts[0] = amount;
        r.recipient = ALICE;
    }

    function _send(Side memory from, Side memory to, address token, uint256 amount) private {
        on(from);
        vm.startPrank(ALICE);
        (bool ok,) = token.call(abi.encodeCall(yen.approve, (address(from.gateway), amount)));
        assertTrue(ok);
        from.gateway.send(_request(to, token, amount));
        vm.stopPrank();
        collect();
    }
}
