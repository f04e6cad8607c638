// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {Built} from "../utils/Built.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Whoever deploys first can deploy only what was meant
contract DeploymentTest is ZoneTest {
    IZoneFactory internal factory;
    bytes internal gatewayCode;
    bytes internal custodyCode;

    function setUp() public override {
        super.setUp();
        factory = Built.zoneFactory();
        gatewayCode = Built.code("Gateway");
        custodyCode = Built.code("Custody");
    }

    function test_AddressesAreKnownBeforehandWhoeverDeploys() public {
        (address gateway, address custody) = _addresses(validators, QUORUM, settings());
        vm.prank(makeAddr("front runner"));
        assertEq(_deploy(validators, QUORUM, settings()), gateway);
        assertEq(IGateway(gateway).custody(), custody);
        assertEq(IGateway(gateway).zoneId(), ZONE_ID);
        (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory set) =
            IGateway(gateway).validatorSet();
        assertEq(epoch, 0);
        assertEq(quorum, QUORUM);
        assertEq(set, validators);
        assertEq(setHash, IdLib.setHash(0, QUORUM, validators));
        IZoneFactory.Parameters memory left = factory.parameters();
        assertEq(left.gateway, address(0));
        assertEq(left.validators.length, 0);
    }

    function test_AnythingElseIsDeployedElsewhere() public {
        (address gateway,) = _addresses(validators, QUORUM, settings());
        IZoneFactory.Settings memory other = settings();
        other.maxDeadline -= 1;
        assertTrue(_deploy(validators, QUORUM, other) != gateway);
        assertTrue(_deploy(validators, QUORUM + 1, settings()) != gateway);
        address[] memory mine = new address[](1);
        mine[0] = makeAddr("front runner");
        assertTrue(_deploy(mine, 1, settings()) != gateway);
        // Other code, even behind the custody only.
        address evil = factory.deploy(
            ZONE, validators, QUORUM, settings(), gatewayCode, bytes.concat(custodyCode, hex"00")
        );
        assertTrue(evil != gateway);
        assertEq(gateway.code.length, 0);
        assertEq(_deploy(validators, QUORUM, settings()), gateway);
    }

    function test_RevertWhen_DeployedTwice() public {
        _deploy(validators, QUORUM, settings());
        (, address custody) = _addresses(validators, QUORUM, settings());
        vm.expectRevert(abi.encodeWithSelector(IZoneFactory.NotDeployed.selector, custody));
        _deploy(validators, QUORUM, settings());
    }

    function test_RevertWhen_TheNameIsNone() public {
        string[5] memory wrong = ["ab", "Ryugu", "a b c", unicode"竜宮城", ""];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IZoneFactory.ZoneNameInvalid.selector, wrong[i]));
            factory.deploy(wrong[i], validators, QUORUM, settings(), gatewayCode, custodyCode);
        }
    }

    function test_RevertWhen_TheValidatorsAreNotInOrder() public {
        address[] memory set = new address[](3);
        (set[0], set[1], set[2]) = (validators[0], validators[2], validators[1]);
        _expectSetRefusal(set, 2);
        (set[1], set[2]) = (validators[1], validators[1]);
        _expectSetRefusal(set, 2);
        (set[0], set[2]) = (address(0), validators[2]);
        _expectSetRefusal(set, 2);
        _expectSetRefusal(validators, 2);
        _expectSetRefusal(validators, 6);
        _expectSetRefusal(new address[](0), 0);
    }

    function test_RevertWhen_TheDeadlinesAreNotInOrder() public {
        IZoneFactory.Settings[4] memory wrong = [
            IZoneFactory.Settings(0, 2, 1),
            IZoneFactory.Settings(2, 3, 1),
            IZoneFactory.Settings(1, 2, 3),
            IZoneFactory.Settings(1, 31 days, 2)
        ];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(IGateway.SettingsInvalid.selector);
            _deploy(validators, QUORUM, wrong[i]);
        }
    }

    // ------------------------------------------------------------------------------------------------------------ LANES

    function test_OpeningALaneNeedsAFreshQuorum() public {
        on(a);
        address there = makeAddr("gateway");
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(a.gateway));
        uint64 nonce = a.gateway.councilNonce();
        assertEq(nonce, 2);
        bytes memory stale = sign(DigestLib.openLane(domain, nonce - 1, 50, there));
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        a.gateway.openLane(50, there, stale);
        bytes memory elsewhere = sign(
            DigestLib.openLane(DigestLib.gatewayDomain(ZONE_ID, b.id, address(a.gateway)), nonce, 50, there)
        );
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        a.gateway.openLane(50, there, elsewhere);
        a.gateway.openLane(50, there, sign(DigestLib.openLane(domain, nonce, 50, there)));
        (bytes32 outbound, bytes32 inbound) = a.gateway.lanesOf(50);
        assertEq(outbound, IdLib.laneId(ZONE_ID, a.id, address(a.gateway), 50, there));
        assertEq(inbound, IdLib.laneId(ZONE_ID, 50, there, a.id, address(a.gateway)));
        assertEq(a.gateway.outboundLane(outbound).head, outbound);
        assertEq(a.gateway.inboundLane(inbound).head, inbound);
    }

    function test_RevertWhen_TheCounterpartMakesNoSense() public {
        on(a);
        uint64[3] memory wrong = [uint64(0), a.id, b.id];
        for (uint256 i; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IGateway.CounterpartInvalid.selector, wrong[i], BOB));
            a.gateway.openLane(wrong[i], BOB, "");
        }
        vm.expectRevert(abi.encodeWithSelector(IGateway.CounterpartInvalid.selector, 77, address(0)));
        a.gateway.openLane(77, address(0), "");
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _deploy(address[] memory set, uint16 quorum, IZoneFactory.Settings memory s)
        private
        returns (address)
    {
        return factory.deploy(ZONE, set, quorum, s, gatewayCode, custodyCode);
    }

    function _addresses(address[] memory set, uint16 quorum, IZoneFactory.Settings memory s)
        private
        view
        returns (address gateway, address custody)
    {
        return factory.addressesOf(
            ZONE_ID, IdLib.setHash(0, quorum, set), s, keccak256(gatewayCode), keccak256(custodyCode)
        );
    }

    function _expectSetRefusal(address[] memory set, uint16 quorum) private {
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        _deploy(set, quorum, settings());
    }
}
