// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {IERC7572} from "./IERC7572.sol";

/// @title The token that stands for an ERC-721 token born on another chain
/// @notice Says about itself, to the byte, what the token says at home. Exists exactly while the home token is in this
/// chain's vault.
/// @dev A minimal clone with the immutable arguments `homeChainId: u64 ‖ homeToken: 20 ‖ standard: u8`. It has no owner
/// and no setting. Beside what is declared here it is a full ERC-721 with metadata (ERC-4906 too).
interface IRepresentation721 is IERC2981, IERC7572 {
    /// @notice A token's metadata changed (ERC-4906).
    event MetadataUpdate(uint256 tokenId);

    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice The token is already here: a home that hands out one token twice.
    error TokenExists(uint256 id);

    /// @notice Who gives the token up does not own it.
    error NotTheOwner(uint256 id, address account);

    /// @notice A representation takes no ether.
    error EtherRefused();

    /// @notice Makes the assets of a message, for one recipient.
    /// @dev Callable by the custody only. No receiver hook is called.
    /// @param assets the assets as they stand in the message, with their metadata
    function mint(address recipient, uint256 count, bytes calldata assets) external;

    /// @notice Ends tokens that go home.
    /// @dev Callable by the custody only. Needs no approval: the gateway lets only the owner give a token up.
    function burn(address owner, uint256[] calldata ids) external;

    /// @notice Takes over what a Collection message says.
    /// @dev Callable by the custody only. A record once defined never changes. Emits {ContractURIUpdated} and, for each
    /// refreshed token that is here, {MetadataUpdate}.
    function describe(bytes calldata message) external;

    /// @notice Where the collection was born.
    function home() external view returns (uint64 chainId, address token, uint8 standard);

    /// @notice The royalty that home asks for: who gets it there, and how much of a price.
    /// @dev {royaltyInfo} names no receiver: the home receiver's address may belong to nobody on this chain.
    function homeRoyalty(uint256 id) external view returns (address receiver, uint16 basisPoints);

    /// @notice A metadata record: what the URIs of the tokens that refer to it share, and their royalty.
    function metadataRecord(uint16 number)
        external
        view
        returns (string memory prefix, string memory suffix, address royaltyReceiver, uint16 royaltyBps);
}
