// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";

import {ICreatorCollection} from "../interfaces/ICreatorCollection.sol";
import {IERC7572} from "../interfaces/IERC7572.sol";
import {IVoucherCollection} from "../interfaces/IVoucherCollection.sol";

/// @title A creator's own collection
contract CreatorCollection is ERC721URIStorage, ERC2981, Ownable, ICreatorCollection {
    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc ICreatorCollection
    uint256 public totalMinted;
    /// @inheritdoc IERC7572
    string public contractURI;
    /// @inheritdoc ICreatorCollection
    mapping(address account => bool) public isMarket;
    string private _base;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(
        string memory name_,
        string memory symbol_,
        string memory contractURI_,
        string memory baseURI_,
        address owner_,
        address royaltyReceiver,
        uint96 royaltyBps
    ) ERC721(name_, symbol_) Ownable(owner_) {
        contractURI = contractURI_;
        _base = baseURI_;
        if (royaltyReceiver != address(0)) _setDefaultRoyalty(royaltyReceiver, royaltyBps);
    }

    // ------------------------------------------------------------------------------------------------------ OWNER'S

    /// @inheritdoc ICreatorCollection
    function mint(address to, string calldata uri) external onlyOwner returns (uint256 id) {
        return _mintNext(to, uri);
    }

    /// @inheritdoc ICreatorCollection
    function mintBatch(address to, string[] calldata uris) external onlyOwner returns (uint256 firstId) {
        firstId = totalMinted + 1;
        for (uint256 i; i < uris.length; ++i) {
            _mintNext(to, uris[i]);
        }
    }

    /// @inheritdoc ICreatorCollection
    function setTokenURI(uint256 id, string calldata uri) external onlyOwner {
        _requireOwned(id);
        _setTokenURI(id, uri);
    }

    /// @inheritdoc ICreatorCollection
    function setContractURI(string calldata uri) external onlyOwner {
        contractURI = uri;
        emit ContractURIUpdated();
    }

    /// @inheritdoc ICreatorCollection
    function setMarket(address account, bool on) external onlyOwner {
        isMarket[account] = on;
        emit MarketSet(account, on);
    }

    // ------------------------------------------------------------------------------------------------------ MARKETS'

    /// @inheritdoc IVoucherCollection
    function mintByVoucher(address signer, address recipient, uint256, uint256 count, string calldata uri)
        external
        returns (uint256 firstId)
    {
        if (!isMarket[msg.sender]) revert CallerNotMarket(msg.sender);
        if (signer != owner()) revert VoucherNotSigned(signer);
        firstId = totalMinted + 1;
        for (uint256 i; i < count; ++i) {
            _mintNext(recipient, uri);
        }
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) public view override(ERC721URIStorage, ERC2981) returns (bool) {
        return super.supportsInterface(id);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _mintNext(address to, string calldata uri) private returns (uint256 id) {
        id = ++totalMinted;
        _mint(to, id);
        if (bytes(uri).length != 0) _setTokenURI(id, uri);
    }

    function _baseURI() internal view override returns (string memory) {
        return _base;
    }
}
