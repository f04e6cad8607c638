// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {FORM_EXACT, FORM_HEX, FORM_NONE, MetadataRef} from "../types/MetadataRef.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";

/// @title The layout of assets and their metadata within a message
/// @dev ERC-721: `id: u256 ‖ metadata`. ERC-1155: `id: u256 ‖ amount: u128 ‖ metadata`. ERC-20: `amount: u128`.
/// Assets that go towards home are plain: their metadata is the form 0 alone.
library AssetLib {
    /// @notice The bytes end within an asset, or its form or standard is unknown.
    error AssetsMalformed();

    /// @dev Where an asset's metadata begins; and, three bytes on, what follows its form and record.
    uint256 internal constant METADATA_721 = 32;
    uint256 internal constant METADATA_1155 = 48;
    uint256 internal constant DETAIL_721 = 35;
    uint256 internal constant DETAIL_1155 = 51;
    uint256 private constant REF_BYTES = 3;

    uint256 private constant PLAIN_721 = 33;
    uint256 private constant PLAIN_1155 = 49;
    uint256 private constant PLAIN_20 = 16;

    // ------------------------------------------------------------------------------------------------------- READING

    /// @dev The ERC-721 asset, or the refresh of either standard, that begins at `start`; `end` is where the next one begins.
    /// A ref of 0 says that the asset carries no metadata; otherwise what its form carries besides lies from
    /// `start + DETAIL_721` to `end`.
    function read(bytes calldata assets, uint256 start)
        internal
        pure
        returns (uint256 id, MetadataRef ref, uint256 end)
    {
        unchecked {
            id = _word(assets, start);
            (ref, end) = _metadata(assets, start + METADATA_721);
        }
    }

    /// @dev As {read}, for ERC-1155.
    function readUnits(bytes calldata assets, uint256 start)
        internal
        pure
        returns (uint256 id, uint256 amount, MetadataRef ref, uint256 end)
    {
        unchecked {
            (id, amount) = (_word(assets, start), _word(assets, start + 32) >> 128);
            (ref, end) = _metadata(assets, start + METADATA_1155);
        }
    }

    /// @dev The digest of an asset that ends at `end` and has one.
    function digest(bytes calldata assets, uint256 end) internal pure returns (bytes32) {
        unchecked {
            return bytes32(_word(assets, end - 32));
        }
    }

    /// @dev The exact text of an asset whose ref is followed by it at `detail`, and which ends at `end`.
    function text(bytes calldata assets, uint256 detail, uint256 end) internal pure returns (bytes calldata) {
        return assets[detail + 2:end];
    }

    /// @dev How many units these are: ERC-721 tokens, or the sum of amounts.
    function units(bytes calldata assets, uint8 standard, uint256 count) internal pure returns (uint256 sum) {
        if (standard == STANDARD_ERC721) return count;
        if (standard == STANDARD_ERC20) return amountOf(assets);
        if (standard != STANDARD_ERC1155) revert AssetsMalformed();
        uint256 at;
        for (uint256 i; i < count; ++i) {
            uint256 amount;
            (, amount,, at) = readUnits(assets, at);
            sum += amount;
        }
    }

    /// @dev The one asset of an ERC-20 message.
    function amountOf(bytes calldata assets) internal pure returns (uint256) {
        if (assets.length != 16) revert AssetsMalformed();
        return _word(assets, 0) >> 128;
    }

    // --------------------------------------------------------------------------------------------------------- PLAIN

    /// @dev How many bytes a plain asset has.
    function plainBytes(uint8 standard) internal pure returns (uint256) {
        if (standard == STANDARD_ERC721) return PLAIN_721;
        if (standard == STANDARD_ERC1155) return PLAIN_1155;
        if (standard == STANDARD_ERC20) return PLAIN_20;
        revert AssetsMalformed();
    }

    /// @dev Whether these are `count` assets without metadata.
    function isPlain(bytes calldata assets, uint8 standard, uint256 count) internal pure returns (bool) {
        uint256 width = plainBytes(standard);
        if (assets.length != count * width) return false;
        if (standard == STANDARD_ERC20) return count == 1;
        for (uint256 at = width - 1; at < assets.length; at += width) {
            if (uint8(assets[at]) != FORM_NONE) return false;
        }
        return true;
    }

    /// @dev The id of the ERC-721 asset at `index` of assets that {isPlain}.
    function plainIdAt(bytes calldata assets, uint256 index) internal pure returns (uint256 id) {
        return _word(assets, index * PLAIN_721);
    }

    /// @dev The ERC-1155 asset at `index` of assets that {isPlain}.
    function plainUnitsAt(bytes calldata assets, uint256 index)
        internal
        pure
        returns (uint256 id, uint256 amount)
    {
        uint256 at = index * PLAIN_1155;
        return (_word(assets, at), _word(assets, at + 32) >> 128);
    }

    /// @dev Plain assets of a request, whose ids and amounts are what the standard has.
    function encodePlain(uint8 standard, uint256[] calldata ids, uint256[] calldata amounts)
        internal
        pure
        returns (bytes memory assets)
    {
        if (standard == STANDARD_ERC20) return encodePlainOne(standard, 0, amounts[0]);
        uint256 width = plainBytes(standard);
        assets = new bytes(ids.length * width);
        for (uint256 i; i < ids.length; ++i) {
            _put(assets, i * width, ids[i], standard == STANDARD_ERC1155 ? amounts[i] : 0);
        }
    }

    /// @dev One plain asset.
    function encodePlainOne(uint8 standard, uint256 id, uint256 amount)
        internal
        pure
        returns (bytes memory assets)
    {
        if (standard == STANDARD_ERC20) return abi.encodePacked(_narrow(amount));
        assets = new bytes(plainBytes(standard));
        _put(assets, 0, id, standard == STANDARD_ERC1155 ? amount : 0);
    }

    /// @dev The ids and amounts of plain assets, as a request would name them.
    function list(bytes calldata assets, uint8 standard, uint256 count)
        internal
        pure
        returns (uint256[] memory ids, uint256[] memory amounts)
    {
        ids = new uint256[](standard == STANDARD_ERC20 ? 0 : count);
        amounts = new uint256[](standard == STANDARD_ERC721 ? 0 : count);
        if (standard == STANDARD_ERC20) amounts[0] = amountOf(assets);
        for (uint256 i; i < ids.length; ++i) {
            if (standard == STANDARD_ERC721) ids[i] = plainIdAt(assets, i);
            else (ids[i], amounts[i]) = plainUnitsAt(assets, i);
        }
    }

    /// @dev Whatever assets of a message, without their metadata.
    function toPlain(bytes calldata assets, uint8 standard, uint256 count)
        internal
        pure
        returns (bytes memory plain)
    {
        if (standard == STANDARD_ERC20) return encodePlainOne(standard, 0, amountOf(assets));
        uint256 width = plainBytes(standard);
        plain = new bytes(count * width);
        uint256 at;
        for (uint256 i; i < count; ++i) {
            (uint256 id, uint256 amount) = (0, 0);
            if (standard == STANDARD_ERC721) (id,, at) = read(assets, at);
            else (id, amount,, at) = readUnits(assets, at);
            _put(plain, i * width, id, amount);
        }
        if (at != assets.length) revert AssetsMalformed();
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The amount first: its word begins within the id's. Nothing is written where there is none: the bytes are zero, as
    /// is the form behind it.
    function _put(bytes memory assets, uint256 at, uint256 id, uint256 amount) private pure {
        uint256 narrow = _narrow(amount);
        assembly ("memory-safe") {
            let to := add(add(assets, 0x20), at)
            if narrow { mstore(add(to, 16), narrow) }
            mstore(to, id)
        }
    }

    /// @dev Cut off silently, an amount would be another one.
    function _narrow(uint256 amount) private pure returns (uint128) {
        if (amount > type(uint128).max) revert AssetsMalformed();
        return uint128(amount);
    }

    function _metadata(bytes calldata assets, uint256 at)
        private
        pure
        returns (MetadataRef ref, uint256 end)
    {
        unchecked {
            uint256 word = _word(assets, at);
            ref = MetadataRef.wrap(uint24(word >> 232));
            end = at + REF_BYTES;
            uint8 form = ref.form();
            if (ref.hasDigest()) end += 32;
            else if (form == FORM_EXACT) end += 2 + uint16(word >> 216);
            // What stands behind the form is the next asset then.
            else if (form == FORM_NONE) (ref, end) = (MetadataRef.wrap(0), at + 1);
            else if (form > FORM_HEX) revert AssetsMalformed();
            if (end > assets.length) revert AssetsMalformed();
        }
    }

    /// @dev May read past the end; lengths are compared afterwards.
    function _word(bytes calldata data, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(data.offset, at))
        }
    }
}
