// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {Built} from "../utils/Built.sol";
import {SignedActs} from "../utils/SignedActs.sol";

/// @title Ronin, August 2024: an upgrade skipped an initialiser, and the weight that a withdrawal needs was 0
/// @notice Anybody's signature then released $12M. Here nothing is upgraded and nothing initialised: a gateway has its
/// validators and its quorum from its constructor or is not there at all; no set whose quorum is no majority is ever
/// stored; and whoever finds code of the zone on empty storage finds a quorum of 0, which refuses.
contract Ronin2024Test is SignedActs {
    IZoneFactory internal factory;

    function setUp() public override {
        super.setUp();
        stage(a, b, c);
        factory = Built.zoneFactory();
    }

    // ------------------------------------------------------------------------------------------------------ NO QUORUM

    /// @dev No gateway comes into being with a quorum that is none.
    function test_NoZoneIsBornWithoutAQuorum() public {
        _expectUnborn(validators, 0);
        _expectUnborn(validators, 2);
        _expectUnborn(validators, 6);
        _expectUnborn(new address[](0), 0);
        _expectUnborn(new address[](1), 1);
    }

    /// @dev Nor does one get there by rotating, at once or later; a quorum that can be no byte would be cut to 0.
    function test_NoRotationLeavesAQuorumOfZero() public {
        uint16[5] memory wrong = [0, 2, 6, 256, 259];
        for (uint256 i; i < wrong.length; ++i) {
            _expectNoRotation(successors, wrong[i], 0);
            _expectNoRotation(successors, wrong[i], uint40(block.timestamp) + DAY);
        }
        _expectNoRotation(new address[](0), 0, 0);
        _expectNoRotation(new address[](256), 129, 0);
    }

    /// @dev Between announcing and changing over there is no second without a quorum.
    function test_NoSecondIsWithoutAQuorum() public {
        uint40 validFrom = uint40(block.timestamp) + DAY;
        rotate(a, successors, validFrom);
        uint40[4] memory times = [validFrom - DAY, validFrom - 1, validFrom, validFrom + 300 * DAY];
        for (uint256 i; i < times.length; ++i) {
            vm.warp(times[i]);
            (uint64 epoch,, uint16 quorum,) = a.gateway.validatorSet();
            assertEq(epoch, times[i] < validFrom ? 0 : 1);
            assertEq(quorum, QUORUM);
            vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
            a.gateway.checkQuorum("anything", "");
        }
    }

    // -------------------------------------------------------------------------------------------------- EMPTY STORAGE

    /// @dev The modules' code on their own storage, where no set was ever stored: with no signatures and with real ones.
    function test_AModuleByItselfHasNoQuorumAndDoesNothing() public {
        address[] memory parts = _partsOf(a.factory);
        for (uint256 m = uint256(IZoneFactory.Part.GatewayModule); m < 3; ++m) {
            for (uint256 i; i < acts.length; ++i) {
                on(a);
                (bool ok, bytes memory reason) = attempt(parts[m], acts[i], "");
                assertFalse(ok, acts[i].name);
                bytes memory real = sign(digestOf(a, acts[i]));
                (ok, reason) = attempt(parts[m], acts[i], real);
                assertFalse(ok, acts[i].name);
            }
        }
        // Where nothing else is in the way, this is: for it every set has a quorum of 0.
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        IGateway(parts[2]).checkQuorum("anything", "");
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        IGateway(parts[2]).rotate(successors, QUORUM, 0, "");
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        IGateway(parts[2]).openLane(0, NEW, THERE, "");
    }

    /// @dev What clones are made of can be called itself, and obeys as few as a clone does.
    function test_ImplementationsObeyTheCustodyOnly() public {
        address[] memory parts = _partsOf(a.factory);
        uint256[] memory none;
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IVault.CallerNotCustody.selector, BOB));
        IVault(parts[uint256(IZoneFactory.Part.Vault)]).release(address(1), 1, BOB, new bytes(33));
        for (uint256 i = uint256(IZoneFactory.Part.Representation721); i < 8; ++i) {
            IRepresentation representation = IRepresentation(parts[i]);
            vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
            representation.mintFor(BOB, 1, new bytes(35));
            vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
            representation.burn(BOB, none, none);
            vm.expectRevert(abi.encodeWithSelector(IRepresentation.CallerNotCustody.selector, BOB));
            representation.describe(1, "");
        }
        vm.stopPrank();
    }

    /// @dev A zone of which all but the gateway is deployed: nobody is the gateway until it is, with its quorum.
    function test_AZoneWithoutItsGatewayObeysNobody() public {
        IZoneFactory.Zone memory z = zone();
        address[] memory parts = _partsOf(factory);
        for (uint256 i = 1; i < parts.length; ++i) {
            IZoneFactory.Part part = IZoneFactory.Part(i);
            factory.deploy(z, part, Built.part(part));
        }
        ICustody custody = ICustody(parts[uint256(IZoneFactory.Part.Custody)]);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, RELAYER));
        vm.prank(RELAYER);
        custody.createVault(b.id);
        vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, parts[1]));
        vm.prank(parts[1]);
        custody.createVault(b.id);
        factory.deploy(z, IZoneFactory.Part.Gateway, Built.part(IZoneFactory.Part.Gateway));
        vm.expectPartialRevert(QuorumLib.SignatureCountWrong.selector);
        IGateway(parts[0]).checkQuorum("anything", "");
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _partsOf(IZoneFactory at) private view returns (address[] memory) {
        IZoneFactory.Zone memory z = zone();
        return at.addressesOf(ZONE_ID, IdLib.setHash(0, QUORUM, validators), z.settings, z.codeHashes);
    }

    function _expectUnborn(address[] memory set, uint16 quorum) private {
        IZoneFactory.Zone memory z = zone();
        (z.validators, z.quorum) = (set, quorum);
        bytes memory code = Built.part(IZoneFactory.Part.Gateway);
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        factory.deploy(z, IZoneFactory.Part.Gateway, code);
    }

    function _expectNoRotation(address[] memory next, uint16 k, uint40 validFrom) private {
        bytes memory signatures = sign(rotationDigest(0, next, k, validFrom));
        on(a);
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        a.gateway.rotate(next, k, validFrom, signatures);
    }
}
