// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title A collection whose tokens are made when they are bought
interface IVoucherCollection {
    /// @notice Makes tokens with consecutive ids for a buyer of a voucher.
    /// @dev Callable by a market that the collection's owner chose, for vouchers that somebody signed who may mint. Emits `Transfer`
    /// for each. Reverts for anyone else.
    /// @param signer who signed the voucher
    /// @param voucher the voucher's `tokenId`, for collections that give it a meaning
    /// @param uri the voucher's
    /// @return firstId the first one's id
    function mintByVoucher(
        address signer,
        address recipient,
        uint256 voucher,
        uint256 count,
        string calldata uri
    ) external returns (uint256 firstId);
}
