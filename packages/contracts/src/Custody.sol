// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Moving} from "./custody/Moving.sol";
import {ICustody} from "./interfaces/ICustody.sol";
import {IRepresentation} from "./interfaces/IRepresentation.sol";
import {IVault} from "./interfaces/IVault.sol";
import {AssetLib} from "./libraries/AssetLib.sol";
import {CloneLib} from "./libraries/CloneLib.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {ReturnLib} from "./libraries/ReturnLib.sol";
import {CLASS_SECURITY, VERSION} from "./types/Protocol.sol";

/// @title What the zone may do with assets on one chain
/// @dev Carrying out messages is in {Moving}, counting what arrives in {Metering}; here is the rest.
contract Custody is Moving {
    // ----------------------------------------------------------------------------------------------------- GATEWAY'S

    /// @inheritdoc ICustody
    function describe(uint64 originChainId, uint64 order, bytes calldata message) external onlyGateway {
        if (!CollectionLib.isWhole(message)) revert MessageMalformed();
        if (uint8(message[0]) != VERSION) revert KindUnsupported(uint8(message[0]), uint8(message[1]));
        if (CollectionLib.class(message) >= CLASS_SECURITY) {
            revert ClassRefused(CollectionLib.class(message));
        }
        if (CollectionLib.homeChainId(message) != originChainId) revert MessageMisdirected();
        uint8 standard = CollectionLib.standard(message);
        address implementation = _implementation(standard);
        if (implementation == address(0)) revert StandardUnsupported(standard);
        address token = CollectionLib.homeToken(message);
        address representation = _representation(originChainId, token, standard);
        if (representation.code.length == 0) {
            CloneLib.deployRepresentation(implementation, originChainId, token, standard);
            _startMeter(representation, standard);
        }
        IRepresentation(representation).describe(order, message);
    }

    /// @inheritdoc ICustody
    function burn(address representation, address owner, uint256[] calldata ids, uint256[] calldata amounts)
        external
        onlyGateway
    {
        IRepresentation(representation).burn(owner, ids, amounts);
    }

    /// @inheritdoc ICustody
    function release(
        uint64 chainId,
        uint8 standard,
        address token,
        uint256 id,
        uint256 amount,
        address recipient
    ) external onlyGateway {
        if (token.code.length == 0) revert CollectionUnknown(token);
        bytes memory asset = AssetLib.encodePlainOne(standard, id, amount);
        IVault(_vault(chainId)).release(token, standard, recipient, asset);
    }

    /// @inheritdoc ICustody
    function createVault(uint64 counterpartChainId) external onlyGateway returns (address vault) {
        return CloneLib.deployVault(VAULT, counterpartChainId);
    }

    /// @inheritdoc ICustody
    function startMeter(address token, uint8 standard) external onlyGateway {
        _startMeter(token, standard);
    }

    /// @inheritdoc ICustody
    function setLimit(address token, uint88 cap, uint16 windowMinutes) external onlyGateway {
        _setLimit(token, cap, windowMinutes);
    }

    /// @inheritdoc ICustody
    function setDefaultLimit(uint88 cap, uint16 windowMinutes) external onlyGateway {
        _defaultLimit = Limit(cap, windowMinutes);
    }

    /// @inheritdoc ICustody
    function quarantine(address token, uint32 until) external onlyGateway {
        _quarantine(token, until);
    }

    // ----------------------------------------------------------------------------------------------------- ANYBODY'S

    /// @inheritdoc ICustody
    function createRoyaltyRouter(uint64 homeChainId, address homeToken, address receiver)
        external
        returns (address router)
    {
        return CloneLib.deployRoyaltyRouter(ROUTER, homeChainId, homeToken, receiver);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ICustody
    function returnOf(bytes calldata ended, bytes32 endedId) external pure returns (bytes memory) {
        return ReturnLib.giveBack(ended, endedId);
    }

    /// @inheritdoc ICustody
    function meterOf(address token) external view returns (Meter memory) {
        return _meters[token];
    }

    /// @inheritdoc ICustody
    function fits(address token, uint8 standard, uint256 units) external view returns (bool) {
        return _fits(token, standard, units);
    }

    /// @inheritdoc ICustody
    function isMoving() external view returns (bool) {
        return _moving;
    }

    /// @inheritdoc ICustody
    function royaltyRouterOf(uint64 homeChainId, address homeToken, address receiver)
        external
        view
        returns (address)
    {
        return CloneLib.royaltyRouter(ROUTER, address(this), homeChainId, homeToken, receiver);
    }
}
