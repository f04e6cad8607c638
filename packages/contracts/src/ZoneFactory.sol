// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";

import {IZoneFactory} from "./interfaces/IZoneFactory.sol";
import {IdLib} from "./libraries/IdLib.sol";
import {TransientLib} from "./libraries/TransientLib.sol";

/// @title Deploys a zone's contracts on one chain
contract ZoneFactory is IZoneFactory {
    uint256 private constant PARTS = uint256(type(Part).max) + 1;
    uint256 private constant PARAMETERS_SLOT = uint256(keccak256("ryugu.zone-factory.parameters"));

    // ---------------------------------------------------------------------------------------------------- DEPLOYING

    /// @inheritdoc IZoneFactory
    function deploy(Zone calldata zone, Part part, bytes calldata code) external returns (address account) {
        _checkName(bytes(zone.name));
        bytes32 codeHash = keccak256(code);
        bytes32 zoneId = IdLib.zoneId(zone.name);
        bytes32 setHash = IdLib.setHash(0, zone.quorum, zone.validators);
        bytes32 salt = _salt(zoneId, setHash, zone.settings, zone.codeHashes);
        bytes32 expected = zone.codeHashes[uint256(part)];
        if (codeHash != expected) revert CodeWrong(part, expected, codeHash);

        address[] memory parts = _addresses(salt, zone.codeHashes);
        account = parts[uint256(part)];
        TransientLib.store(
            PARAMETERS_SLOT,
            abi.encode(Parameters(zoneId, zone.quorum, zone.validators, zone.settings, parts))
        );
        _create(part, account, salt, code);
        TransientLib.store(PARAMETERS_SLOT, "");
        emit PartDeployed(zoneId, setHash, part, account);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IZoneFactory
    function addressesOf(
        bytes32 zoneId,
        bytes32 genesisSetHash,
        Settings calldata settings,
        bytes32[] calldata codeHashes
    ) external view returns (address[] memory parts) {
        return _addresses(_salt(zoneId, genesisSetHash, settings, codeHashes), codeHashes);
    }

    /// @inheritdoc IZoneFactory
    function parameters() external view returns (Parameters memory) {
        return abi.decode(TransientLib.load(PARAMETERS_SLOT), (Parameters));
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The code of every part is in every part's address: none can be taken with another's code beside it.
    function _salt(bytes32 zoneId, bytes32 setHash, Settings calldata settings, bytes32[] calldata codeHashes)
        private
        pure
        returns (bytes32)
    {
        if (codeHashes.length != PARTS) revert PartCountInvalid(codeHashes.length);
        bytes32 codesHash = keccak256(abi.encodePacked(codeHashes));
        return keccak256(abi.encode(zoneId, setHash, keccak256(abi.encode(settings)), codesHash));
    }

    function _addresses(bytes32 salt, bytes32[] calldata codeHashes)
        private
        view
        returns (address[] memory parts)
    {
        parts = new address[](PARTS);
        for (uint256 i; i < PARTS; ++i) {
            parts[i] = Create2.computeAddress(salt, codeHashes[i]);
        }
    }

    function _create(Part part, address expected, bytes32 salt, bytes memory code) private {
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
        if (made != expected) revert NotDeployed(part, expected);
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
