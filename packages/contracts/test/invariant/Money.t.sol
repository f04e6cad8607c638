// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CLASS_PAYMENT} from "../../src/types/Protocol.sol";
import {FeeOnTransferMoney} from "../mocks/HostileErc20.sol";
import {Deciding} from "./stage/Deciding.sol";
import {People} from "./stage/People.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";

/// @title Law 8, for what lanes carry: money in = money out, to the unit
/// @notice What people have over all chains, and are to get, is what was minted; and what they paid for sending is with the
/// gateway or with its collector. What takes a fee of its own is refused by name, and changes nothing.
abstract contract MoneyLaw is People, Weather, Thieves, Deciding {
    uint256 private _paid;
    FeeOnTransferMoney private _odd;

    function setUp() public virtual override {
        super.setUp();
        at(0);
        _odd = new FeeOnTransferMoney();
        _odd.mint(ALICE, MONEY);
        _odd.setHostile(true);
        vm.prank(ALICE);
        _odd.approve(address(sides[0].gateway), MONEY);
        bytes32 listing =
            ActLib.listToken(nonce(sides[0]), address(_odd), CLASS_PAYMENT, type(uint88).max, 60);
        bytes memory signatures = decideAt(0, listing);
        sides[0].gateway.listToken(address(_odd), CLASS_PAYMENT, type(uint88).max, 60, signatures);
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        councilActs();
        act(this.collectOne.selector);
        act(this.sendOdd.selector);
        begin();
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function collectOne(uint256 seed) external {
        (uint256 side, uint256 other) = pickLane(seed);
        at(side);
        bytes memory call = abi.encodeCall(IOutbox.collectFees, (sides[other].id));
        bytes memory reasons = abi.encodePacked(IOutbox.FeesNotTaken.selector);
        attempt(BOB, address(sides[side].gateway), 0, call, reasons);
    }

    function sendOdd(uint256 seed, uint256 amount) external {
        IOutbox.SendRequest memory r;
        (r.token, r.recipient) = (address(_odd), BOB);
        r.destinationChainId = sides[1 + pick(seed, 1, sides.length - 1)].id;
        r.amounts = new uint256[](1);
        r.amounts[0] = bound(amount, 100, MONEY);
        at(0);
        bytes memory reasons = abi.encodePacked(entryReasons(), IOutbox.AmountNotReceived.selector);
        expectRefused(ALICE, address(sides[0].gateway), abi.encodeCall(IOutbox.send, (r)), reasons);
    }

    function _whenPaid(uint256, IOutbox.SendRequest memory, uint256 fee) internal override {
        _paid += fee;
    }

    // ------------------------------------------------------------------------------------------------------- INVARIANTS

    function invariant_MoneyInIsMoneyOut() public view {
        assertEq(moneyLost(), "");
        assertEq(feesHeld(), _paid, "fees");
        assertEq(_odd.balanceOf(ALICE), MONEY);
    }

    function feesHeld() internal view returns (uint256 sum) {
        sum = COLLECTOR.balance;
        for (uint256 side; side < sides.length; ++side) {
            sum += address(sides[side].gateway).balance;
        }
    }
}

contract MoneyOfTwoInvariant is MoneyLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract MoneyOfThreeInvariant is MoneyLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_AUnitTooManyIsNoticed() public {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        assertEq(moneyLost(), "");
        counterfeit(moneyOf(0), 1, ALICE, 1);
        assertNoticed(moneyLost());
    }

    function test_ACoinTooManyIsNoticed() public {
        this.invariant_MoneyInIsMoneyOut();
        vm.deal(address(sides[0].gateway), 1);
        vm.expectRevert();
        this.invariant_MoneyInIsMoneyOut();
    }
}
