// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {IERC7572} from "./IERC7572.sol";
import {IRepresentation} from "./IRepresentation.sol";

/// @title What representations of NFTs say besides their standard
/// @notice About itself a representation says, to the byte, what the token says at home.
interface IRepresentedNft is IRepresentation, IERC2981, IERC7572 {
    /// @notice The royalty that home asks for: who gets it there, and how much of a price.
    /// @dev {royaltyInfo} names this collection's router to that receiver: the receiver's address may belong to nobody on
    /// this chain.
    function homeRoyalty(uint256 id) external view returns (address receiver, uint16 basisPoints);

    /// @notice A metadata record: what the URIs of the tokens that refer to it share, and their royalty.
    function metadataRecord(uint16 number)
        external
        view
        returns (string memory prefix, string memory suffix, address royaltyReceiver, uint16 royaltyBps);
}
