// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibString} from "solady/utils/LibString.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../src/interfaces/ICustody.sol";
import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {Built} from "../utils/Built.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Front-run initialisation: whoever comes first deploys, initialises or opens something in the zone's place
/// @notice Nothing is initialised after it was deployed, and an address commits to zone, validators, settings and the code of
/// all parts: who comes first can only do what was meant, and pays for it.
contract FrontRunInitialisationTest is ZoneTest {
    address private immutable THIEF = makeAddr("thief");

    IZoneFactory private factory;
    /// @dev What {parameters} answers while the test plays the factory.
    IZoneFactory.Parameters private played;

    function setUp() public override {
        super.setUp();
        factory = Built.zoneFactory();
    }

    function parameters() external view returns (IZoneFactory.Parameters memory) {
        return played;
    }

    // ------------------------------------------------------------------------------------------------------ DEPLOYING

    function test_OtherCodeIsRefused() public {
        IZoneFactory.Zone memory z = zone();
        bytes memory evil = bytes.concat(Built.code("Custody"), hex"00");
        vm.expectRevert(
            abi.encodeWithSelector(
                IZoneFactory.CodeWrong.selector,
                IZoneFactory.Part.Custody,
                z.codeHashes[uint256(IZoneFactory.Part.Custody)],
                keccak256(evil)
            )
        );
        factory.deploy(z, IZoneFactory.Part.Custody, evil);
        assertEq(Built.deploy(factory, z), _addresses(z)[0]);
    }

    /// @dev Half of the parts, in the wrong order, by a thief: the zone goes on where the thief stopped, and is its own.
    function test_AThiefDeploysAHalfAndTheZoneGoesOn() public {
        IZoneFactory.Zone memory z = zone();
        address[] memory parts = _addresses(z);
        for (uint256 i = parts.length; i > 0; --i) {
            vm.prank(i % 2 == 0 ? THIEF : address(this));
            factory.deploy(z, IZoneFactory.Part(i - 1), Built.part(IZoneFactory.Part(i - 1)));
        }
        IGateway gateway = IGateway(parts[0]);
        (, bytes32 setHash,, address[] memory set) = gateway.validatorSet();
        assertEq(set, validators);
        assertEq(setHash, IdLib.setHash(0, QUORUM, validators));
        assertEq(gateway.counterparts().length, 0);
        assertEq(gateway.councilNonce(), 0);
    }

    /// @dev Other validators, a lower quorum or shorter notices are another zone's addresses, not this one's before it.
    function test_AThiefsOwnZoneIsElsewhere() public {
        address[] memory parts = _addresses(zone());
        IZoneFactory.Zone memory z = zone();
        z.validators = new address[](1);
        (z.validators[0], z.quorum) = (THIEF, 1);
        z.settings.windDownNotice = 1;
        vm.prank(THIEF);
        address theirs = Built.deploy(factory, z);
        address[] memory others = _addresses(z);
        for (uint256 i; i < parts.length; ++i) {
            assertTrue(parts[i] != others[i]);
            assertEq(parts[i].code.length, 0);
        }
        assertEq(theirs, others[0]);
        assertEq(Built.deploy(factory, zone()), parts[0]);
    }

    /// @dev The same code, constructed by somebody who answers for the factory: a custody that obeys the thief. It stands
    /// somewhere else, and neither it nor its gateway is anybody to the zone.
    function test_APartOfAnotherFactoryIsNobody() public {
        address[] memory parts = _addresses(zone());
        Built.deploy(factory, zone());
        played.zoneId = ZONE_ID;
        (played.quorum, played.validators) = (1, new address[](1));
        played.validators[0] = THIEF;
        played.settings = settings();
        played.parts = parts;
        played.parts[uint256(IZoneFactory.Part.Gateway)] = THIEF;
        ICustody theirs = ICustody(_create(Built.part(IZoneFactory.Part.Custody)));
        played.parts[uint256(IZoneFactory.Part.Custody)] = address(theirs);
        IGateway gateway = IGateway(_create(Built.part(IZoneFactory.Part.Gateway)));
        for (uint256 i; i < parts.length; ++i) {
            assertTrue(address(theirs) != parts[i] && address(gateway) != parts[i]);
        }
        // The thief's custody obeys the thief, and makes vaults and representations that are not the zone's.
        vm.prank(THIEF);
        address vault = theirs.createVault(b.id);
        assertTrue(vault != IGateway(parts[0]).vaultOf(b.id));
        // The zone's obeys neither.
        address custody = IGateway(parts[0]).custody();
        address[3] memory callers = [THIEF, address(gateway), address(theirs)];
        for (uint256 i; i < callers.length; ++i) {
            vm.prank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(ICustody.CallerNotGateway.selector, callers[i]));
            ICustody(custody).createVault(b.id);
        }
    }

    // --------------------------------------------------------------------------------------------------- INITIALISING

    /// @dev There is nothing to come first at: no function of any part makes its caller anything.
    function test_NothingIsInitialised() public view {
        string[12] memory names = [
            "IGateway",
            "Gateway",
            "GatewayModule",
            "CouncilModule",
            "Custody",
            "Vault",
            "Representation721",
            "Representation1155",
            "Representation20",
            "RoyaltyRouter",
            "MetadataReader",
            "ZoneFactory"
        ];
        string[7] memory words = ["init", "setup", "upgrade", "owner(", "Ownership", "admin", "Role"];
        for (uint256 i; i < names.length; ++i) {
            string memory path = string.concat("out/", names[i], ".sol/", names[i], ".json");
            string[] memory signatures = vm.parseJsonKeys(vm.readFile(path), ".methodIdentifiers");
            assertGt(signatures.length, 0, path);
            for (uint256 j; j < signatures.length; ++j) {
                for (uint256 k; k < words.length; ++k) {
                    assertFalse(LibString.contains(signatures[j], words[k]), signatures[j]);
                }
            }
        }
    }

    // -------------------------------------------------------------------------------------------------------- OPENING

    /// @dev Nor can anything be lost in a zone that is not whole yet: a call to a part that is not there would succeed, and
    /// what arrived would be nowhere. No lane is opened before, whichever part it is.
    function test_NoLaneIsOpenedInHalfAZone() public {
        IZoneFactory.Zone memory z = zone();
        address[] memory parts = _addresses(z);
        IGateway gateway = IGateway(parts[0]);
        on(a);
        for (uint256 i; i < 3; ++i) {
            if (i != 1) factory.deploy(z, IZoneFactory.Part(i), Built.part(IZoneFactory.Part(i)));
        }
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(gateway));
        bytes memory signatures =
            sign(DigestLib.typed(domain, ActLib.openLane(0, 0, b.id, address(b.gateway))));
        for (uint256 i = 1; i < parts.length; i = i == 1 ? 3 : i + 1) {
            vm.expectRevert(abi.encodeWithSelector(ICouncil.PartMissing.selector, parts[i]));
            gateway.openLane(0, b.id, address(b.gateway), signatures);
            factory.deploy(z, IZoneFactory.Part(i), Built.part(IZoneFactory.Part(i)));
        }
        gateway.openLane(0, b.id, address(b.gateway), signatures);
    }

    /// @dev A thief sees the council's signatures in the mempool and is first. The lane is the one that was meant.
    function test_AnActIsSubmittedByAThief() public {
        Built.deploy(factory, zone());
        IGateway gateway = IGateway(_addresses(zone())[0]);
        on(a);
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(gateway));
        bytes memory signatures =
            sign(DigestLib.typed(domain, ActLib.openLane(0, 0, b.id, address(b.gateway))));
        vm.startPrank(THIEF);
        // Not to a gateway of the thief's, with the same signatures.
        vm.expectPartialRevert(QuorumLib.SignerNotValidator.selector);
        gateway.openLane(0, b.id, THIEF, signatures);
        gateway.openLane(0, b.id, address(b.gateway), signatures);
        vm.stopPrank();
        (, bytes32 inbound) = gateway.lanesOf(b.id);
        assertEq(inbound, IdLib.laneId(ZONE_ID, b.id, address(b.gateway), a.id, address(gateway)));
        assertGt(gateway.vaultOf(b.id).code.length, 0);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _addresses(IZoneFactory.Zone memory z) private view returns (address[] memory) {
        return factory.addressesOf(
            IdLib.zoneId(z.name), IdLib.setHash(0, z.quorum, z.validators), z.settings, z.codeHashes
        );
    }

    function _create(bytes memory code) private returns (address made) {
        assembly ("memory-safe") {
            made := create(0, add(code, 0x20), mload(code))
        }
        assertTrue(made != address(0));
    }
}
