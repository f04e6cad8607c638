// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IRepresentedNft} from "./IRepresentedNft.sol";

/// @title What a representation of ERC-1155 tokens says besides
interface IRepresentation1155 is IRepresentedNft {
    /// @notice The collection's name at home; empty where it has none.
    function name() external view returns (string memory);

    /// @notice The collection's symbol at home; empty where it has none.
    function symbol() external view returns (string memory);

    /// @notice How many units of an id are here.
    function totalSupply(uint256 id) external view returns (uint256);
}
