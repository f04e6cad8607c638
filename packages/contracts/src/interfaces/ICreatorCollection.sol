// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC7572} from "./IERC7572.sol";
import {IVoucherCollection} from "./IVoucherCollection.sol";

/// @title A creator's own collection: a sample, not a part of the protocol
/// @dev An ERC-721 with metadata, ERC-2981, ERC-4906 and ERC-7572.
interface ICreatorCollection is IERC7572, IVoucherCollection {
    /// @notice Only a market that the owner chose mints by voucher.
    error CallerNotMarket(address caller);

    /// @notice Only the owner's vouchers count.
    error VoucherNotSigned(address signer);

    /// @notice A market may mint by the owner's vouchers, or not any more.
    event MarketSet(address indexed market, bool on);

    /// @notice Mints the next token, ids from 1. An empty `uri` means base URI and id.
    /// @dev Callable by the owner. Emits `Transfer`. Reverts for anyone else, and where `to` does not take tokens.
    function mint(address to, string calldata uri) external returns (uint256 id);

    /// @notice Mints one token per URI.
    /// @dev Callable by the owner. Emits `Transfer` for each. Reverts as {mint}, and then none is minted.
    function mintBatch(address to, string[] calldata uris) external returns (uint256 firstId);

    /// @notice Replaces a token's URI.
    /// @dev Callable by the owner. Emits `MetadataUpdate` (ERC-4906). Reverts for anyone else, and for a token that was
    /// not minted.
    function setTokenURI(uint256 id, string calldata uri) external;

    /// @notice Replaces the collection's metadata.
    /// @dev Callable by the owner. Emits {ContractURIUpdated}. Reverts for anyone else.
    function setContractURI(string calldata uri) external;

    /// @notice How many tokens were minted; also the last id.
    function totalMinted() external view returns (uint256);

    /// @notice Lets a market mint by the owner's vouchers, or not any more.
    /// @dev Callable by the owner. Emits {MarketSet}. Reverts for anyone else.
    function setMarket(address market, bool on) external;

    /// @notice Whether a market may mint by the owner's vouchers.
    function isMarket(address market) external view returns (bool);
}
