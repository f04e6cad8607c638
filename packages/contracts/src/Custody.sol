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
        if (message.length < 2) revert MessageMalformed();
        if (uint8(message[0]) != VERSION || uint8(message[1]) != KIND_TRANSFER) {
            revert KindUnsupported(uint8(message[0]), uint8(message[1]));
        }
        if (!TransferLib.isWhole(message)) revert MessageMalformed();
        uint8 standard = TransferLib.standard(message);
        if (standard != STANDARD_ERC721) revert StandardUnsupported(standard);
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
        CloneLib.Args memory args =
            CloneLib.representationArgs(originChainId, CollectionLib.homeToken(message), standard);
        address representation = CloneLib.predict(REPRESENTATION721, args, address(this));
        if (representation.code.length == 0) CloneLib.deploy(REPRESENTATION721, args);
        IRepresentation721(representation).describe(message);
    }

    /// @inheritdoc ICustody
    function burn(address representation, address owner, uint256[] calldata ids) external onlyGateway {
        IRepresentation721(representation).burn(owner, ids);
    }

    /// @inheritdoc ICustody
    function createVault(uint64 counterpartChainId) external onlyGateway returns (address vault) {
        return CloneLib.deploy(VAULT, CloneLib.vaultArgs(counterpartChainId));
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
        address vault = CloneLib.predict(VAULT, CloneLib.vaultArgs(originChainId), address(this));
        IVault(vault).release(token, TransferLib.recipient(message), assets);
    }

    function _mint(uint64 originChainId, bytes calldata message) private {
        address token = TransferLib.homeToken(message);
        CloneLib.Args memory args = CloneLib.representationArgs(originChainId, token, STANDARD_ERC721);
        address representation = CloneLib.predict(REPRESENTATION721, args, address(this));
        if (representation.code.length == 0) revert CollectionUnknown(token);
        IRepresentation721(representation).mint(
            TransferLib.recipient(message), TransferLib.count(message), TransferLib.assets(message)
        );
    }
}
