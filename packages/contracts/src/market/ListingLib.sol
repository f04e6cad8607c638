// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IFixedPriceMarket as M} from "../interfaces/IFixedPriceMarket.sol";

uint256 constant MAX_SHARES = 16;
/// @dev All basis points of a price.
uint256 constant WHOLE = 10_000;

/// @title What may be listed, and what its id commits to
library ListingLib {
    bytes32 private constant SHARE_TYPE = keccak256("Share(address payee,uint16 basisPoints)");
    bytes32 private constant LISTING_TYPE = keccak256(
        "Listing(uint256 chainId,address market,address seller,uint40 nonce,address collection,uint256 tokenId,address currency,uint256 price,Share[] shares)Share(address payee,uint16 basisPoints)"
    );
    bytes32 private constant PURCHASE_TYPE =
        keccak256("Purchase(bytes32 listingId,address recipient,bytes32 salt)");

    function check(M.Terms calldata terms) internal view {
        if (terms.price == 0 || terms.price > type(uint96).max) revert M.PriceInvalid(terms.price);
        if (terms.currency.code.length == 0) revert M.CurrencyInvalid(terms.currency);
        uint256 count = terms.shares.length;
        if (count == 0 || count > MAX_SHARES) revert M.ShareCountInvalid(count);
        uint256 sum;
        for (uint256 i; i < count; ++i) {
            (address payee, uint16 basisPoints) = (terms.shares[i].payee, terms.shares[i].basisPoints);
            if (payee == address(0) || payee == address(this) || basisPoints == 0) {
                revert M.ShareInvalid(payee, basisPoints);
            }
            sum += basisPoints;
        }
        if (sum != WHOLE) revert M.ShareSumInvalid(sum);
    }

    function id(address seller, uint40 nonce, M.Terms calldata terms) internal view returns (bytes32) {
        bytes32[] memory shares = new bytes32[](terms.shares.length);
        for (uint256 i; i < shares.length; ++i) {
            shares[i] = keccak256(abi.encode(SHARE_TYPE, terms.shares[i]));
        }
        return keccak256(
            abi.encode(
                LISTING_TYPE,
                block.chainid,
                address(this),
                seller,
                nonce,
                terms.collection,
                terms.tokenId,
                terms.currency,
                terms.price,
                keccak256(abi.encodePacked(shares))
            )
        );
    }

    function purchaseNonce(bytes32 listingId, address recipient, bytes32 salt)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(PURCHASE_TYPE, listingId, recipient, salt));
    }
}
