// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IFixedPriceMarket} from "../../src/interfaces/IFixedPriceMarket.sol";
import {HookedYen, HostilePayee} from "../mocks/HostileMoney.sol";
import {MarketTest} from "../utils/MarketTest.sol";

/// @title Law 8: money in = money out, to the unit, whatever the payees do
/// @notice Each payee has, is credited or has claimed exactly what its shares come to, and the market holds the credits.
contract PaymentInvariant is MarketTest {
    uint256 internal constant PAYEES = 4;

    HostilePayee[] internal payees;
    uint256 internal spent;
    mapping(address payee => uint256) internal due;
    mapping(address payee => uint256) internal claimed;

    function setUp() public override {
        super.setUp();
        HookedYen hooked = new HookedYen();
        useCurrency(hooked);
        yen.mint(BUYER, type(uint120).max);
        for (uint256 i; i < PAYEES; ++i) {
            HostilePayee payee = new HostilePayee();
            payees.push(payee);
            hooked.tell(address(payee));
        }
        bytes4[] memory actions = new bytes4[](4);
        actions[0] = this.sell.selector;
        actions[1] = this.misbehave.selector;
        actions[2] = this.aimInside.selector;
        actions[3] = this.claim.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // ------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev One to six shares, the same payee more than once among them; with and without gas.
    function sell(uint256 price, uint256 seed, bool signed) external {
        price = bound(price, 1, seed % 2 == 0 ? 20_000 : type(uint80).max);
        IFixedPriceMarket.Terms memory t = terms(_shares(seed));
        t.price = price;
        bytes32 id = list(t);
        if (signed) {
            market.buyWithAuthorization(id, BUYER, authorization(id, BUYER, price));
        } else {
            vm.prank(BUYER);
            market.buy(id, price, BUYER);
        }
        vm.prank(BUYER);
        art.transferFrom(BUYER, SELLER, 1);
        _note(t);
    }

    function misbehave(uint256 who, uint256 mode) external {
        mode = bound(mode, 0, uint256(HostilePayee.Mode.GiveSomeBack));
        payees[who % PAYEES].behave(HostilePayee.Mode(mode));
    }

    function aimInside(uint256 who, bool buying) external {
        bytes32 id = market.listingOf(address(art), 1);
        bytes memory call = buying
            ? abi.encodeCall(market.buy, (id, 1, RELAYER))
            : abi.encodeCall(market.claim, (address(yen), RELAYER));
        payees[who % PAYEES].aim(address(market), call);
    }

    function claim(uint256 who) external {
        address payee = address(payees[who % PAYEES]);
        uint256 amount = credited(payee);
        if (amount == 0) return;
        vm.prank(payee);
        assertEq(market.claim(address(yen), OTHER), amount);
        claimed[payee] += amount;
    }

    // ---------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_EveryPayeeHasExactlyTheirShares() public view {
        for (uint256 i; i < PAYEES; ++i) {
            address payee = address(payees[i]);
            assertEq(yen.balanceOf(payee) + credited(payee) + claimed[payee], due[payee]);
        }
    }

    function invariant_TheMarketHoldsTheCreditsAndNothingElse() public view {
        uint256 credits;
        for (uint256 i; i < PAYEES; ++i) {
            credits += credited(address(payees[i]));
        }
        assertEq(yen.balanceOf(address(market)), credits);
    }

    function invariant_MoneyInIsMoneyOut() public view {
        uint256 out = yen.balanceOf(address(market)) + yen.balanceOf(OTHER);
        for (uint256 i; i < PAYEES; ++i) {
            out += yen.balanceOf(address(payees[i]));
        }
        assertEq(out, spent);
        assertEq(yen.balanceOf(BUYER) + spent, yen.totalSupply());
    }

    /// @dev Run by `forge test` like any other: an invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        this.misbehave(0, uint256(HostilePayee.Mode.Revert));
        this.misbehave(1, uint256(HostilePayee.Mode.GiveSomeBack));
        for (uint256 seed; seed < 8; ++seed) {
            this.sell(1e18 + seed, uint256(keccak256(abi.encode(seed))), seed % 2 == 0);
        }
        assertEq(yen.balanceOf(address(payees[0])), 0);
        assertGt(credited(address(payees[0])), 0);
        assertGt(credited(address(payees[1])), 0);
        assertGt(yen.balanceOf(address(payees[2])), 0);
        this.claim(0);
        assertGt(claimed[address(payees[0])], 0);
        invariant_EveryPayeeHasExactlyTheirShares();
        invariant_TheMarketHoldsTheCreditsAndNothingElse();
        invariant_MoneyInIsMoneyOut();
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _shares(uint256 seed) private view returns (IFixedPriceMarket.Share[] memory shares) {
        shares = new IFixedPriceMarket.Share[](1 + seed % 6);
        uint16 rest = 10_000;
        for (uint256 i; i < shares.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            bool last = i + 1 == shares.length;
            uint16 part = last ? rest : uint16(1 + seed % (rest - (shares.length - i)));
            shares[i] = IFixedPriceMarket.Share(address(payees[(seed >> 128) % PAYEES]), part);
            rest -= part;
        }
    }

    /// @dev The arithmetic of the interface's document, written a second time.
    function _note(IFixedPriceMarket.Terms memory t) private {
        uint256 given;
        for (uint256 i; i + 1 < t.shares.length; ++i) {
            uint256 amount = t.price * t.shares[i].basisPoints / 10_000;
            due[t.shares[i].payee] += amount;
            given += amount;
        }
        due[t.shares[t.shares.length - 1].payee] += t.price - given;
        spent += t.price;
    }
}
