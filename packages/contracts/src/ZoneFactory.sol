// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";

import {IZoneFactory} from "./interfaces/IZoneFactory.sol";
import {IdLib} from "./libraries/IdLib.sol";

/// @title Deploys a zone's contracts on one chain
contract ZoneFactory is IZoneFactory {
    // ------------------------------------------------------------------------------------------------------ STORAGE

    Parameters private _parameters;

    // ---------------------------------------------------------------------------------------------------- DEPLOYING

    /// @inheritdoc IZoneFactory
    function deploy(
        string calldata zoneName,
        address[] calldata validators,
        uint16 quorum,
        Settings calldata settings,
        bytes calldata gatewayCode,
        bytes calldata custodyCode
    ) external returns (address gateway) {
        _checkName(bytes(zoneName));
        bytes32 zoneId = IdLib.zoneId(zoneName);
        bytes32 setHash = IdLib.setHash(0, quorum, validators);
        bytes32 salt = _salt(zoneId, setHash, settings, keccak256(gatewayCode), keccak256(custodyCode));
        gateway = Create2.computeAddress(salt, keccak256(gatewayCode));
        address custody = Create2.computeAddress(salt, keccak256(custodyCode));

        _parameters = Parameters(gateway, custody, zoneId, quorum, validators, settings);
        _create(custody, salt, custodyCode);
        _create(gateway, salt, gatewayCode);
        delete _parameters;
        emit ZoneDeployed(zoneId, setHash, gateway);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IZoneFactory
    function addressesOf(
        bytes32 zoneId,
        bytes32 genesisSetHash,
        Settings calldata settings,
        bytes32 gatewayCodeHash,
        bytes32 custodyCodeHash
    ) external view returns (address gateway, address custody) {
        bytes32 salt = _salt(zoneId, genesisSetHash, settings, gatewayCodeHash, custodyCodeHash);
        return (Create2.computeAddress(salt, gatewayCodeHash), Create2.computeAddress(salt, custodyCodeHash));
    }

    /// @inheritdoc IZoneFactory
    function parameters() external view returns (Parameters memory) {
        return _parameters;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The code of both is a part of the settings: neither address can be taken with another's code behind it.
    function _salt(
        bytes32 zoneId,
        bytes32 setHash,
        Settings calldata settings,
        bytes32 gatewayCodeHash,
        bytes32 custodyCodeHash
    ) private pure returns (bytes32) {
        bytes32 settingsHash = keccak256(abi.encode(settings, gatewayCodeHash, custodyCodeHash));
        return keccak256(abi.encode(zoneId, setHash, settingsHash));
    }

    function _create(address expected, bytes32 salt, bytes memory code) private {
        address made;
        assembly ("memory-safe") {
            made := create2(0, add(code, 0x20), mload(code), salt)
            if iszero(made) {
                // The constructor's own reason says more than ours.
                if returndatasize() {
                    let reason := mload(0x40)
                    returndatacopy(reason, 0, returndatasize())
                    revert(reason, returndatasize())
                }
            }
        }
        if (made != expected) revert NotDeployed(expected);
    }

    function _checkName(bytes calldata name) private pure {
        bool valid = name.length >= 3 && name.length <= 63;
        for (uint256 i; valid && i < name.length; ++i) {
            bytes1 c = name[i];
            valid = (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-" || c == ".";
        }
        if (!valid) revert ZoneNameInvalid(string(name));
    }
}
