// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../interfaces/ICustody.sol";
import {IGateway} from "../interfaces/IGateway.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {CloneLib} from "../libraries/CloneLib.sol";

/// @title What every part of the custody stands on
abstract contract CustodyBase is ICustody {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    IGateway internal immutable GATEWAY;
    address internal immutable VAULT;
    address internal immutable REPRESENTATION721;
    address internal immutable REPRESENTATION1155;
    address internal immutable REPRESENTATION20;
    address internal immutable ROUTER;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        address[] memory parts = IZoneFactory(msg.sender).parameters().parts;
        GATEWAY = IGateway(parts[uint256(IZoneFactory.Part.Gateway)]);
        VAULT = parts[uint256(IZoneFactory.Part.Vault)];
        REPRESENTATION721 = parts[uint256(IZoneFactory.Part.Representation721)];
        REPRESENTATION1155 = parts[uint256(IZoneFactory.Part.Representation1155)];
        REPRESENTATION20 = parts[uint256(IZoneFactory.Part.Representation20)];
        ROUTER = parts[uint256(IZoneFactory.Part.RoyaltyRouter)];
    }

    // ----------------------------------------------------------------------------------------------------- MODIFIERS

    modifier onlyGateway() {
        if (msg.sender != address(GATEWAY)) revert CallerNotGateway(msg.sender);
        _;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _implementation(uint8 standard) internal view returns (address) {
        return CloneLib.byStandard(standard, REPRESENTATION721, REPRESENTATION1155, REPRESENTATION20);
    }

    function _representation(uint64 homeChainId, address homeToken, uint8 standard)
        internal
        view
        returns (address)
    {
        address implementation = _implementation(standard);
        if (implementation == address(0)) revert StandardUnsupported(standard);
        return CloneLib.representation(implementation, address(this), homeChainId, homeToken, standard);
    }

    function _vault(uint64 chainId) internal view returns (address) {
        return CloneLib.vault(VAULT, address(this), chainId);
    }
}
