// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";

/// @title Telling a contract that it receives ERC-1155 tokens
/// @dev Bounded gas, and 32 bytes of the answer at most: whoever receives decides whether, and nothing else.
library ReceiverLib {
    /// @notice The caller gave less gas than the receiver may use. Whoever delivers could otherwise choose the outcome.
    error GasTooLowForReceiver();

    uint256 internal constant HOOK_GAS = 200_000;
    /// @dev EIP-7702: an account whose code is this and 20 bytes is a person's, who has not asked to be called.
    uint256 private constant DELEGATION = 0xef0100;
    uint256 private constant DELEGATION_BYTES = 23;

    /// @dev Reverts where a contract does not accept what was just minted for it.
    function tell(address operator, address recipient, uint256[] memory ids, uint256[] memory amounts)
        internal
    {
        if (recipient.code.length == 0 || _isDelegated(recipient)) return;
        bytes memory question = ids.length == 1
            ? abi.encodeCall(
                IERC1155Receiver.onERC1155Received, (operator, address(0), ids[0], amounts[0], "")
            )
            : abi.encodeCall(
                IERC1155Receiver.onERC1155BatchReceived, (operator, address(0), ids, amounts, "")
            );
        // EIP-150 keeps back a 64th; the call itself needs a little.
        if (gasleft() < HOOK_GAS * 64 / 63 + 5000) revert GasTooLowForReceiver();
        uint256 answer;
        assembly ("memory-safe") {
            let ok := call(HOOK_GAS, recipient, 0, add(question, 0x20), mload(question), 0x00, 0x20)
            if and(ok, gt(returndatasize(), 0x1f)) { answer := mload(0x00) }
        }
        // Accepting is answering with the function's own selector.
        bytes4 asked;
        assembly ("memory-safe") {
            asked := and(mload(add(question, 0x20)), shl(224, 0xffffffff))
        }
        if (bytes32(answer) != bytes32(asked)) revert IERC1155Errors.ERC1155InvalidReceiver(recipient);
    }

    function _isDelegated(address account) private view returns (bool delegated) {
        if (account.code.length != DELEGATION_BYTES) return false;
        assembly ("memory-safe") {
            extcodecopy(account, 0x00, 0x00, 0x20)
            delegated := eq(shr(232, mload(0x00)), DELEGATION)
        }
    }
}
