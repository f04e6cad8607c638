// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

import {IRepresentedNft} from "../../src/interfaces/IRepresentedNft.sol";

/// @title A representation of an ERC-721 collection with everything that it is
interface IFullRepresentation is IRepresentedNft, IERC721Metadata {}
