// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Endings} from "./stage/Endings.sol";
import {Forks} from "./stage/Forks.sol";
import {People} from "./stage/People.sol";
import {Repairing} from "./stage/Repairing.sol";
import {Thieves} from "./stage/Thieves.sol";
import {Weather} from "./stage/Weather.sol";

/// @title Law 2: no message ends twice, and the protocol never makes *parked* final; only the token itself can
/// @notice Of every message that was sent the gateway says what its events said: in flight, parked, or ended, once. And
/// when tokens behave again, everything that is parked ends, by retry alone.
abstract contract OneEndingLaw is People, Weather, Thieves, Repairing, Endings {
    function setUp() public virtual override {
        super.setUp();
        peopleAct();
        relayersAct();
        weatherActs();
        thievesAct();
        councilActs();
        repairsAct();
        begin();
    }

    function invariant_EveryMessageEndsAtMostOnce() public view {
        assertEq(misplaced(), "");
        assertEq(miscounted(), "");
    }

    function afterInvariant() public {
        healAll();
        drain(false);
        assertEq(stillParked(), "");
        assertEq(misplaced(), "");
    }
}

contract OneEndingOfTwoInvariant is OneEndingLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OneEndingOfThreeInvariant is OneEndingLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_AMessageThatIsParkedAgainIsNoticed() public {
        bytes32 id = _park();
        bytes32 slot = slotOf(address(sides[0].gateway), abi.encodeCall(sides[0].gateway.parkedMessage, (id)));
        bytes32 commitment_ = vm.load(address(sides[0].gateway), slot);
        freezeAll(false);
        this.retryOne(0);
        assertEq(misplaced(), "");
        vm.store(address(sides[0].gateway), slot, commitment_);
        assertNoticed(misplaced());
    }

    function test_AMessageThatIsForgottenIsNoticed() public {
        bytes32 id = _park();
        bytes32 slot = slotOf(address(sides[0].gateway), abi.encodeCall(sides[0].gateway.parkedMessage, (id)));
        vm.store(address(sides[0].gateway), slot, 0);
        assertNoticed(misplaced());
    }

    function test_AMessageThatStaysParkedIsNoticed() public {
        _park();
        assertNoticed(stillParked());
    }

    /// @dev Alice's money comes home from the second chain, where its issuer has frozen it.
    function _park() private returns (bytes32 id) {
        sendAll(moneyOf(0), 0, 1, ALICE);
        carryAll(0, 1);
        sendAll(moneyOf(0), 1, 0, ALICE);
        freezeAll(true);
        carryAll(1, 0);
        assertEq(open.length, 1);
        return open[0];
    }
}

/// @dev The last chain changes its mind about what it sent, and a quorum believes it each time.
abstract contract OneEndingOverForksLaw is Forks {
    function setUp() public virtual override {
        super.setUp();
        act(this.retryOne.selector);
        act(this.redirectOne.selector);
        act(this.deliverSome.selector);
        act(this.deliverAllOf.selector);
        act(this.claimOne.selector);
        act(this.pass.selector);
        act(this.wait_.selector);
        act(this.limitOne.selector);
        forksAct();
        begin();
    }

    function invariant_EveryMessageEndsAtMostOnceOnWhicheverFork() public view {
        assertEq(paidTwice(), "");
        assertEq(misplaced(), "");
    }
}

contract OneEndingOverForksOfTwoInvariant is OneEndingOverForksLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract OneEndingOverForksOfThreeInvariant is OneEndingOverForksLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_APaymentMadeTwiceIsNoticed() public {
        this.payOne(1);
        carryAll(captive(), 0);
        assertEq(paidTwice(), "");
        counterfeit(paidAsset, 0, payments[0].payee, 1);
        assertNoticed(paidTwice());
    }

    function test_ForksComeAndGo() public {
        for (uint256 i; i < 200; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("forks", i)));
            if (i % 4 == 0) this.changeMind(seed);
            else if (i % 4 == 1) this.payOne(seed);
            else if (i % 4 == 2) this.deliverAllOf(seed);
            else if (i % 16 == 3) this.haltFork(seed);
            else this.claimOne(seed);
        }
        assertGt(sides[0].gateway.inboundLane(lane(captive(), 0)).anchor, 5);
        invariant_EveryMessageEndsAtMostOnceOnWhicheverFork();
    }
}
