// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";

import {IRepresentedNft} from "../interfaces/IRepresentedNft.sol";
import {IZoneFactory} from "../interfaces/IZoneFactory.sol";
import {AssetLib} from "../libraries/AssetLib.sol";
import {CloneLib} from "../libraries/CloneLib.sol";
import {CodeLib} from "../libraries/CodeLib.sol";
import {CollectionLib} from "../libraries/CollectionLib.sol";
import {UriLib} from "../libraries/UriLib.sol";
import {FORM_EXACT, FORM_NONE, MetadataRef} from "../types/MetadataRef.sol";
import {MAX_BASIS_POINTS} from "../types/Protocol.sol";
import {Described} from "./Described.sol";

/// @title What representations of NFTs keep of their tokens
/// @dev A token that left keeps what is known of it: it is cheaper to come back to, what moves between worlds comes back
/// often, and a Return brings no metadata.
abstract contract RepresentedNft is Described, IRepresentedNft {
    using CodeLib for address;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable ROUTER;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @dev What defined a record, each kept as code. Record 0 is built in.
    mapping(uint16 number => address) private _records;
    /// @dev A content id's digest, or where an exact text is kept as code.
    mapping(uint256 id => bytes32) private _details;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        ROUTER = IZoneFactory(msg.sender).parameters().parts[uint256(IZoneFactory.Part.RoyaltyRouter)];
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 id, uint256 salePrice)
        external
        view
        returns (address receiver, uint256 amount)
    {
        uint16 basisPoints;
        (receiver, basisPoints) = homeRoyalty(id);
        // More than the whole price is no royalty that anybody could pay.
        if (receiver == address(0) || basisPoints > MAX_BASIS_POINTS) return (address(0), 0);
        (uint64 homeChainId, address homeToken,) = CloneLib.readHome(address(this));
        receiver = CloneLib.royaltyRouter(ROUTER, CUSTODY, homeChainId, homeToken, receiver);
        amount = FixedPointMathLib.fullMulDiv(salePrice, basisPoints, MAX_BASIS_POINTS);
    }

    /// @inheritdoc IRepresentedNft
    function homeRoyalty(uint256 id) public view returns (address receiver, uint16 basisPoints) {
        CollectionLib.Description memory record = _record(_refOf(id).record());
        return (record.royaltyReceiver, record.royaltyBps);
    }

    /// @inheritdoc IRepresentedNft
    function metadataRecord(uint16 number)
        external
        view
        returns (string memory prefix, string memory suffix, address royaltyReceiver, uint16 royaltyBps)
    {
        CollectionLib.Description memory r = _record(number);
        return (string(r.prefix), string(r.suffix), r.royaltyReceiver, r.royaltyBps);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The ref of a token that may be asked about.
    function _refOf(uint256 id) internal view virtual returns (MetadataRef);

    /// @dev Whether a token is here or was.
    function _isKnown(uint256 id) internal view virtual returns (bool);

    /// @dev Replaces the ref of a token that is here or was, and says so by the standard's event.
    function _changeRef(uint256 id, MetadataRef ref) internal virtual;

    /// @dev What follows a ref, from `detail` to `end`. A text is not written again where it is there from an earlier stay.
    function _keepDetail(bytes calldata assets, uint256 id, MetadataRef ref, uint256 detail, uint256 end)
        internal
    {
        if (ref.hasDigest()) {
            _details[id] = AssetLib.digest(assets, end);
        } else if (ref.form() == FORM_EXACT) {
            address before = address(uint160(uint256(_details[id])));
            (address text,) = before.keep(AssetLib.text(assets, detail, end));
            _details[id] = bytes32(uint256(uint160(text)));
        }
    }

    function _detailOf(uint256 id) internal view returns (bytes32) {
        return _details[id];
    }

    function _uri(uint256 id, MetadataRef ref) internal view returns (string memory) {
        if (ref.form() == FORM_NONE) return "";
        bytes32 detail = _details[id];
        if (ref.form() == FORM_EXACT) return string(address(uint160(uint256(detail))).kept());
        CollectionLib.Description memory record = _record(ref.record());
        return string(UriLib.join(ref.form(), record.prefix, record.suffix, id, detail));
    }

    /// @inheritdoc Described
    function _isDefined(uint16 record) internal view override returns (bool) {
        return _records[record] != address(0);
    }

    /// @inheritdoc Described
    function _define(uint16 record, address at) internal override {
        _records[record] = at;
    }

    /// @inheritdoc Described
    function _refresh(bytes calldata message) internal override {
        uint256 count = CollectionLib.refreshCount(message);
        uint256 at = CollectionLib.refreshStart(message);
        for (uint256 i; i < count; ++i) {
            (uint256 id, MetadataRef ref, uint256 end) = AssetLib.read(message, at);
            if (MetadataRef.unwrap(ref) != 0 && _isKnown(id)) {
                _keepDetail(message, id, ref, at + AssetLib.DETAIL_721, end);
                _changeRef(id, ref);
            }
            at = end;
        }
    }

    function _record(uint16 number) private view returns (CollectionLib.Description memory record) {
        if (number == 0) {
            record.prefix = UriLib.IPFS;
            return record;
        }
        address definition = _definition(number);
        if (definition == address(0)) definition = _records[number];
        if (definition != address(0)) record = CollectionLib.parse(definition.kept());
    }
}
