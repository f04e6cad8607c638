// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "solady/tokens/ERC721.sol";

import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {MetadataRef} from "../types/MetadataRef.sol";
import {Described} from "./Described.sol";
import {RepresentedNft} from "./RepresentedNft.sol";

/// @title The token that stands for an ERC-721 token born on another chain
/// @dev A token's ref stands in the spare bits of its owner's slot, which solady's ERC-721 leaves to us.
contract Representation721 is ERC721, RepresentedNft {
    bytes4 private constant ERC4906_ID = 0x49064906;

    /// @dev ERC-4906.
    event MetadataUpdate(uint256 id);

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IRepresentation
    /// @dev Calls no receiver's hook: nobody asked for a safe transfer, ERC-721 does not demand it of a mint, and whoever's
    /// wallet did not know the hook could not be reached. It would also read every recipient's code.
    function mintFor(address recipient, uint256 count, bytes calldata assets) external onlyCustody {
        uint256 at;
        for (uint256 i; i < count; ++i) {
            (uint256 id, MetadataRef ref, uint256 end) = AssetLib.read(assets, at);
            if (_exists(id)) revert TokenExists(id);
            if (MetadataRef.unwrap(ref) == 0) ref = _keptRef(id);
            else if (ref.hasDetail()) _keepDetail(assets, id, ref, at + AssetLib.DETAIL_721, end);
            _mintAndSetExtraDataUnchecked(recipient, id, MetadataRef.unwrap(ref));
            at = end;
        }
        if (count == 0 || at != assets.length) revert AssetLib.AssetsMalformed();
    }

    /// @inheritdoc IRepresentation
    function burn(address owner, uint256[] calldata ids, uint256[] calldata) external onlyCustody {
        for (uint256 i; i < ids.length; ++i) {
            if (_ownerOf(ids[i]) != owner) revert NotTheOwner(ids[i], owner);
            _burn(ids[i]);
        }
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc Described
    function name() public view override(ERC721, Described) returns (string memory) {
        return Described.name();
    }

    /// @inheritdoc Described
    function symbol() public view override(ERC721, Described) returns (string memory) {
        return Described.symbol();
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 id) public view override returns (string memory) {
        return _uri(id, _refOf(id));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) public view override(ERC721, IERC165) returns (bool) {
        return id == type(IERC2981).interfaceId || id == ERC4906_ID || super.supportsInterface(id);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @inheritdoc RepresentedNft
    function _refOf(uint256 id) internal view override returns (MetadataRef) {
        if (!_exists(id)) revert TokenDoesNotExist();
        return _keptRef(id);
    }

    /// @inheritdoc RepresentedNft
    function _isKnown(uint256 id) internal view override returns (bool) {
        return _getExtraData(id) != 0 || _exists(id);
    }

    /// @inheritdoc RepresentedNft
    function _changeRef(uint256 id, MetadataRef ref) internal override {
        _setExtraData(id, MetadataRef.unwrap(ref));
        emit MetadataUpdate(id);
    }

    function _keptRef(uint256 id) private view returns (MetadataRef) {
        return MetadataRef.wrap(uint24(_getExtraData(id)));
    }

    /// @dev ERC-721 lets a transfer carry ether, which nobody could take out again.
    function _beforeTokenTransfer(address, address, uint256) internal override {
        if (msg.value != 0) revert EtherRefused();
    }
}
