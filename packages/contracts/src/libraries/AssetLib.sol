// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {FORM_EXACT, FORM_HEX, FORM_NONE, MetadataRef, metadataRef} from "../types/MetadataRef.sol";

/// @title The layout of ERC-721 assets and their metadata within a message
library AssetLib {
    /// @notice The bytes end within an asset, or its form is unknown.
    error AssetsMalformed();

    /// @dev `id: u256` and the form 0.
    uint256 internal constant PLAIN_BYTES = 33;

    /// @dev Id, form and record; a digest or a text follow.
    uint256 internal constant DETAIL = 35;

    /// @dev Assets that go home say nothing but their ids.
    function encodePlain(uint256[] calldata ids) internal pure returns (bytes memory assets) {
        assets = new bytes(ids.length * PLAIN_BYTES);
        assembly ("memory-safe") {
            let to := add(assets, 0x20)
            for { let i := 0 } lt(i, ids.length) { i := add(i, 1) } {
                mstore(to, calldataload(add(ids.offset, shl(5, i))))
                to := add(to, PLAIN_BYTES)
            }
        }
    }

    /// @dev Whether these are `count` assets without metadata.
    function isPlain(bytes calldata assets, uint256 count) internal pure returns (bool) {
        if (assets.length != count * PLAIN_BYTES) return false;
        for (uint256 at = PLAIN_BYTES - 1; at < assets.length; at += PLAIN_BYTES) {
            if (uint8(assets[at]) != FORM_NONE) return false;
        }
        return true;
    }

    /// @dev The id of the asset at `index` of assets that {isPlain}.
    function plainIdAt(bytes calldata assets, uint256 index) internal pure returns (uint256 id) {
        assembly ("memory-safe") {
            id := calldataload(add(assets.offset, mul(index, PLAIN_BYTES)))
        }
    }

    /// @dev The asset that begins at `start`; `end` is where the next one begins. What its form carries besides lies from
    /// `start + DETAIL` to `end`.
    function read(bytes calldata assets, uint256 start)
        internal
        pure
        returns (uint256 id, MetadataRef ref, uint256 end)
    {
        unchecked {
            uint256 word = _word(assets, start + 32);
            (id, ref) = (_word(assets, start), MetadataRef.wrap(uint24(word >> 232)));
            end = start + DETAIL;
            uint8 form = ref.form();
            if (ref.hasDigest()) end += 32;
            else if (form == FORM_EXACT) end += 2 + uint16(word >> 216);
            else if (form == FORM_NONE || form > FORM_HEX) revert AssetsMalformed();
            if (end > assets.length) revert AssetsMalformed();
        }
    }

    /// @dev The digest of an asset that begins at `start` and has one.
    function digest(bytes calldata assets, uint256 start) internal pure returns (bytes32) {
        return bytes32(_word(assets, start + DETAIL));
    }

    /// @dev The exact text of an asset from `start` to `end` that has one.
    function text(bytes calldata assets, uint256 start, uint256 end) internal pure returns (bytes calldata) {
        return assets[start + DETAIL + 2:end];
    }

    /// @dev Replaces the record of every asset, which the reader of metadata numbers from 0 in the order in which it met
    /// them, by the number that the lane gives it.
    function renumber(bytes memory assets, uint16[] memory numbers) internal pure {
        uint256 at = 32;
        while (at < assets.length) {
            uint256 word;
            assembly ("memory-safe") {
                word := mload(add(add(assets, 0x20), at))
            }
            MetadataRef ref = MetadataRef.wrap(uint24(word >> 232));
            uint256 renumbered = MetadataRef.unwrap(metadataRef(ref.form(), numbers[ref.record()]));
            assembly ("memory-safe") {
                mstore(add(add(assets, 0x20), at), or(shl(232, renumbered), shr(24, shl(24, word))))
            }
            at += 35;
            if (ref.hasDigest()) at += 32;
            else if (ref.form() == FORM_EXACT) at += 2 + uint16(word >> 216);
        }
    }

    /// @dev May read past the end; the caller compares lengths afterwards.
    function _word(bytes calldata data, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(data.offset, at))
        }
    }
}
