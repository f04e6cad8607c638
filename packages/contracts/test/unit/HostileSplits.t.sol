// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICredits} from "../../src/interfaces/ICredits.sol";
import {ISplit} from "../../src/interfaces/ISplit.sol";
import {
    BareMoney,
    FalseMoney,
    FeeOnTopMoney,
    FeeOnTransferMoney,
    GasBurningMoney,
    HookCallingMoney,
    MegabyteMoney,
    NoReturnMoney,
    OddMoney,
    PausableMoney,
    RebasingMoney,
    RevertBombMoney,
    RevertingMoney,
    SilentMoney
} from "../mocks/HostileErc20.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @dev Is paid the coin, and does its worst.
contract CoinTaker {
    enum Mode {
        Refuse,
        Burn,
        Bomb,
        Again,
        GiveBack
    }

    Mode private immutable MODE;

    constructor(Mode mode) {
        MODE = mode;
    }

    receive() external payable {
        if (MODE == Mode.Refuse) revert("no thanks");
        if (MODE == Mode.Again) ISplit(msg.sender).distribute(address(0));
        if (MODE == Mode.GiveBack) {
            (bool ok,) = msg.sender.call{value: msg.value}("");
            require(ok);
        }
        Mode mode = MODE;
        assembly {
            switch mode
            case 1 { invalid() }
            case 2 { revert(0, 1000000) }
        }
    }
}

/// @title Money and payees of every kind: nobody's failure is in anybody's way
contract HostileSplitsTest is SplitTest {
    // -------------------------------------------------------------------------------------------------------- MONEY

    function test_MoneyThatFailsIsCreditedToAll() public {
        OddMoney[5] memory all = [
            OddMoney(new FalseMoney()),
            new RevertingMoney(),
            new PausableMoney(),
            new GasBurningMoney(),
            new RevertBombMoney()
        ];
        for (uint256 i; i < all.length; ++i) {
            ISplit split = _paidIn(all[i]);
            all[i].setHostile(true);
            assertEq(split.distribute(address(all[i])), 1_000);
            assertEq(split.credit(POET, address(all[i])), 300);
            assertEq(split.undistributed(address(all[i])), 0);
            all[i].setHostile(false);
            assertEq(split.claimFor(POET, address(all[i])), 300);
            assertEq(split.claimFor(PAINTER, address(all[i])), 500);
            assertEq(split.claimFor(SINGER, address(all[i])), 200);
            assertEq(all[i].balanceOf(address(split)), 0);
        }
    }

    function test_MoneyWithoutAnswersIsPaid() public {
        NoReturnMoney money = new NoReturnMoney();
        ISplit split = _paidIn(money);
        split.distribute(address(money));
        assertEq(money.balanceOf(POET), 300);
        BareMoney bare = new BareMoney();
        bare.mint(address(split), 10);
        split.distribute(address(bare));
        assertEq(bare.balanceOf(POET), 3);
    }

    function test_AMegabyteOfAnswerIsNotRead() public {
        MegabyteMoney money = new MegabyteMoney();
        ISplit split = _paidIn(money);
        money.setHostile(true);
        split.distribute(address(money));
        assertEq(money.balanceOf(POET) + split.credit(POET, address(money)), 300);
    }

    /// @dev It said that it paid: what is still here is divided the next time.
    function test_MoneyThatOnlySaysItMovedStays() public {
        SilentMoney money = new SilentMoney();
        ISplit split = _paidIn(money);
        money.setHostile(true);
        split.distribute(address(money));
        assertEq(split.undistributed(address(money)), 1_000);
        money.setHostile(false);
        split.distribute(address(money));
        assertEq(money.balanceOf(POET), 300);
    }

    function test_AFeeOfTheReceiversIsTheirs() public {
        FeeOnTransferMoney money = new FeeOnTransferMoney();
        ISplit split = _paidIn(money);
        money.setHostile(true);
        split.distribute(address(money));
        assertEq(money.balanceOf(POET), 297);
        assertEq(money.balanceOf(address(split)), 0);
    }

    /// @dev It would take what is credited to others.
    function test_RevertWhen_ItTakesMoreThanItIsTold() public {
        FeeOnTopMoney money = new FeeOnTopMoney();
        ISplit split = _paidIn(money);
        money.setHostile(true);
        vm.expectRevert(abi.encodeWithSelector(ICredits.PaymentInexact.selector, address(money), 800, 808));
        split.distribute(address(money));
    }

    function test_MoneyThatShrinksKeepsWhatIsThere() public {
        RebasingMoney money = new RebasingMoney();
        ISplit split = _paidIn(money);
        money.rebase(1, 2);
        split.distribute(address(money));
        assertEq(money.balanceOf(PAINTER), 250);
    }

    /// @dev Credits first: what is less than they are is divided among nobody.
    function test_RevertWhen_LessIsHereThanIsCredited() public {
        RebasingMoney money = new RebasingMoney();
        ISplit split = _paidIn(money);
        vm.mockCallRevert(address(money), abi.encodeWithSignature("transfer(address,uint256)"), "");
        split.distribute(address(money));
        vm.clearMockedCalls();
        money.rebase(1, 2);
        vm.expectRevert(abi.encodeWithSelector(ISplit.NothingToDistribute.selector, address(money)));
        split.distribute(address(money));
        assertEq(split.claimFor(POET, address(money)), 300);
    }

    function test_MoneyThatCallsBackDividesNothingTwice() public {
        HookCallingMoney money = new HookCallingMoney();
        ISplit split = _paidIn(money);
        money.aim(address(split), abi.encodeCall(ISplit.distribute, (address(money))));
        split.distribute(address(money));
        assertFalse(money.succeeded());
        assertEq(money.balanceOf(PAINTER), 500);
        assertEq(money.balanceOf(address(split)), 0);
    }

    // -------------------------------------------------------------------------------------------------------- COIN

    function test_WhoDoesNotTakeTheCoinIsCredited() public {
        CoinTaker.Mode[4] memory modes =
            [CoinTaker.Mode.Refuse, CoinTaker.Mode.Burn, CoinTaker.Mode.Bomb, CoinTaker.Mode.Again];
        for (uint256 i; i < modes.length; ++i) {
            address taker = address(new CoinTaker(modes[i]));
            ISplit split = make(pair(taker, 1, POET, 1));
            vm.deal(address(split), 100);
            uint256 before = POET.balance;
            split.distribute(COIN);
            assertEq(POET.balance - before, 50);
            assertEq(split.credit(taker, COIN), 50);
        }
    }

    function test_WhoGivesItBackIsPaidAndItIsDividedAgain() public {
        address taker = address(new CoinTaker(CoinTaker.Mode.GiveBack));
        ISplit split = make(pair(taker, 1, POET, 1));
        vm.deal(address(split), 100);
        split.distribute(COIN);
        assertEq(POET.balance, 50);
        assertEq(split.undistributed(COIN), 50);
        split.distribute(COIN);
        assertEq(POET.balance, 75);
    }

    function test_RevertWhen_TheyCallBackWhileTheyClaim() public {
        address taker = address(new CoinTaker(CoinTaker.Mode.Again));
        ISplit split = make(pair(taker, 1, POET, 1));
        vm.deal(address(split), 100);
        split.distribute(COIN);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        split.claimFor(taker, COIN);
    }

    function _paidIn(OddMoney money) private returns (ISplit split) {
        split = make(trio());
        money.mint(address(split), 1_000);
    }
}
