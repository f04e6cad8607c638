// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {IRepresentation1155} from "../interfaces/IRepresentation1155.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {ReceiverLib} from "../libraries/ReceiverLib.sol";
import {MetadataRef} from "../types/MetadataRef.sol";
import {Described} from "./Described.sol";
import {RepresentedNft} from "./RepresentedNft.sol";

/// @title The tokens that stand for ERC-1155 tokens born on another chain
/// @dev OpenZeppelin's ERC-1155, because it can mint without asking the receiver with all gas.
contract Representation1155 is ERC1155, RepresentedNft, IRepresentation1155 {
    /// @param supply units that are here; not even forged messages can make more than fit
    struct Token {
        uint128 supply;
        MetadataRef ref;
    }

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(uint256 id => Token) private _tokens;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() ERC1155("") {}

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IRepresentation
    /// @dev A receiver that is a contract must accept, with at most 200,000 gas. A Return asks nobody, and is known by
    /// bringing no metadata: what comes back must not depend on anyone's consent.
    function mintFor(address recipient, uint256 count, bytes calldata assets) external onlyCustody {
        if (recipient == address(0)) revert ERC1155InvalidReceiver(recipient);
        uint256[] memory ids = new uint256[](count);
        uint256[] memory amounts = new uint256[](count);
        uint256 at;
        bool isReturn = true;
        for (uint256 i; i < count; ++i) {
            MetadataRef ref;
            uint256 end;
            (ids[i], amounts[i], ref, end) = AssetLib.readUnits(assets, at);
            _tokens[ids[i]].supply += uint128(amounts[i]);
            if (MetadataRef.unwrap(ref) != 0) {
                isReturn = false;
                _keepMetadata(assets, ids[i], ref, at + AssetLib.DETAIL_1155, end);
            }
            at = end;
        }
        if (count == 0 || at != assets.length) revert AssetLib.AssetsMalformed();
        _update(address(0), recipient, ids, amounts);
        if (!isReturn) ReceiverLib.tell(msg.sender, recipient, ids, amounts);
    }

    /// @inheritdoc IRepresentation
    function burn(address owner, uint256[] calldata ids, uint256[] calldata amounts) external onlyCustody {
        // To OpenZeppelin nobody's tokens that go nowhere are neither minted nor burned.
        if (owner == address(0)) revert ERC1155InvalidSender(owner);
        _update(owner, address(0), ids, amounts);
        for (uint256 i; i < ids.length; ++i) {
            // Not below zero: the owner had them.
            unchecked {
                _tokens[ids[i]].supply -= uint128(amounts[i]);
            }
        }
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IRepresentation1155
    function name() public view override(Described, IRepresentation1155) returns (string memory) {
        return Described.name();
    }

    /// @inheritdoc IRepresentation1155
    function symbol() public view override(Described, IRepresentation1155) returns (string memory) {
        return Described.symbol();
    }

    /// @inheritdoc IRepresentation1155
    function totalSupply(uint256 id) external view returns (uint256) {
        return _tokens[id].supply;
    }

    /// @inheritdoc ERC1155
    function uri(uint256 id) public view override returns (string memory) {
        return _uri(id, _tokens[id].ref);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) public view override(ERC1155, IERC165) returns (bool) {
        return id == type(IERC2981).interfaceId || super.supportsInterface(id);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @inheritdoc RepresentedNft
    function _refOf(uint256 id) internal view override returns (MetadataRef) {
        return _tokens[id].ref;
    }

    /// @inheritdoc RepresentedNft
    function _isKnown(uint256 id) internal view override returns (bool) {
        Token memory token = _tokens[id];
        return token.supply != 0 || MetadataRef.unwrap(token.ref) != 0;
    }

    /// @inheritdoc RepresentedNft
    function _changeRef(uint256 id, MetadataRef ref) internal override {
        _tokens[id].ref = ref;
        emit URI(_uri(id, ref), id);
    }

    /// @dev Whoever holds an id already is told where what arrives changes it.
    function _keepMetadata(bytes calldata assets, uint256 id, MetadataRef ref, uint256 detail, uint256 end)
        private
    {
        (MetadataRef before, bytes32 detailBefore) = (_tokens[id].ref, _detailOf(id));
        _keepDetail(assets, id, ref, detail, end);
        if (MetadataRef.unwrap(before) == MetadataRef.unwrap(ref) && detailBefore == _detailOf(id)) return;
        if (MetadataRef.unwrap(before) != 0) _changeRef(id, ref);
        else _tokens[id].ref = ref;
    }
}
