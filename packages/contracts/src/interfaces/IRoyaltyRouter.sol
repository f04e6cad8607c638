// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Sends royalties home
/// @notice The account that a representation's ERC-2981 names: whatever ERC-20 token is paid to it goes over the lane
/// to the receiver that the collection names at home. It need not be deployed to be paid.
/// @dev A minimal clone with the immutable arguments `homeChainId: u64 ‖ homeToken: 20 ‖ receiver: 20`. It has no owner.
interface IRoyaltyRouter {
    /// @notice There is nothing to send.
    error NothingToForward(address token);

    /// @notice Royalties are on their way home.
    event RoyaltiesForwarded(address indexed token, uint256 amount, bytes32 messageId);

    /// @notice Sends this router's whole balance of an ERC-20 token to the receiver at home.
    /// @dev Callable by anyone, who pays the lane's fee. Emits {RoyaltiesForwarded}. Reverts with the gateway's reason where
    /// the token cannot be sent; then it stays here until it can.
    function forward(address token) external payable returns (bytes32 messageId);

    /// @notice Whose royalties this router sends home.
    function beneficiary() external view returns (uint64 homeChainId, address homeToken, address receiver);
}
