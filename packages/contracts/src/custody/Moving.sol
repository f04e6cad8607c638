// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../interfaces/ICustody.sol";
import {IPolicy} from "../interfaces/IPolicy.sol";
import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {IVault} from "../interfaces/IVault.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {PolicyLib} from "../libraries/PolicyLib.sol";
import {ReturnLib} from "../libraries/ReturnLib.sol";
import {TransferLib} from "../libraries/TransferLib.sol";
import {
    CLASS_NFT,
    KIND_FORWARD,
    KIND_RETURN,
    KIND_TRANSFER,
    STANDARD_ERC20,
    VERSION
} from "../types/Protocol.sol";
import {Metering} from "./Metering.sol";

/// @title Carrying out messages
/// @dev Only from the vault of the chain that the message came from, and only representations of what is born there: that
/// bounds what a chain can take.
abstract contract Moving is Metering {
    using TransferLib for bytes;

    /// @dev Vaults take from each other only while this is set.
    bool internal transient _moving;

    // ----------------------------------------------------------------------------------------------------- GATEWAY'S

    /// @inheritdoc ICustody
    function give(uint64 originChainId, address policy, bytes calldata message) external onlyGateway {
        uint8 kind = _known(message);
        if (kind == KIND_TRANSFER) {
            _transfer(originChainId, policy, message, message.recipient());
        } else if (kind == KIND_FORWARD) {
            _forward(originChainId, message);
        } else if (ReturnLib.refundChainId(message) == block.chainid) {
            _giveBack(originChainId, message, ReturnLib.refundAccount(message));
        } else {
            _passOn(originChainId, message);
        }
    }

    /// @inheritdoc ICustody
    function giveTo(uint64 originChainId, address policy, bytes calldata message, address recipient)
        external
        onlyGateway
    {
        uint8 kind = _known(message);
        if (kind == KIND_TRANSFER) _transfer(originChainId, policy, message, recipient);
        else if (kind == KIND_RETURN) _giveBack(originChainId, message, recipient);
        else revert KindUnsupported(VERSION, kind);
    }

    // ------------------------------------------------------------------------------------------------------ PRIVATE

    function _transfer(uint64 originChainId, address policy, bytes calldata message, address recipient)
        private
    {
        if (message.destinationChainId() != block.chainid) revert MessageMisdirected();
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        (uint64 homeChainId, address token) = (message.homeChainId(), message.homeToken());
        if (homeChainId == block.chainid) {
            _release(originChainId, standard, token, recipient, count, message.assets());
        } else if (homeChainId == originChainId) {
            if (policy != address(0)) _admit(policy, message, recipient);
            _mint(originChainId, standard, token, recipient, count, message.assets());
        } else {
            revert MessageMisdirected();
        }
    }

    function _admit(address policy, bytes calldata message, address recipient) private view {
        (uint8 standard, uint64 homeChainId) = (message.standard(), message.homeChainId());
        address token = message.homeToken();
        uint8 class = CLASS_NFT;
        if (standard == STANDARD_ERC20) class = _classOf(_representation(homeChainId, token, standard));
        PolicyLib.admit(
            policy,
            IPolicy.Entry({
                class: class,
                standard: standard,
                homeChainId: homeChainId,
                homeToken: token,
                sourceChainId: message.sourceChainId(),
                sender: message.sender(),
                destinationChainId: uint64(block.chainid),
                recipient: recipient,
                units: AssetLib.units(message.assets(), standard, message.count())
            })
        );
    }

    function _classOf(address representation) private view returns (uint8) {
        if (representation.code.length == 0) revert CollectionUnknown(representation);
        return IRepresentation(representation).class();
    }

    function _giveBack(uint64 originChainId, bytes calldata message, address recipient) private {
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        (uint64 homeChainId, address token) = (ReturnLib.homeChainId(message), ReturnLib.homeToken(message));
        bytes calldata assets = ReturnLib.assets(message);
        if (homeChainId == block.chainid) {
            _release(originChainId, standard, token, recipient, count, assets);
        } else if (homeChainId == originChainId) {
            if (!AssetLib.isPlain(assets, standard, count)) revert MessageMalformed();
            _mint(originChainId, standard, token, recipient, count, assets);
        } else {
            revert MessageMisdirected();
        }
    }

    function _forward(uint64 originChainId, bytes calldata message) private {
        uint64 to = message.destinationChainId();
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        if (message.homeChainId() != block.chainid || to == block.chainid) revert MessageMisdirected();
        bytes calldata assets = message.assets();
        _move(originChainId, to, standard, message.homeToken(), count, assets);
        (uint256[] memory ids, uint256[] memory amounts) = AssetLib.list(assets, standard, count);
        GATEWAY.onward(message, ids, amounts);
    }

    function _passOn(uint64 originChainId, bytes calldata message) private {
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        uint64 to = ReturnLib.refundChainId(message);
        if (ReturnLib.homeChainId(message) != block.chainid) revert MessageMisdirected();
        _move(originChainId, to, standard, ReturnLib.homeToken(message), count, ReturnLib.assets(message));
        GATEWAY.passOn(to, message);
    }

    /// @dev From vault to vault: the token stays at home, and another chain may claim it from now on.
    function _move(
        uint64 from,
        uint64 to,
        uint8 standard,
        address token,
        uint8 count,
        bytes calldata assets
    ) private {
        if (!AssetLib.isPlain(assets, standard, count)) revert MessageMalformed();
        if (token.code.length == 0) revert CollectionUnknown(token);
        if (from == to) return;
        _moving = true;
        IVault(_vault(from)).release(token, standard, _vault(to), assets);
        _moving = false;
    }

    function _release(
        uint64 originChainId,
        uint8 standard,
        address token,
        address recipient,
        uint8 count,
        bytes calldata assets
    ) private {
        if (!AssetLib.isPlain(assets, standard, count)) revert MessageMalformed();
        if (token.code.length == 0) revert CollectionUnknown(token);
        _meter(token, standard, AssetLib.units(assets, standard, count));
        IVault(_vault(originChainId)).release(token, standard, recipient, assets);
    }

    function _mint(
        uint64 homeChainId,
        uint8 standard,
        address token,
        address recipient,
        uint8 count,
        bytes calldata assets
    ) private {
        address representation = _representation(homeChainId, token, standard);
        if (representation.code.length == 0) revert CollectionUnknown(token);
        _meter(representation, standard, AssetLib.units(assets, standard, count));
        IRepresentation(representation).mint(recipient, count, assets);
    }

    /// @dev The kind of a message that this custody can read.
    function _known(bytes calldata message) private pure returns (uint8 kind) {
        if (message.length < 2) revert MessageMalformed();
        kind = message.kind();
        if (uint8(message[0]) != VERSION || kind == 0 || kind > KIND_RETURN) {
            revert KindUnsupported(uint8(message[0]), kind);
        }
        bool whole = kind == KIND_RETURN ? ReturnLib.isWhole(message) : message.isWhole();
        if (!whole) revert MessageMalformed();
        uint8 standard = message.standard();
        if (standard == 0 || standard > 3) revert StandardUnsupported(standard);
    }
}
