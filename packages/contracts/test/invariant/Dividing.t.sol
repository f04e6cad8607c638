// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {HookedYen, HostilePayee} from "../mocks/HostileMoney.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title Law 8, for splits: money in = paid + credited + not divided yet, whatever payees do
/// @notice Three splits, one in the other and the third changed by its owner, are paid and divided at once and in parts,
/// while their payees revert, burn gas, give money back and call inside; and nobody but a payee moves a credit.
contract DividingInvariant is SplitTest {
    uint256 internal constant PAYEES = 4;
    uint256 internal constant SPLITS = 3;

    HookedYen internal money;
    HostilePayee[] internal payees;
    ISplit[] internal splits;
    uint256 internal income;
    /// @dev Payees who claim for themselves while they are paid.
    mapping(address payee => bool) internal claiming;

    /// @dev No credit falls but by its payee's own doing.
    modifier keepsCredits() {
        uint256[] memory before = _credits();
        _;
        uint256[] memory afterwards = _credits();
        for (uint256 i; i < before.length; ++i) {
            if (!claiming[address(payees[i % PAYEES])]) assertGe(afterwards[i], before[i], "a credit fell");
        }
    }

    function setUp() public override {
        super.setUp();
        money = new HookedYen();
        for (uint256 i; i < PAYEES; ++i) {
            payees.push(new HostilePayee());
            money.tell(address(payees[i]));
        }
        splits.push(ISplit(factory.create(OTHER, _list(7), 0)));
        splits.push(ISplit(factory.create(address(0), _with(splits[0], 11), 0)));
        splits.push(ISplit(factory.create(address(0), _with(splits[1], 13), 0)));
        bytes4[] memory actions = new bytes4[](9);
        actions[0] = this.pay.selector;
        actions[1] = this.divide.selector;
        actions[2] = this.dividePart.selector;
        actions[3] = this.misbehave.selector;
        actions[4] = this.aimInside.selector;
        actions[5] = this.claim.selector;
        actions[6] = this.change.selector;
        actions[7] = this.steal.selector;
        actions[8] = this.carry.selector;
        targetContract(address(this));
        targetSelector(FuzzSelector(address(this), actions));
    }

    // ------------------------------------------------------------------------------------------------------- HANDLER

    function pay(uint256 which, uint256 amount) external keepsCredits {
        amount = bound(amount, 1, amount % 2 == 0 ? 20 : type(uint96).max);
        vm.prank(money.owner());
        money.mint(address(splits[which % SPLITS]), amount);
        income += amount;
    }

    function divide(uint256 which) external keepsCredits {
        ISplit split = splits[which % SPLITS];
        (uint256 open,) = split.openRound(address(money));
        if (open == 0 && split.undistributed(address(money)) == 0) return;
        split.distribute(address(money));
    }

    function dividePart(uint256 which, uint256 most) external keepsCredits {
        ISplit split = splits[which % SPLITS];
        (uint256 open,) = split.openRound(address(money));
        if (open == 0 && split.undistributed(address(money)) == 0) return;
        split.distributePart(address(money), bound(most, 1, 3));
    }

    function misbehave(uint256 who, uint256 mode) external {
        mode = bound(mode, 0, uint256(HostilePayee.Mode.GiveBackMore));
        payees[who % PAYEES].behave(HostilePayee.Mode(mode));
        claiming[address(payees[who % PAYEES])] = false;
    }

    function aimInside(uint256 who, uint256 which, bool dividing) external {
        bytes memory call = dividing
            ? abi.encodeCall(ISplit.distribute, (address(money)))
            : abi.encodeWithSignature("claim(address,address)", address(money), RELAYER);
        payees[who % PAYEES].aim(address(splits[which % SPLITS]), call);
        claiming[address(payees[who % PAYEES])] = !dividing;
    }

    function claim(uint256 who, uint256 which) external {
        ISplit split = splits[which % SPLITS];
        address payee = address(payees[who % PAYEES]);
        uint256 amount = split.credit(payee, address(money));
        if (amount == 0) return;
        uint256 before = money.balanceOf(RELAYER);
        vm.prank(payee);
        assertEq(split.claim(address(money), RELAYER), amount);
        assertEq(money.balanceOf(RELAYER) - before, amount);
    }

    /// @dev Who is not the payee gets nothing, by whatever name and signature.
    function steal(uint256 who, uint256 which, bytes calldata signature) external keepsCredits {
        ISplit split = splits[which % SPLITS];
        address payee = address(payees[who % PAYEES]);
        uint256 nonce = split.claimNonce(payee);
        ICredits.Claim memory order = ICredits.Claim(payee, address(money), OTHER, nonce, block.timestamp);
        vm.startPrank(OTHER);
        (bool asPayee,) = address(split).call(abi.encodeCall(ICredits.claimBySignature, (order, signature)));
        (bool asSelf,) = address(split).call(abi.encodeCall(ICredits.claim, (address(money), OTHER)));
        vm.stopPrank();
        assertFalse(asPayee || asSelf);
    }

    /// @dev Anybody may have a payee paid, and gets nothing by it.
    function carry(uint256 who, uint256 which) external {
        ISplit split = splits[which % SPLITS];
        vm.prank(OTHER);
        try split.claimFor(address(payees[who % PAYEES]), address(money)) {} catch {}
    }

    function change(uint256 seed) external keepsCredits {
        vm.prank(OTHER);
        splits[0].setShares(_list(seed));
    }

    // ---------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_MoneyInIsMoneyOut() public view {
        uint256 sum = money.balanceOf(RELAYER);
        for (uint256 i; i < PAYEES; ++i) {
            sum += money.balanceOf(address(payees[i]));
        }
        for (uint256 i; i < SPLITS; ++i) {
            sum += money.balanceOf(address(splits[i]));
        }
        assertEq(sum, income);
        assertEq(money.totalSupply(), income);
    }

    /// @dev What a split holds is credited, or still to be divided: no more and no less.
    function invariant_ASplitHoldsWhatItOwes() public view {
        for (uint256 i; i < SPLITS; ++i) {
            ISplit split = splits[i];
            uint256 credits;
            for (uint256 j; j < PAYEES; ++j) {
                credits += split.credit(address(payees[j]), address(money));
            }
            uint256 free = split.undistributed(address(money));
            uint256 held = money.balanceOf(address(split));
            (uint256 open,) = split.openRound(address(money));
            if (open == 0) assertEq(credits + free, held);
            else assertLe(credits + free, held);
        }
    }

    function invariant_NobodyElseGotAnything() public view {
        assertEq(money.balanceOf(OTHER), 0);
        assertEq(money.balanceOf(address(this)), 0);
    }

    /// @dev An invariant that nothing ever touched would prove nothing.
    function test_TheHandlerReachesEveryState() public {
        this.pay(2, 1e18 + 1);
        this.misbehave(0, uint256(HostilePayee.Mode.Revert));
        this.misbehave(1, uint256(HostilePayee.Mode.GiveSomeBack));
        this.dividePart(2, 1);
        (uint256 open,) = splits[2].openRound(address(money));
        assertGt(open, 0);
        this.change(5);
        this.divide(2);
        this.divide(1);
        this.pay(2, 1e18 + 1);
        this.divide(2);
        assertGt(splits[2].credit(address(payees[0]), address(money)), 0);
        assertGt(money.balanceOf(address(payees[2])), 0);
        this.steal(0, 2, new bytes(65));
        this.carry(0, 2);
        assertGt(
            splits[2].credit(address(payees[0]), address(money)), 0, "a payee that refuses keeps its credit"
        );
        this.claim(0, 2);
        assertGt(money.balanceOf(RELAYER), 0);
        this.aimInside(2, 2, true);
        this.pay(2, 1e18 + 1);
        this.divide(2);
        invariant_MoneyInIsMoneyOut();
        invariant_ASplitHoldsWhatItOwes();
        invariant_NobodyElseGotAnything();
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Of each split and payee.
    function _credits() private view returns (uint256[] memory all) {
        all = new uint256[](SPLITS * PAYEES);
        for (uint256 i; i < all.length; ++i) {
            all[i] = splits[i / PAYEES].credit(address(payees[i % PAYEES]), address(money));
        }
    }

    function _list(uint256 seed) private view returns (ISplit.Share[] memory shares) {
        shares = new ISplit.Share[](1 + seed % 6);
        for (uint256 i; i < shares.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address payee = address(payees[(seed >> 128) % PAYEES]);
            shares[i] = ISplit.Share(payee, uint32(1 + seed % 10_000), false);
        }
    }

    function _with(ISplit inner, uint256 seed) private view returns (ISplit.Share[] memory shares) {
        shares = _list(seed);
        shares[0] = ISplit.Share(address(inner), 5_000, true);
    }
}
