// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

// The protocol's constants. docs/reference/protocol.md explains each.

uint8 constant VERSION = 1;

uint8 constant KIND_TRANSFER = 1;
uint8 constant KIND_FORWARD = 2;
uint8 constant KIND_RETURN = 3;
uint8 constant KIND_COLLECTION = 4;

uint8 constant STANDARD_ERC721 = 1;
uint8 constant STANDARD_ERC1155 = 2;
uint8 constant STANDARD_ERC20 = 3;

uint8 constant CLASS_NFT = 1;
uint8 constant CLASS_PAYMENT = 2;
uint8 constant CLASS_CRYPTO = 3;
uint8 constant CLASS_PREPAID = 4;
uint8 constant CLASS_SECURITY = 5;

uint8 constant REASON_EXPIRED = 1;

uint256 constant MAX_ASSETS = 16;
uint256 constant MAX_REFERENCE = 32;
uint256 constant MAX_NAME = 128;
uint256 constant MAX_SYMBOL = 32;
uint256 constant MAX_PREFIX = 512;
uint256 constant MAX_SUFFIX = 128;
uint256 constant MAX_CONTRACT_URI = 1024;
uint256 constant MAX_EXACT_URI = 1024;
uint256 constant MAX_EXACT_URIS = 4096;
uint256 constant MAX_REFRESHES = 16;
uint256 constant MAX_BASIS_POINTS = 10_000;
/// @dev More units of one ERC-1155 id than this are money by another name.
uint256 constant MAX_UNITS = 1_000_000;
