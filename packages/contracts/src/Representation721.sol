// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {ERC721} from "solady/tokens/ERC721.sol";

import {IERC7572} from "./interfaces/IERC7572.sol";
import {IRepresentation721} from "./interfaces/IRepresentation721.sol";
import {AssetLib} from "./libraries/AssetLib.sol";
import {CloneLib} from "./libraries/CloneLib.sol";
import {CodeLib} from "./libraries/CodeLib.sol";
import {CollectionLib} from "./libraries/CollectionLib.sol";
import {UriLib} from "./libraries/UriLib.sol";
import {FORM_EXACT, MetadataRef} from "./types/MetadataRef.sol";

/// @title The token that stands for an ERC-721 token born on another chain
/// @dev A token's form and record stand in the spare bits of its owner's slot. A token that left keeps its slots: it is
/// cheaper to come back to, and what moves between worlds comes back often.
contract Representation721 is ERC721, IRepresentation721 {
    using CodeLib for address;

    bytes4 private constant ERC4906_ID = 0x49064906;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable CUSTODY;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @dev What the latest Collection message said; kept as code.
    address private _description;
    /// @dev What defined a record, each kept as code. Record 0 is built in.
    mapping(uint16 number => address) private _records;
    /// @dev A content id's digest, or where an exact text is kept as code.
    mapping(uint256 id => bytes32) private _details;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        CUSTODY = msg.sender;
    }

    // ----------------------------------------------------------------------------------------------------- MODIFIERS

    modifier onlyCustody() {
        if (msg.sender != CUSTODY) revert CallerNotCustody(msg.sender);
        _;
    }

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IRepresentation721
    function mint(address recipient, uint256 count, bytes calldata assets) external onlyCustody {
        uint256 at;
        for (uint256 i; i < count; ++i) {
            (uint256 id, MetadataRef ref, uint256 end) = AssetLib.read(assets, at);
            if (_exists(id)) revert TokenExists(id);
            _keepDetail(assets, id, ref, at, end);
            _mintAndSetExtraDataUnchecked(recipient, id, MetadataRef.unwrap(ref));
            at = end;
        }
        if (count == 0 || at != assets.length) revert AssetLib.AssetsMalformed();
    }

    /// @inheritdoc IRepresentation721
    function burn(address owner, uint256[] calldata ids) external onlyCustody {
        for (uint256 i; i < ids.length; ++i) {
            if (_ownerOf(ids[i]) != owner) revert NotTheOwner(ids[i], owner);
            _burn(ids[i]);
        }
    }

    /// @inheritdoc IRepresentation721
    function describe(bytes calldata message) external onlyCustody {
        uint16 record = CollectionLib.record(message);
        (address description, bool isNew) = _description.keep(CollectionLib.description(message));
        if (isNew) {
            _description = description;
            emit ContractURIUpdated();
        }
        if (record != 0 && _records[record] == address(0)) _records[record] = description;
        _refresh(message);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ERC721
    function name() public view override returns (string memory) {
        return string(_described().name);
    }

    /// @inheritdoc ERC721
    function symbol() public view override returns (string memory) {
        return string(_described().symbol);
    }

    /// @inheritdoc IERC7572
    function contractURI() external view returns (string memory) {
        return string(_described().contractURI);
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 id) public view override returns (string memory) {
        MetadataRef ref = _refOf(id);
        bytes32 detail = _details[id];
        if (ref.form() == FORM_EXACT) return string(address(uint160(uint256(detail))).kept());
        CollectionLib.Description memory record = _record(ref.record());
        return string(UriLib.join(ref.form(), record.prefix, record.suffix, id, detail));
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 id, uint256) external view returns (address receiver, uint256 amount) {
        _refOf(id);
        return (address(0), 0);
    }

    /// @inheritdoc IRepresentation721
    function homeRoyalty(uint256 id) external view returns (address receiver, uint16 basisPoints) {
        CollectionLib.Description memory record = _record(_refOf(id).record());
        return (record.royaltyReceiver, record.royaltyBps);
    }

    /// @inheritdoc IRepresentation721
    function metadataRecord(uint16 number)
        external
        view
        returns (string memory prefix, string memory suffix, address royaltyReceiver, uint16 royaltyBps)
    {
        CollectionLib.Description memory r = _record(number);
        return (string(r.prefix), string(r.suffix), r.royaltyReceiver, r.royaltyBps);
    }

    /// @inheritdoc IRepresentation721
    function home() external view returns (uint64 chainId, address token, uint8 standard) {
        return CloneLib.readHome(address(this));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) public view override(ERC721, IERC165) returns (bool) {
        return id == type(IERC2981).interfaceId || id == ERC4906_ID || super.supportsInterface(id);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev A text is not written again where it is there from an earlier stay.
    function _keepDetail(bytes calldata assets, uint256 id, MetadataRef ref, uint256 start, uint256 end)
        private
    {
        if (ref.hasDigest()) {
            _details[id] = AssetLib.digest(assets, start);
        } else if (ref.form() == FORM_EXACT) {
            address before = address(uint160(uint256(_details[id])));
            (address text,) = before.keep(AssetLib.text(assets, start, end));
            _details[id] = bytes32(uint256(uint160(text)));
        }
    }

    function _refresh(bytes calldata message) private {
        uint256 count = CollectionLib.refreshCount(message);
        uint256 at = CollectionLib.refreshStart(message);
        for (uint256 i; i < count; ++i) {
            (uint256 id, MetadataRef ref, uint256 end) = AssetLib.read(message, at);
            if (_exists(id)) {
                _keepDetail(message, id, ref, at, end);
                _setExtraData(id, MetadataRef.unwrap(ref));
                emit MetadataUpdate(id);
            }
            at = end;
        }
    }

    function _refOf(uint256 id) private view returns (MetadataRef) {
        if (!_exists(id)) revert TokenDoesNotExist();
        return MetadataRef.wrap(uint24(_getExtraData(id)));
    }

    function _described() private view returns (CollectionLib.Description memory) {
        return CollectionLib.parse(_description.kept());
    }

    function _record(uint16 number) private view returns (CollectionLib.Description memory record) {
        if (number == 0) record.prefix = UriLib.IPFS;
        else if (_records[number] != address(0)) record = CollectionLib.parse(_records[number].kept());
    }

    /// @dev ERC-721 lets a transfer carry ether, which nobody could take out again.
    function _beforeTokenTransfer(address, address, uint256) internal override {
        if (msg.value != 0) revert EtherRefused();
    }
}
