// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @dev Passes a call on where the chain is the one that it was meant for: within one EVM a contract could otherwise call
/// from one chain into another.
contract OnChain {
    error OtherChain(uint256 chainId);

    function pass(uint256 chainId, address target, bytes calldata call) external {
        if (block.chainid != chainId) revert OtherChain(block.chainid);
        (bool done,) = target.call(call);
        require(done, "refused");
    }
}
