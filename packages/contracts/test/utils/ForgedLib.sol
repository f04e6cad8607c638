// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title A real Transfer with one field changed
/// @dev Offsets as docs/reference/protocol.md has them, written out here rather than asked of the contracts.
library ForgedLib {
    uint256 private constant HOME_TOKEN = 17;
    uint256 private constant DESTINATION = 85;
    uint256 private constant RECIPIENT = 93;

    function withToken(bytes memory message, address token) internal pure returns (bytes memory) {
        return _with(message, HOME_TOKEN, abi.encodePacked(token));
    }

    function withDestination(bytes memory message, uint64 chainId) internal pure returns (bytes memory) {
        return _with(message, DESTINATION, abi.encodePacked(chainId));
    }

    function withRecipient(bytes memory message, address recipient) internal pure returns (bytes memory) {
        return _with(message, RECIPIENT, abi.encodePacked(recipient));
    }

    function _with(bytes memory message, uint256 at, bytes memory field)
        private
        pure
        returns (bytes memory changed)
    {
        changed = bytes.concat(message);
        for (uint256 i; i < field.length; ++i) {
            changed[at + i] = field[i];
        }
    }
}
