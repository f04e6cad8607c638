// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What the custody may do with any representation
/// @dev A minimal clone with the immutable arguments `homeChainId: u64 ‖ homeToken: 20 ‖ standard: u8`. It has no owner and
/// no setting.
interface IRepresentation {
    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice The token is already here: a home that hands out one token twice.
    error TokenExists(uint256 id);

    /// @notice Who gives the token up does not own it.
    error NotTheOwner(uint256 id, address account);

    /// @notice A representation takes no ether.
    error EtherRefused();

    /// @notice Makes the assets of a message, for one recipient.
    /// @dev Callable by the custody only. Emits the standard's events. Reverts with {CallerNotCustody}, {TokenExists}, or
    /// as the standard does where the recipient refuses. Assets without metadata (form 0, of a Return) take up what they
    /// had before.
    /// @param count how many assets
    /// @param assets the assets as they stand in the message
    function mintFor(address recipient, uint256 count, bytes calldata assets) external;

    /// @notice Ends tokens that go home.
    /// @dev Callable by the custody only. Needs no approval: the gateway lets only the owner give a token up. Emits the
    /// standard's events. Reverts with {CallerNotCustody}, {NotTheOwner}, or as the standard does where there is less.
    /// @param ids empty for ERC-20
    /// @param amounts empty for ERC-721, one per id for ERC-1155, one for ERC-20
    function burn(address owner, uint256[] calldata ids, uint256[] calldata amounts) external;

    /// @notice Takes over what a Collection message says.
    /// @dev Callable by the custody only. A record once defined never changes. Emits {ContractURIUpdated} and, for each
    /// refreshed token that was ever here, the standard's event of changed metadata. Reverts with {CallerNotCustody} alone.
    /// @param order grows along the lane; a message with a smaller one than the last defines its record and nothing else
    function describe(uint64 order, bytes calldata message) external;

    /// @notice Where the collection was born.
    function home() external view returns (uint64 chainId, address token, uint8 standard);

    /// @notice The asset class that home says: 1 = nft, 2 = payment, 3 = crypto, 4 = prepaid.
    function class() external view returns (uint8);
}
