// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {IPrepaidRail} from "../../src/interfaces/IPrepaidRail.sol";
import {StandIn} from "../mocks/StandIn.sol";
import {PrepaidSaleTest} from "../utils/PrepaidSaleTest.sol";

/// @title Law 8 for prepaid yen: every entry is somebody's who can fetch it, and none is a router's
contract SellingForPrepaidInvariant is PrepaidSaleTest {
    uint256 private constant PAYEES = 3;
    uint256 private constant ELSEWHERE = 4_242;

    StandIn internal there;
    address internal immutable ROUTER = makeAddr("router");
    uint256 internal sales;
    uint256 internal refused;
    uint256 internal deposits;
    mapping(address payee => uint256) internal due;
    mapping(address payee => uint256) internal settled;

    function setUp() public override {
        super.setUp();
        there = new StandIn();
        there.mint(SELLER, 1);
        bytes4[] memory actions = new bytes4[](4);
        actions[0] = this.sell.selector;
        actions[1] = this.setStatus.selector;
        actions[2] = this.claim.selector;
        actions[3] = this.settle.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // ------------------------------------------------------------------------------------------------------- HANDLER

    /// @param isElsewhere whether what is sold stands for a token of another chain; then its royalty is a router's
    function sell(uint96 price, uint256 seed, bool isElsewhere) external {
        _giveToSeller();
        IMarket.Order memory order = _offer(price, seed, isElsewhere);
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = prepaid(order);
        IMarket.Purchase memory purchase = one();
        _fund(order.price);
        uint256 royalty = order.price * there.basisPoints() / 10_000;
        if (isElsewhere && royalty != 0) {
            vm.expectRevert(cannotTravel(ROUTER));
            market.buy(order, signature, purchase, word);
            ++refused;
            return;
        }
        market.buy(order, signature, purchase, word);
        due[there.receiver()] += royalty;
        due[order.payee] += order.price - royalty;
    }

    function setStatus(uint256 who, bool isOpen) external {
        _setStatus(_payee(who), isOpen);
    }

    function claim(uint256 who) external {
        address payee = _payee(who);
        if (ledger.credit(payee, address(ledger)) == 0) return;
        _setStatus(payee, true);
        ledger.claimFor(payee, address(ledger));
    }

    function settle(uint256 who, uint96 amount, bool isPaid) external {
        address payee = _payee(who);
        _setStatus(payee, true);
        uint256 most = receivable(payee);
        if (most == 0) return;
        amount = uint96(bound(amount, 1, most));
        vm.prank(payee);
        uint256 id = ledger.requestSettlement(amount);
        if (!isPaid) return ledger.refuseSettlement(id, "closed");
        ledger.confirmSettlement(id, "bank");
        settled[payee] += amount;
    }

    // ---------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_NothingIsLeftToWhoCannotFetchIt() public view {
        assertEq(ledger.credit(ROUTER, address(ledger)), 0);
        assertEq(receivable(ROUTER), 0);
    }

    function invariant_EveryPayeeHasExactlyTheirParts() public view {
        for (uint256 i; i < PAYEES; ++i) {
            address payee = _payee(i);
            uint256 held = receivable(payee) + ledger.credit(payee, address(ledger));
            assertEq(held + settled[payee], due[payee]);
        }
    }

    function invariant_WhatIsOwedIsInTheBooks() public view {
        uint256 sum = ledger.accountOf(BUYER).spendable + ledger.totalCredit(address(ledger));
        for (uint256 i; i < PAYEES; ++i) {
            sum += receivable(_payee(i));
        }
        assertEq(sum, ledger.outstanding());
    }

    /// @dev An invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        for (uint256 seed; seed < 12; ++seed) {
            this.sell(uint96(10_000 + seed), uint256(keccak256(abi.encode(seed))), seed % 3 == 0);
            this.setStatus(seed, seed % 2 == 0);
        }
        assertGt(refused, 0);
        assertGt(ledger.totalCredit(address(ledger)), 0);
        for (uint256 i; i < PAYEES; ++i) {
            this.claim(i);
            this.settle(i, 1, true);
            this.settle(i, 1, false);
        }
        assertEq(ledger.totalCredit(address(ledger)), 0);
        assertGt(settled[SELLER], 0);
        invariant_NothingIsLeftToWhoCannotFetchIt();
        invariant_EveryPayeeHasExactlyTheirParts();
        invariant_WhatIsOwedIsInTheBooks();
    }

    /// @dev The law speaks up where a router is paid all the same.
    function test_AStrandedRoyaltyIsNoticed() public {
        _fund(500);
        IPaymentRail.Payment memory payment;
        (payment.payer, payment.currency) = (BUYER, address(ledger));
        payment.parts = new IPaymentRail.Part[](1);
        payment.parts[0] = IPaymentRail.Part(ROUTER, 500, true);
        IPaymentRail.Authorization memory word;
        vm.prank(BUYER);
        ledger.pay(payment, word);
        vm.expectRevert();
        this.invariant_NothingIsLeftToWhoCannotFetchIt();
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _offer(uint96 price, uint256 seed, bool isElsewhere)
        private
        returns (IMarket.Order memory order)
    {
        order = prepaidOffer(address(there));
        order.price = uint96(bound(price, 1, 20_000));
        order.salt = bytes32(++sales);
        order.mostRoyalty = 5_000;
        order.payee = _payee(seed >> 8);
        there.standFor(isElsewhere ? ELSEWHERE : block.chainid);
        there.setRoyalty(isElsewhere ? ROUTER : _payee(seed >> 16), (seed >> 24) % 5_001);
    }

    function _payee(uint256 seed) private view returns (address) {
        return [SELLER, SINGER, POET][seed % PAYEES];
    }

    function _setStatus(address account, bool isOpen) private {
        ledger.setStatus(account, isOpen ? IPrepaidRail.Status.Open : IPrepaidRail.Status.Frozen);
    }

    function _fund(uint96 amount) private {
        uint256 held = ledger.accountOf(BUYER).spendable;
        if (held >= amount) return;
        ledger.topUp(BUYER, ledger.holdingLimit() - held, bytes32(++deposits));
    }

    function _giveToSeller() private {
        address owner = there.ownerOf(1);
        vm.startPrank(owner);
        if (owner != SELLER) there.transferFrom(owner, SELLER, 1);
        vm.stopPrank();
        vm.prank(SELLER);
        there.approve(address(market), 1);
    }
}
