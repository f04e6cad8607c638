// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Asking a contract of which nothing is known
/// @dev Bounded gas, bounded memory, and no assumption about what comes back.
library StrangerLib {
    /// @notice The caller gave less gas than the question may need. Without this, whoever sends could make a
    /// collection look as if it had no metadata.
    error GasTooLowToAsk();

    /// @dev Static call. At most `maxBytes` of the answer are copied; `size` is what there was. A failure is believed
    /// only if the full allowance was there to be used.
    function ask(address target, uint256 gasAllowance, uint256 maxBytes, bytes memory question)
        internal
        view
        returns (bool ok, uint256 size, bytes memory answer)
    {
        uint256 available = gasleft();
        assembly ("memory-safe") {
            ok := staticcall(gasAllowance, target, add(question, 0x20), mload(question), 0x00, 0x00)
            size := returndatasize()
            let copied := size
            if gt(copied, maxBytes) { copied := maxBytes }
            answer := mload(0x40)
            mstore(0x40, and(add(add(answer, copied), 0x3f), not(0x1f)))
            mstore(answer, copied)
            returndatacopy(add(answer, 0x20), 0x00, copied)
        }
        if (!ok && available - available / 64 < gasAllowance + 5_000) revert GasTooLowToAsk();
    }

    /// @dev A `string` or `bytes` answer: its length, and at most `maxLength` bytes of it.
    function askText(address target, uint256 gasAllowance, uint256 maxLength, bytes memory question)
        internal
        view
        returns (uint256 length, bytes memory text)
    {
        (bool ok, uint256 size, bytes memory answer) = ask(target, gasAllowance, maxLength + 64, question);
        if (!ok || size < 64) return (0, "");
        uint256 offset;
        assembly ("memory-safe") {
            offset := mload(add(answer, 0x20))
            length := mload(add(answer, 0x40))
        }
        // Any compiler puts the one dynamic value right after its offset.
        if (offset != 32 || length > size - 64) return (0, "");
        assembly ("memory-safe") {
            text := add(answer, 0x40)
            if gt(length, maxLength) { mstore(text, maxLength) }
        }
    }
}
