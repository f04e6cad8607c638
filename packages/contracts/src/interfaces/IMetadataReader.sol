// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Reads what a home collection says about itself
/// @notice Kept apart from the gateway because a collection is announced seldom and its code is long.
interface IMetadataReader {
    /// @notice A Collection message that defines the record of a token. Record 0 is built in and stays undefined.
    /// @dev Callable by anyone. Changes nothing.
    /// @param sampleId a token with this record; ignored for ERC-20
    /// @param refresh whether the message refreshes the token's own metadata too
    function collectionMessage(
        address token,
        uint8 standard,
        uint8 class,
        uint256 sampleId,
        uint16 recordNumber,
        bool refresh
    ) external view returns (bytes memory message);
}
