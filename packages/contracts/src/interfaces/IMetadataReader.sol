// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Reads what a home collection says about itself and its tokens
/// @notice Every question has bounded gas and a bounded answer. A question that fails counts as not answered; it is never
/// a reason to refuse a token.
interface IMetadataReader {
    /// @notice A token's URI is longer than a message may carry.
    error UriTooLong(uint256 id, uint256 length);

    /// @notice The tokens' texts together are longer than a message may carry.
    error UrisTooLong(uint256 length);

    /// @notice The assets of a message, and the metadata records that they refer to.
    /// @return records each record once, in the order met:
    /// `royaltyReceiver: 20 ‖ royaltyBps: u16 ‖ prefixLength: u16 ‖ prefix ‖ suffix`
    /// @return assets as in a message, but each record is its index in `records`
    function describe(address token, uint256[] calldata ids)
        external
        view
        returns (bytes[] memory records, bytes memory assets);

    /// @notice A Collection message that defines a record.
    /// @param record the record as {describe} gives it; empty for record 0, which is built in
    /// @param refreshes assets as in a message
    function collectionMessage(
        address token,
        uint16 recordNumber,
        bytes calldata record,
        uint8 refreshCount,
        bytes calldata refreshes
    ) external view returns (bytes memory message);
}
