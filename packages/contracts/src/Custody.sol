// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Representation721} from "./Representation721.sol";
import {Vault} from "./Vault.sol";
import {ICustody} from "./interfaces/ICustody.sol";
import {IRepresentation721} from "./interfaces/IRepresentation721.sol";
import {IVault} from "./interfaces/IVault.sol";
import {IZoneFactory} from "./interfaces/IZoneFactory.sol";
import {AssetLib} from "./libraries/AssetLib.sol";
import {CloneLib} from "./libraries/CloneLib.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {TransferLib} from "./libraries/TransferLib.sol";
import {KIND_TRANSFER, STANDARD_ERC721, VERSION} from "./types/Protocol.sol";

/// @title What the zone may do with assets on one chain
contract Custody is ICustody {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable GATEWAY;
    address private immutable VAULT;
    address private immutable REPRESENTATION721;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        GATEWAY = IZoneFactory(msg.sender).parameters().gateway;
        VAULT = address(new Vault());
        REPRESENTATION721 = address(new Representation721());
    }

    // ----------------------------------------------------------------------------------------------------- MODIFIERS

    modifier onlyGateway() {
        if (msg.sender != GATEWAY) revert CallerNotGateway(msg.sender);
        _;
    }

    // ----------------------------------------------------------------------------------------------------- GATEWAY'S

    /// @inheritdoc ICustody
    function give(uint64 originChainId, bytes calldata message) external onlyGateway {
        if (!TransferLib.isErc721(message)) _refuse(message);
        if (TransferLib.destinationChainId(message) != block.chainid) revert MessageMisdirected();
        uint64 homeChainId = TransferLib.homeChainId(message);
        if (homeChainId == block.chainid) _release(originChainId, message);
        else if (homeChainId == originChainId) _mint(originChainId, message);
        else revert MessageMisdirected();
    }

    /// @inheritdoc ICustody
    function describe(uint64 originChainId, bytes calldata message) external onlyGateway {
        if (!CollectionLib.isWhole(message)) revert MessageMalformed();
        if (uint8(message[0]) != VERSION) revert KindUnsupported(uint8(message[0]), uint8(message[1]));
        uint8 standard = CollectionLib.standard(message);
        if (standard != STANDARD_ERC721) revert StandardUnsupported(standard);
        if (CollectionLib.homeChainId(message) != originChainId) revert MessageMisdirected();
        address token = CollectionLib.homeToken(message);
        address representation = _representation(originChainId, token);
        if (representation.code.length == 0) {
            CloneLib.deployRepresentation(REPRESENTATION721, originChainId, token, STANDARD_ERC721);
        }
        IRepresentation721(representation).describe(message);
    }

    /// @inheritdoc ICustody
    function burn(address representation, address owner, uint256[] calldata ids) external onlyGateway {
        IRepresentation721(representation).burn(owner, ids);
    }

    /// @inheritdoc ICustody
    function createVault(uint64 counterpartChainId) external onlyGateway returns (address vault) {
        return CloneLib.deployVault(VAULT, counterpartChainId);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ICustody
    function implementations() external view returns (address vault, address representation721) {
        return (VAULT, REPRESENTATION721);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev Only from the vault of the chain that the message came from: that bounds what a chain can take.
    function _release(uint64 originChainId, bytes calldata message) private {
        address token = TransferLib.homeToken(message);
        bytes calldata assets = TransferLib.assets(message);
        if (!AssetLib.isPlain(assets, TransferLib.count(message))) revert MessageMalformed();
        if (token.code.length == 0) revert CollectionUnknown(token);
        address vault = CloneLib.vault(VAULT, address(this), originChainId);
        IVault(vault).release(token, TransferLib.recipient(message), assets);
    }

    function _mint(uint64 originChainId, bytes calldata message) private {
        address token = TransferLib.homeToken(message);
        address representation = _representation(originChainId, token);
        if (representation.code.length == 0) revert CollectionUnknown(token);
        IRepresentation721(representation)
            .mint(TransferLib.recipient(message), TransferLib.count(message), TransferLib.assets(message));
    }

    function _representation(uint64 homeChainId, address homeToken) private view returns (address) {
        return
            CloneLib.representation(REPRESENTATION721, address(this), homeChainId, homeToken, STANDARD_ERC721);
    }

    /// @dev Says why a message is not an ERC-721 Transfer.
    function _refuse(bytes calldata message) private pure {
        if (message.length < 2) revert MessageMalformed();
        (uint8 version, uint8 kind) = (uint8(message[0]), uint8(message[1]));
        if (version != VERSION || kind != KIND_TRANSFER) revert KindUnsupported(version, kind);
        if (!TransferLib.isWhole(message)) revert MessageMalformed();
        revert StandardUnsupported(TransferLib.standard(message));
    }
}
