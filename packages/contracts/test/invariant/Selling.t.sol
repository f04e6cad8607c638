// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../../src/interfaces/IMarket.sol";
import {IPaymentRail} from "../../src/interfaces/IPaymentRail.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {HookedYen, HostilePayee} from "../mocks/HostileMoney.sol";
import {OddCollection} from "../mocks/OddCollection.sol";
import {SaleTest} from "../utils/SaleTest.sol";

/// @title Law 8 for sales: everybody who has a part has it, is credited with it or has claimed it, to the unit
contract SellingInvariant is SaleTest {
    uint256 internal constant PAYEES = 4;

    HostilePayee[] internal payees;
    /// @dev Of the first two payees, one part and two.
    ISplit internal split;
    OddCollection internal odd;
    uint256 internal spent;
    uint256 internal sales;
    IMarket.Order internal last;
    bytes internal lastSignature;
    mapping(address payee => uint256) internal due;
    mapping(address payee => uint256) internal claimed;

    function setUp() public override {
        super.setUp();
        HookedYen hooked = new HookedYen();
        useMoney(hooked);
        vm.prank(money.owner());
        money.mint(BUYER, type(uint120).max);
        for (uint256 i; i < PAYEES; ++i) {
            HostilePayee payee = new HostilePayee();
            payees.push(payee);
            hooked.tell(address(payee));
        }
        split = make(pair(address(payees[0]), 1, address(payees[1]), 2));
        odd = new OddCollection();
        odd.mint(SELLER, 1);
        bytes4[] memory actions = new bytes4[](6);
        actions[0] = this.sell.selector;
        actions[1] = this.misbehave.selector;
        actions[2] = this.aimInside.selector;
        actions[3] = this.claim.selector;
        actions[4] = this.replay.selector;
        actions[5] = this.cancelOne.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // ------------------------------------------------------------------------------------------------------- HANDLER

    function sell(uint96 price, uint256 seed) external {
        IMarket.Order memory order = _offer(price, seed);
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        _giveToSeller();
        market.buy(order, signature, one(), word);
        _note(order);
        (last, lastSignature) = (order, signature);
    }

    function misbehave(uint256 who, uint256 mode) external {
        mode = bound(mode, 0, uint256(HostilePayee.Mode.Burn));
        payees[who % PAYEES].behave(HostilePayee.Mode(mode));
    }

    function aimInside(uint256 who, bool claiming) external {
        bytes memory call = claiming
            ? abi.encodeCall(rail.claim, (address(money), RELAYER))
            : abi.encodeCall(split.distribute, (address(money)));
        payees[who % PAYEES].aim(claiming ? address(rail) : address(split), call);
    }

    function claim(uint256 who) external {
        address payee = address(payees[who % PAYEES]);
        uint256 amount = rail.credit(payee, address(money));
        if (amount == 0) return;
        vm.prank(payee);
        assertEq(rail.claim(address(money), OTHER), amount);
        claimed[payee] += amount;
    }

    /// @dev What was bought is not bought again, on this chain or another, with the same payment or a new one.
    function replay(bool elsewhere, bytes32 salt) external {
        if (sales == 0) return;
        _giveToSeller();
        uint256 here = block.chainid;
        if (elsewhere) vm.chainId(here + 1);
        bytes32 purpose = market.purchasePurpose(market.orderHash(last), one());
        IPaymentRail.Authorization memory word = authorization(BUYER_KEY, last.price, purpose, salt);
        IMarket.Purchase memory purchase = one();
        try market.buy(last, lastSignature, purchase, word) {
            revert("bought again");
        } catch {}
        vm.chainId(here);
    }

    function cancelOne(uint96 price, uint256 seed) external {
        IMarket.Order memory order = _offer(price, seed);
        bytes memory signature = signedBy(SELLER_KEY, order);
        IPaymentRail.Authorization memory word = paidFor(order, one());
        bytes32 hash = market.orderHash(order);
        _giveToSeller();
        vm.prank(SELLER);
        market.cancel(hash);
        IMarket.Purchase memory purchase = one();
        try market.buy(order, signature, purchase, word) {
            revert("bought what was cancelled");
        } catch {}
    }

    // ---------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_EveryPayeeHasExactlyTheirParts() public view {
        for (uint256 i; i < PAYEES; ++i) {
            address payee = address(payees[i]);
            assertEq(has(payee) + rail.credit(payee, address(money)) + claimed[payee], due[payee]);
        }
    }

    function invariant_TheRailHoldsTheCreditsAndNothingElse() public view {
        uint256 credits = rail.credit(BUYER, address(money));
        for (uint256 i; i < PAYEES; ++i) {
            credits += rail.credit(address(payees[i]), address(money));
        }
        assertEq(has(address(rail)), credits);
        assertEq(rail.totalCredit(address(money)), credits);
        assertEq(has(address(market)), 0);
    }

    function invariant_MoneyInIsMoneyOut() public view {
        uint256 out = has(address(rail)) + has(OTHER);
        for (uint256 i; i < PAYEES; ++i) {
            out += has(address(payees[i]));
        }
        assertEq(out, spent);
        assertEq(has(BUYER) + spent, money.totalSupply());
        assertEq(has(RELAYER), 0);
    }

    /// @dev An invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        this.misbehave(0, uint256(HostilePayee.Mode.Revert));
        for (uint256 seed; seed < 8; ++seed) {
            this.sell(uint96(1e18 + seed), uint256(keccak256(abi.encode(seed))));
        }
        assertEq(has(address(payees[0])), 0);
        assertGt(rail.credit(address(payees[0]), address(money)), 0);
        assertGt(has(address(payees[2])), 0);
        this.claim(0);
        this.replay(true, "a");
        this.replay(false, "b");
        this.cancelOne(5, 5);
        assertGt(claimed[address(payees[0])], 0);
        invariant_EveryPayeeHasExactlyTheirParts();
        invariant_TheRailHoldsTheCreditsAndNothingElse();
        invariant_MoneyInIsMoneyOut();
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Payee, royalty receiver and intermediary from the seed; a split among them, and the same one twice.
    function _offer(uint96 price, uint256 seed) private returns (IMarket.Order memory order) {
        order = offer();
        order.collection = address(odd);
        order.price = uint96(bound(price, 1, seed % 2 == 0 ? 20_000 : type(uint80).max));
        order.salt = bytes32(++sales);
        order.payee = _account(seed >> 8);
        order.mostRoyalty = 5_000;
        odd.setRoyalty(_account(seed >> 16), (seed >> 24) % 5_001);
        if ((seed >> 40) % 2 == 0) return order;
        (order.intermediary, order.sponsor) = (address(payees[(seed >> 48) % PAYEES]), "otohime");
        order.fee = uint16((seed >> 56) % 5_001);
    }

    function _account(uint256 seed) private view returns (address) {
        return seed % 3 == 0 ? address(split) : address(payees[(seed / 3) % PAYEES]);
    }

    function _giveToSeller() private {
        address owner = odd.ownerOf(1);
        vm.startPrank(owner);
        if (owner != SELLER) odd.transferFrom(owner, SELLER, 1);
        vm.stopPrank();
        vm.prank(SELLER);
        odd.approve(address(market), 1);
    }

    /// @dev The arithmetic of the interface's document, written a second time.
    function _note(IMarket.Order memory order) private {
        uint256 royalty = uint256(order.price) * odd.basisPoints() / 10_000;
        uint256 fee = uint256(order.price) * order.fee / 10_000;
        spent += order.price;
        if (fee != 0) due[order.intermediary] += fee;
        if (odd.receiver() == order.payee) {
            _owe(order.payee, order.price - fee);
            return;
        }
        _owe(odd.receiver(), royalty);
        _owe(order.payee, order.price - fee - royalty);
    }

    function _owe(address account, uint256 amount) private {
        if (account != address(split)) {
            due[account] += amount;
            return;
        }
        due[address(payees[0])] += amount / 3;
        due[address(payees[1])] += amount - amount / 3;
    }
}
