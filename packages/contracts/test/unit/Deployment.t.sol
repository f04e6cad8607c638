// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {Built} from "../utils/Built.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Whoever deploys first can deploy only what was meant
contract DeploymentTest is ZoneTest {
    uint256 private constant TRANSACTION_GAS_CAP = 16_777_216;

    IZoneFactory internal factory;

    function setUp() public override {
        super.setUp();
        factory = Built.zoneFactory();
    }

    function test_AddressesAreKnownBeforehandWhoeverDeploys() public {
        address[] memory parts = _addresses(zone());
        vm.prank(makeAddr("front runner"));
        address gateway = Built.deploy(factory, zone());
        assertEq(gateway, parts[0]);
        assertEq(IGateway(gateway).custody(), parts[uint256(IZoneFactory.Part.Custody)]);
        assertEq(IGateway(gateway).zoneId(), ZONE_ID);
        (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory set) =
            IGateway(gateway).validatorSet();
        assertEq(epoch, 0);
        assertEq(quorum, QUORUM);
        assertEq(set, validators);
        assertEq(setHash, IdLib.setHash(0, QUORUM, validators));
        for (uint256 i; i < parts.length; ++i) {
            assertGt(parts[i].code.length, 0);
            assertLe(parts[i].code.length, 24_576, "EIP-170");
        }
    }

    function test_PartsComeInAnyOrder() public {
        IZoneFactory.Zone memory z = zone();
        address[] memory parts = _addresses(z);
        for (uint256 i = parts.length; i > 0; --i) {
            IZoneFactory.Part part = IZoneFactory.Part(i - 1);
            assertEq(factory.deploy(z, part, Built.part(part)), parts[i - 1]);
        }
    }

    /// @dev EIP-7825 caps a transaction's gas; calldata is counted by the floor of EIP-7623.
    function test_NoPartNeedsMoreGasThanATransactionMayHave() public {
        IZoneFactory.Zone memory z = zone();
        for (uint256 i; i < z.codeHashes.length; ++i) {
            IZoneFactory.Part part = IZoneFactory.Part(i);
            bytes memory code = Built.part(part);
            uint256 before = gasleft();
            factory.deploy(z, part, code);
            assertLt(before - gasleft() + 21_000 + 40 * code.length, TRANSACTION_GAS_CAP);
        }
    }

    function test_AnythingElseIsDeployedElsewhere() public view {
        address gateway = _addresses(zone())[0];
        IZoneFactory.Zone memory other = zone();
        other.settings.maxDeadline -= 1;
        assertTrue(_addresses(other)[0] != gateway);
        other = zone();
        other.quorum += 1;
        assertTrue(_addresses(other)[0] != gateway);
        other = zone();
        other.name = "ryugu-other";
        assertTrue(_addresses(other)[0] != gateway);
        other = zone();
        other.validators = new address[](1);
        assertTrue(_addresses(other)[0] != gateway);
        // Other code, even behind the last part only.
        other = zone();
        other.codeHashes[other.codeHashes.length - 1] = keccak256("evil");
        assertTrue(_addresses(other)[0] != gateway);
    }

    function test_RevertWhen_APartIsDeployedTwice() public {
        IZoneFactory.Zone memory z = zone();
        Built.deploy(factory, z);
        bytes memory code = Built.code("Vault");
        vm.expectRevert(
            abi.encodeWithSelector(
                IZoneFactory.NotDeployed.selector,
                IZoneFactory.Part.Vault,
                _addresses(z)[uint256(IZoneFactory.Part.Vault)]
            )
        );
        factory.deploy(z, IZoneFactory.Part.Vault, code);
    }

    function test_NothingIsLeftAfterADeployment() public {
        Built.deploy(factory, zone());
        vm.expectRevert();
        factory.parameters();
    }

    function test_RevertWhen_PartsAreMissing() public {
        IZoneFactory.Zone memory z = zone();
        z.codeHashes = new bytes32[](10);
        vm.expectRevert(abi.encodeWithSelector(IZoneFactory.PartCountInvalid.selector, 10));
        factory.deploy(z, IZoneFactory.Part.Gateway, "");
    }

    function test_RevertWhen_TheNameIsNone() public {
        string[5] memory wrong = ["ab", "Ryugu", "a b c", unicode"竜宮城", ""];
        for (uint256 i; i < wrong.length; ++i) {
            IZoneFactory.Zone memory z = zone();
            z.name = wrong[i];
            vm.expectRevert(abi.encodeWithSelector(IZoneFactory.ZoneNameInvalid.selector, wrong[i]));
            factory.deploy(z, IZoneFactory.Part.Gateway, "");
        }
    }

    function test_ANameHasCertainCharactersOnly() public {
        IZoneFactory.Zone memory z = zone();
        for (uint256 c; c < 256; ++c) {
            bool small = c >= uint8(bytes1("a")) && c <= uint8(bytes1("z"));
            bool digit = c >= uint8(bytes1("0")) && c <= uint8(bytes1("9"));
            bool good = small || digit || c == uint8(bytes1("-")) || c == uint8(bytes1("."));
            bytes1 char = bytes1(uint8(c));
            assertEq(_isName(z, bytes.concat(char, "aa")), good, vm.toString(c));
            assertEq(_isName(z, bytes.concat("a", char, "a")), good, vm.toString(c));
            assertEq(_isName(z, bytes.concat("aa", char)), good, vm.toString(c));
        }
        for (uint256 length; length < 70; ++length) {
            bytes memory name = new bytes(length);
            for (uint256 i; i < length; ++i) {
                name[i] = "z";
            }
            assertEq(_isName(z, name), length >= 3 && length <= 63, vm.toString(length));
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

    function test_RevertWhen_TheSettingsAreNotInOrder() public {
        IZoneFactory.Settings[7] memory wrong = [
            IZoneFactory.Settings(0, 2, 1, 1, 1, 1),
            IZoneFactory.Settings(2, 3, 1, 1, 1, 1),
            IZoneFactory.Settings(1, 2, 3, 1, 1, 1),
            IZoneFactory.Settings(1, 30 days + 1, 2, 1, 1, 1),
            IZoneFactory.Settings(1, 3, 2, 0, 1, 1),
            IZoneFactory.Settings(1, 3, 2, 1, 0, 1),
            IZoneFactory.Settings(1, 3, 2, 1, 1, 0)
        ];
        bytes memory code = Built.code("Gateway");
        for (uint256 i; i < wrong.length; ++i) {
            IZoneFactory.Zone memory z = zone();
            z.settings = wrong[i];
            vm.expectRevert(IGateway.SettingsInvalid.selector);
            factory.deploy(z, IZoneFactory.Part.Gateway, code);
        }
    }

    function test_SettingsMayBeAsShortAndAsLongAsTheirBounds() public {
        IZoneFactory.Settings[2] memory right = [
            IZoneFactory.Settings(1, 1, 1, 1, 1, 1),
            IZoneFactory.Settings(30 days, 30 days, 30 days, 365 days, 365 days, 365 days)
        ];
        for (uint256 i; i < right.length; ++i) {
            IZoneFactory.Zone memory z = zone();
            z.settings = right[i];
            address gateway = Built.deploy(factory, z);
            (uint40 least, uint40 most, uint40 usual) = IGateway(gateway).settings();
            assertEq(least, right[i].minDeadline);
            assertEq(most, right[i].maxDeadline);
            assertEq(usual, right[i].defaultDeadline);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Nothing is deployed: there is no code to a good name either.
    function _isName(IZoneFactory.Zone memory z, bytes memory name) private returns (bool) {
        z.name = string(name);
        try factory.deploy(z, IZoneFactory.Part.Gateway, "") {
            return true;
        } catch (bytes memory reason) {
            return bytes4(reason) != IZoneFactory.ZoneNameInvalid.selector;
        }
    }

    function _addresses(IZoneFactory.Zone memory z) private view returns (address[] memory) {
        return factory.addressesOf(
            IdLib.zoneId(z.name), IdLib.setHash(0, z.quorum, z.validators), z.settings, z.codeHashes
        );
    }

    function _expectSetRefusal(address[] memory set, uint16 quorum) private {
        IZoneFactory.Zone memory z = zone();
        (z.validators, z.quorum) = (set, quorum);
        bytes memory code = Built.code("Gateway");
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        factory.deploy(z, IZoneFactory.Part.Gateway, code);
    }
}
