// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {Deciding} from "./stage/Deciding.sol";
import {Minority} from "./stage/Minority.sol";
import {People} from "./stage/People.sol";
import {Weather} from "./stage/Weather.sol";

/// @title Law 3: fewer than k validators can do nothing but pause for hours
/// @notice While k - 1 of them try everything, and sets change, no gateway believes what was not sent, no act counts, and
/// nothing stands still for longer than 6 hours that somebody had left.
abstract contract QuorumLaw is People, Weather, Minority, Deciding {
    mapping(uint256 side => uint64) private _nonceBefore;
    mapping(uint256 side => uint64) private _counterpartsBefore;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 side; side < sides.length; ++side) {
            _nonceBefore[side] = nonce(sides[side]);
            _counterpartsBefore[side] = uint64(sides[side].gateway.counterparts().length);
        }
        peopleAct();
        relayersAct();
        weatherActs();
        minorityActs();
        act(this.rotateOne.selector);
        begin();
    }

    function invariant_LessThanAQuorumOnlyPauses() public view {
        assertEq(misruled(), "");
        assertEq(misled(), "");
        assertFalse(overspent(), "more than 6 hours in 7 days");
    }

    // ---------------------------------------------------------------------------------------------------------- CHECKS

    /// @dev Whether any act of the council counted that nobody decided.
    function misruled() internal view returns (string memory) {
        for (uint256 side; side < sides.length; ++side) {
            IGateway gateway = sides[side].gateway;
            if (gateway.councilNonce() != _nonceBefore[side]) return "an act counted";
            if (gateway.counterparts().length != _counterpartsBefore[side]) return "a lane was opened";
            (address current, address next,) = gateway.policy();
            if (current != address(0) || next != address(0)) return "a policy counts";
            (uint64 epoch,,, address[] memory set) = gateway.validatorSet();
            if (set[0] != vm.addr(members[epoch][0])) return "nobody chose these validators";
            for (uint256 asset; asset < assets.length; ++asset) {
                ICustody.Meter memory meter = ICustody(gateway.custody()).meterOf(tokenOn[asset][side]);
                if (meter.cap != type(uint88).max && meter.windowMinutes != 0) return "a limit counts";
                if (meter.quarantinedUntil > clock + 6 hours) return "a collection stands still for days";
            }
        }
        return "";
    }

    /// @dev Whether a gateway believes something of another that is not so, or a lane stands still for longer than hours.
    function misled() internal view returns (string memory) {
        for (uint256 from; from < sides.length; ++from) {
            for (uint256 to; to < sides.length; ++to) {
                if (from == to) continue;
                bytes32 laneId = lane(from, to);
                ILanes.InboundLane memory inbound = sides[to].gateway.inboundLane(laneId);
                if (inbound.delivered > heads[laneId].length) return "more arrived than was sent";
                if (inbound.head != headOf(laneId, inbound.delivered)) return "something else arrived";
                if (inbound.anchor != 0 || inbound.halted || inbound.closed) return "a lane was repaired";
                if (inbound.pausedUntil > clock + 6 hours) return "a lane stands still for days";
                ILanes.OutboundLane memory outbound = sides[from].gateway.outboundLane(laneId);
                if (outbound.retired || outbound.closed) return "a lane was retired";
            }
        }
        return "";
    }
}

contract QuorumOfTwoInvariant is QuorumLaw {
    function gateways() internal pure override returns (uint256) {
        return 2;
    }
}

contract QuorumOfThreeInvariant is QuorumLaw {
    function gateways() internal pure override returns (uint256) {
        return 3;
    }

    function test_AnActThatNobodyDecidedIsNoticed() public {
        assertEq(misruled(), "");
        bytes32 slot = slotOf(address(sides[0].gateway), abi.encodeCall(ICouncil.councilNonce, ()));
        bytes32 word = vm.load(address(sides[0].gateway), slot);
        vm.store(address(sides[0].gateway), slot, bytes32(uint256(word) + 1));
        assertNoticed(misruled());
    }

    function test_AMessageThatNobodySentIsNoticed() public {
        assertEq(misled(), "");
        this.attestAlone(1, 1);
        bytes memory message = forged(1, 0, moneyOf(0), 1, MALLORY);
        bytes32 head = keccak256(abi.encodePacked(lane(1, 0), keccak256(message)));
        bytes32 domain = DigestLib.zoneDomain(ZONE_ID);
        at(0);
        // A true quorum says so: then, and only then, it is believed.
        bytes memory signatures = signAt(0, DigestLib.checkpoint(domain, lane(1, 0), 0, 1, head));
        bytes[] memory messages = new bytes[](1);
        messages[0] = message;
        sides[0].gateway.deliver(lane(1, 0), 1, messages, new bytes32[](0), signatures);
        assertNoticed(misled());
    }

    function test_PausesBeyondTheBudgetAreNoticed() public {
        grants.push(Grant(ALICE, 0, clock, 4 hours));
        grants.push(Grant(ALICE, 0, clock + 7 days, 6 hours));
        assertFalse(overspent());
        grants.push(Grant(ALICE, 0, clock + 8 days, 1));
        assertTrue(overspent());
    }
}
