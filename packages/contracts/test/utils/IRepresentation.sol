// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

import {IRepresentation721} from "../../src/interfaces/IRepresentation721.sol";

/// @title A representation with everything that it is
interface IRepresentation is IRepresentation721, IERC721Metadata {}
