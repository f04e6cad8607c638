// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {KIND_RETURN, REASON_EXPIRED, VERSION} from "../types/Protocol.sol";
import {AssetLib} from "./AssetLib.sol";
import {TransferLib} from "./TransferLib.sol";

/// @title The layout of Return messages
/// @dev Readers of single fields do not check the length: call {isWhole} first.
library ReturnLib {
    using TransferLib for bytes;

    uint256 private constant HEADER = 93;

    /// @dev The Return that gives back what a whole Transfer or Forward carried.
    function giveBack(bytes calldata ended, bytes32 endedId) internal pure returns (bytes memory) {
        (uint8 standard, uint8 count) = (ended.standard(), ended.count());
        return bytes.concat(
            abi.encodePacked(
                VERSION,
                KIND_RETURN,
                standard,
                count,
                REASON_EXPIRED,
                ended.homeChainId(),
                ended.homeToken(),
                ended.sourceChainId(),
                refundAccountOf(ended),
                endedId
            ),
            AssetLib.toPlain(ended.assets(), standard, count)
        );
    }

    /// @dev Whose a Transfer or Forward is when it cannot arrive: it names nobody where that is the sender.
    function refundAccountOf(bytes calldata ended) internal pure returns (address account) {
        account = ended.refundAccount();
        if (account == address(0)) account = ended.sender();
    }

    function isWhole(bytes calldata m) internal pure returns (bool) {
        return m.length > HEADER;
    }

    function homeChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 5) >> 192);
    }

    function homeToken(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 13) >> 96));
    }

    function refundChainId(bytes calldata m) internal pure returns (uint64) {
        return uint64(_word(m, 33) >> 192);
    }

    function refundAccount(bytes calldata m) internal pure returns (address) {
        return address(uint160(_word(m, 41) >> 96));
    }

    function assets(bytes calldata m) internal pure returns (bytes calldata) {
        return m[HEADER:];
    }

    function _word(bytes calldata m, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(m.offset, at))
        }
    }
}
