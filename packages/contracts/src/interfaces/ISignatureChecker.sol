// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Whether an account signed
/// @notice Asks contracts by ERC-1271. Kept apart because it calls what strangers name: it holds no state, no assets and no
/// rights, so that nothing it can be made to call means anything.
interface ISignatureChecker {
    /// @notice True where `signer` signed `digest`: by key (65 bytes, or 64 by EIP-2098), or as a contract by ERC-1271 with
    /// at most 200,000 gas.
    /// @dev Callable by anyone. Changes nothing; never reverts but for want of gas.
    function isSigned(address signer, bytes32 digest, bytes calldata signature) external view returns (bool);
}
