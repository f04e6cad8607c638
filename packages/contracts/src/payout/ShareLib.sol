// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISplit} from "../interfaces/ISplit.sol";

/// @title A split's list as bytes, kept as code
/// @dev `kind: u8`, of a list that an owner may change `owner: 20`, then for each payee
/// `payee: 20 ‖ nested: 1 bit, weight: 31 bits`.
library ShareLib {
    uint256 internal constant MAX_SHARES = 500;
    uint256 private constant MAX_WEIGHT = 0x7fffffff;
    uint256 private constant OWNER = 20;
    uint256 private constant ENTRY = 24;
    uint8 private constant FIXED = 0;
    uint8 private constant OWNED = 1;

    /// @dev A list in memory.
    /// @param at where its first payee stands
    /// @param whole the sum of all weights, counted: whoever made a list may have written anything
    struct List {
        uint256 at;
        uint256 count;
        uint256 whole;
        bool isOwned;
        address owner;
    }

    // ------------------------------------------------------------------------------------------------------- WRITING

    /// @dev Reverts for a list that no split can have.
    function pack(address owner, ISplit.Share[] calldata shares) internal pure returns (bytes memory list) {
        uint256 count = shares.length;
        if (count == 0 || count > MAX_SHARES) revert ISplit.ShareCountInvalid(count);
        bytes memory head = owner == address(0) ? abi.encodePacked(FIXED) : abi.encodePacked(OWNED, owner);
        list = new bytes(head.length + ENTRY * count);
        uint256 at;
        assembly ("memory-safe") {
            // Shorter than a word; what is behind it is written next.
            mstore(add(list, 0x20), mload(add(head, 0x20)))
            at := add(add(list, 0x20), mload(head))
        }
        for (uint256 i; i < count; ++i) {
            (address payee, uint256 weight) = (shares[i].payee, shares[i].weight);
            if (payee == address(0) || weight == 0 || weight > MAX_WEIGHT) {
                revert ISplit.ShareInvalid(payee, uint32(weight));
            }
            uint256 entry = (uint256(uint160(payee)) << 32) | weight;
            if (shares[i].nested) entry |= 1 << 31;
            assembly ("memory-safe") {
                // A list has room for a word at each entry but the last, whose last 8 bytes must stay.
                let rest := and(mload(at), 0xffffffffffffffff)
                mstore(at, or(shl(64, entry), rest))
                at := add(at, ENTRY)
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------- READING

    /// @dev Reads any bytes as a list. One that nobody can be paid by has no weight. `data` must stay in memory.
    function open(bytes memory data) internal pure returns (List memory list) {
        uint256 end;
        assembly ("memory-safe") {
            end := add(add(data, 0x20), mload(data))
        }
        list.at = end - data.length + 1;
        list.isOwned = data.length > OWNER && uint8(data[0]) == OWNED;
        if (list.isOwned) {
            uint256 at = list.at;
            uint256 owner;
            assembly ("memory-safe") {
                owner := shr(96, mload(at))
            }
            list.owner = address(uint160(owner));
            list.at = at + OWNER;
        }
        if (end < list.at) return list;
        list.count = (end - list.at) / ENTRY;
        list.whole = weightsTo(list, list.count);
    }

    /// @dev The weights of the first payees.
    function weightsTo(List memory list, uint256 end) internal pure returns (uint256 sum) {
        uint256 at = list.at;
        assembly ("memory-safe") {
            for { end := add(at, mul(end, ENTRY)) } lt(at, end) { at := add(at, ENTRY) } {
                sum := add(sum, and(shr(64, mload(at)), MAX_WEIGHT))
            }
        }
    }

    function get(List memory list, uint256 i)
        internal
        pure
        returns (address payee, uint256 weight, bool nested)
    {
        uint256 entry;
        // Neither overflows: a list is as long as code may be.
        unchecked {
            entry = list.at + ENTRY * i;
        }
        assembly ("memory-safe") {
            entry := shr(64, mload(entry))
        }
        return (address(uint160(entry >> 32)), entry & MAX_WEIGHT, entry & (1 << 31) != 0);
    }
}
