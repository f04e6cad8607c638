// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {HeadLib} from "../../src/libraries/HeadLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {TransferLib} from "../../src/libraries/TransferLib.sol";
import {UriLib} from "../../src/libraries/UriLib.sol";
import {FORM_EXACT, MetadataRef} from "../../src/types/MetadataRef.sol";
import {KIND_TRANSFER} from "../../src/types/Protocol.sol";

/// @title The libraries behind external functions
/// @notice For vectors and for other languages: what they compute must equal what these answer.
contract ProtocolHarness {
    function zoneId(string calldata name) external pure returns (bytes32) {
        return IdLib.zoneId(name);
    }

    function laneId(
        bytes32 zone,
        uint64 originChainId,
        address originGateway,
        uint64 destinationChainId,
        address destinationGateway
    ) external pure returns (bytes32) {
        return IdLib.laneId(zone, originChainId, originGateway, destinationChainId, destinationGateway);
    }

    function setHash(uint64 epoch, uint16 quorum, address[] calldata validators)
        external
        pure
        returns (bytes32)
    {
        return IdLib.setHash(epoch, quorum, validators);
    }

    function messageHash(bytes calldata message) external pure returns (bytes32) {
        return HeadLib.hashOf(message);
    }

    function appendHead(bytes32 head, bytes32 hash) external pure returns (bytes32) {
        return HeadLib.append(head, hash);
    }

    /// @notice The head after a whole batch.
    function headAfter(bytes32 head, bytes[] calldata messages) external pure returns (bytes32) {
        for (uint256 i; i < messages.length; ++i) {
            head = HeadLib.append(head, HeadLib.hashOf(messages[i]));
        }
        return head;
    }

    function checkpointDigest(bytes32 zone, bytes32 lane, uint64 anchor, uint64 sequence, bytes32 head)
        external
        pure
        returns (bytes32)
    {
        return DigestLib.checkpoint(DigestLib.zoneDomain(zone), lane, anchor, sequence, head);
    }

    /// @notice A Transfer's fields, as the contracts read them.
    function decodeTransfer(bytes calldata message)
        external
        pure
        returns (uint8 standard, bytes memory ref, bytes memory assets, TransferLib.Transfer memory t)
    {
        require(TransferLib.isWhole(message), "not whole");
        standard = TransferLib.standard(message);
        t = TransferLib.Transfer({
            standard: standard,
            count: TransferLib.count(message),
            deadline: TransferLib.deadline(message),
            homeChainId: TransferLib.homeChainId(message),
            homeToken: TransferLib.homeToken(message),
            sourceChainId: TransferLib.sourceChainId(message),
            sender: TransferLib.sender(message),
            refundAccount: TransferLib.refundAccount(message),
            destinationChainId: TransferLib.destinationChainId(message),
            recipient: TransferLib.recipient(message)
        });
        assets = TransferLib.assets(message);
        ref = message[114:message.length - assets.length];
    }

    /// @notice A Transfer, as the gateway writes it.
    function encodeTransfer(TransferLib.Transfer memory t, bytes calldata ref, bytes calldata assets)
        external
        pure
        returns (bytes memory)
    {
        return TransferLib.encode(KIND_TRANSFER, t, ref, assets);
    }

    /// @notice An ERC-721 asset: `detail` is a digest, or an exact text without its length.
    struct Asset {
        uint256 id;
        uint8 form;
        uint16 record;
        bytes detail;
    }

    /// @notice The ERC-721 assets of a message, as a representation reads them.
    function decodeAssets(bytes calldata assets, uint256 count) external pure returns (Asset[] memory all) {
        all = new Asset[](count);
        uint256 at;
        for (uint256 i; i < count; ++i) {
            (uint256 id, MetadataRef ref, uint256 end) = AssetLib.read(assets, at);
            bytes memory detail;
            if (ref.hasDigest()) detail = abi.encode(AssetLib.digest(assets, end));
            else if (ref.form() == FORM_EXACT) detail = AssetLib.text(assets, at + AssetLib.DETAIL_721, end);
            all[i] = Asset(id, ref.form(), ref.record(), detail);
            at = end;
        }
        require(at == assets.length, "more bytes than assets");
    }

    /// @notice An ERC-1155 asset.
    struct Units {
        uint256 id;
        uint256 amount;
        uint8 form;
        uint16 record;
        bytes detail;
    }

    /// @notice The ERC-1155 assets of a message, as a representation reads them.
    function decodeUnits(bytes calldata assets, uint256 count) external pure returns (Units[] memory all) {
        all = new Units[](count);
        uint256 at;
        for (uint256 i; i < count; ++i) {
            (uint256 id, uint256 amount, MetadataRef ref, uint256 end) = AssetLib.readUnits(assets, at);
            bytes memory detail;
            if (ref.hasDigest()) detail = abi.encode(AssetLib.digest(assets, end));
            else if (ref.form() == FORM_EXACT) detail = AssetLib.text(assets, at + AssetLib.DETAIL_1155, end);
            all[i] = Units(id, amount, ref.form(), ref.record(), detail);
            at = end;
        }
        require(at == assets.length, "more bytes than assets");
    }

    /// @notice How many units assets are together.
    function unitsOf(bytes calldata assets, uint8 standard, uint256 count) external pure returns (uint256) {
        return AssetLib.units(assets, standard, count);
    }

    /// @notice Whether these are so many assets without metadata.
    function isPlain(bytes calldata assets, uint8 standard, uint256 count) external pure returns (bool) {
        return AssetLib.isPlain(assets, standard, count);
    }

    /// @notice Plain assets, as a message towards home carries them.
    function encodePlain(uint8 standard, uint256[] calldata ids, uint256[] calldata amounts)
        external
        pure
        returns (bytes memory)
    {
        return AssetLib.encodePlain(standard, ids, amounts);
    }

    /// @notice Assets without their metadata, as a Return carries them.
    function toPlain(bytes calldata assets, uint8 standard, uint256 count)
        external
        pure
        returns (bytes memory)
    {
        return AssetLib.toPlain(assets, standard, count);
    }

    /// @notice A Collection message's fields, as a representation reads them.
    function decodeCollection(bytes calldata message)
        external
        pure
        returns (
            uint64 homeChainId,
            address homeToken,
            uint16 record,
            uint256 refreshCount,
            CollectionLib.Description memory description
        )
    {
        homeChainId = CollectionLib.homeChainId(message);
        homeToken = CollectionLib.homeToken(message);
        record = CollectionLib.record(message);
        refreshCount = CollectionLib.refreshCount(message);
        description = CollectionLib.parse(CollectionLib.description(message));
    }

    function splitUri(bytes calldata uri, uint8 standard, uint256 id)
        external
        pure
        returns (UriLib.Cut memory)
    {
        return UriLib.split(uri, standard, id);
    }

    function joinUri(uint8 form, bytes calldata prefix, bytes calldata suffix, uint256 id, bytes32 digest)
        external
        pure
        returns (bytes memory)
    {
        return UriLib.join(form, prefix, suffix, id, digest);
    }
}
