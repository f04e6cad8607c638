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
    function execute(uint64 originChainId, address policy, bytes calldata message) external onlyGateway {
        // What nearly every message is, told by one word.
        if (message.isTransfer()) _transfer(originChainId, policy, message, message.recipient());
        else _giveOther(originChainId, message);
    }

    /// @inheritdoc ICustody
    function executeFor(uint64 originChainId, address policy, bytes calldata message, address recipient)
        external
        onlyGateway
    {
        if (message.isTransfer()) {
            _transfer(originChainId, policy, message, recipient);
        } else {
            if (_known(message) == KIND_RETURN) _giveBack(originChainId, message, recipient);
            else _stay(originChainId, message, recipient);
        }
    }

    // ------------------------------------------------------------------------------------------------------ PRIVATE

    function _giveOther(uint64 originChainId, bytes calldata message) private {
        if (_known(message) == KIND_FORWARD) {
            _forward(originChainId, message);
        } else if (ReturnLib.refundChainId(message) == block.chainid) {
            _giveBack(originChainId, message, ReturnLib.refundAccount(message));
        } else {
            _passOn(originChainId, message);
        }
    }

    function _transfer(uint64 originChainId, address policy, bytes calldata message, address recipient)
        private
    {
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        (uint64 homeChainId, address token) = (message.homeChainId(), message.homeToken());
        if (message.destinationChainId() != block.chainid) revert MessageMisdirected();
        if (homeChainId == block.chainid) {
            _release(originChainId, standard, token, recipient, count, message.assets());
        } else {
            if (homeChainId != originChainId) revert MessageMisdirected();
            address representation = _made(homeChainId, token, standard);
            bytes calldata assets = message.assets();
            uint256 units = AssetLib.units(assets, standard, count);
            if (policy != address(0)) {
                PolicyLib.admit(
                    policy,
                    IPolicy.Entry({
                        class: standard == STANDARD_ERC20
                            ? IRepresentation(representation).class()
                            : CLASS_NFT,
                        standard: standard,
                        homeChainId: homeChainId,
                        homeToken: token,
                        sourceChainId: message.sourceChainId(),
                        sender: message.sender(),
                        destinationChainId: uint64(block.chainid),
                        recipient: recipient,
                        units: units
                    })
                );
            }
            _meter(representation, standard, units);
            _mint(representation, recipient, count, assets);
        }
    }

    /// @dev Written out because it happens with nearly every message: the assets are copied once, and the code that was
    /// just seen is not looked for again.
    function _mint(address representation, address recipient, uint256 count, bytes calldata assets) private {
        bytes4 selector = IRepresentation.mintFor.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, selector)
            mstore(add(data, 0x04), recipient)
            mstore(add(data, 0x24), count)
            mstore(add(data, 0x44), 0x60)
            mstore(add(data, 0x64), assets.length)
            calldatacopy(add(data, 0x84), assets.offset, assets.length)
            if iszero(call(gas(), representation, 0, data, add(0x84, assets.length), 0, 0)) {
                returndatacopy(data, 0, returndatasize())
                revert(data, returndatasize())
            }
        }
    }

    function _giveBack(uint64 originChainId, bytes calldata message, address recipient) private {
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        (uint64 homeChainId, address token) = (ReturnLib.homeChainId(message), ReturnLib.homeToken(message));
        bytes calldata assets = ReturnLib.assets(message);
        if (homeChainId == block.chainid) {
            _release(originChainId, standard, token, recipient, count, assets);
        } else if (homeChainId == originChainId) {
            if (!AssetLib.isPlain(assets, standard, count)) revert MessageMalformed();
            address representation = _made(homeChainId, token, standard);
            _meter(representation, standard, AssetLib.units(assets, standard, count));
            _mint(representation, recipient, count, assets);
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

    /// @dev A Forward that goes nowhere any more ends where its tokens are.
    function _stay(uint64 originChainId, bytes calldata message, address recipient) private {
        if (message.homeChainId() != block.chainid) revert MessageMisdirected();
        _release(
            originChainId,
            message.standard(),
            message.homeToken(),
            recipient,
            message.count(),
            message.assets()
        );
    }

    function _passOn(uint64 originChainId, bytes calldata message) private {
        (uint8 standard, uint8 count) = (message.standard(), message.count());
        uint64 to = ReturnLib.refundChainId(message);
        if (ReturnLib.homeChainId(message) != block.chainid) revert MessageMisdirected();
        _move(originChainId, to, standard, ReturnLib.homeToken(message), count, ReturnLib.assets(message));
        GATEWAY.passOn(to, message);
    }

    /// @dev From vault to vault: the token stays at home, and another chain may claim it from now on.
    function _move(uint64 from, uint64 to, uint8 standard, address token, uint8 count, bytes calldata assets)
        private
    {
        if (!AssetLib.isPlain(assets, standard, count)) revert MessageMalformed();
        if (token.code.length == 0) revert CollectionUnknown(token);
        _checkMoving(token);
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

    /// @dev A representation that a Collection message made.
    function _made(uint64 homeChainId, address token, uint8 standard)
        private
        view
        returns (address representation)
    {
        representation = _representation(homeChainId, token, standard);
        if (representation.code.length == 0) revert CollectionUnknown(token);
    }

    /// @dev The kind of a Forward or Return that can be read; anything else is refused by name.
    function _known(bytes calldata message) private view returns (uint8 kind) {
        if (message.length < 2) revert MessageMalformed();
        kind = message.kind();
        if (uint8(message[0]) != VERSION || kind == 0 || kind > KIND_RETURN) {
            revert KindUnsupported(uint8(message[0]), kind);
        }
        if (kind == KIND_TRANSFER) revert MessageMalformed();
        bool whole = kind == KIND_RETURN ? ReturnLib.isWhole(message) : message.isWhole();
        if (!whole) revert MessageMalformed();
        uint8 standard = message.standard();
        if (_implementation(standard) == address(0)) revert StandardUnsupported(standard);
    }
}
