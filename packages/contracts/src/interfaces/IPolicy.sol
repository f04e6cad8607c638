// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Who and what may enter
/// @notice Asked read-only, with at most 100,000 gas, where assets enter a chain. It can refuse entry, never exit.
interface IPolicy {
    /// @notice What is about to enter.
    /// @param class 1 = nft, 2 = payment, 3 = crypto, 4 = prepaid
    /// @param standard 1 = ERC-721, 2 = ERC-1155, 3 = ERC-20
    /// @param sourceChainId where the sender gave the assets up
    /// @param units ERC-721: how many; otherwise the sum of amounts
    struct Entry {
        uint8 class;
        uint8 standard;
        uint64 homeChainId;
        address homeToken;
        uint64 sourceChainId;
        address sender;
        uint64 destinationChainId;
        address recipient;
        uint256 units;
    }

    /// @notice Zero admits; anything else is the reason, as text or as a code.
    function refusal(Entry calldata entry) external view returns (bytes32 reason);
}
