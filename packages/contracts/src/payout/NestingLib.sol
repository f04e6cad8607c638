// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISplit} from "../interfaces/ISplit.sol";
import {CodeLib} from "../libraries/CodeLib.sol";
import {StrangerLib} from "../libraries/StrangerLib.sol";
import {ShareLib} from "./ShareLib.sol";

/// @title Telling splits from other accounts, and reading their lists
library NestingLib {
    /// @dev EIP-1167 has 45 bytes; the list stands behind them.
    uint256 private constant CLONE_BYTES = 45;
    bytes10 private constant CLONE_HEAD = 0x363d3d373d3d3d363d73;
    bytes15 private constant CLONE_TAIL = 0x5af43d82803e903d91602b57fd5bf3;
    /// @dev Telling where a list is takes about 6,000.
    uint256 private constant ASK_GAS = 30_000;

    /// @dev Whether an account does nothing but what the implementation says. Its list may still be anything.
    function isSplit(address account, address implementation) internal view returns (bool) {
        bytes memory expected = abi.encodePacked(CLONE_HEAD, implementation, CLONE_TAIL);
        bytes memory found = new bytes(CLONE_BYTES);
        assembly ("memory-safe") {
            extcodecopy(account, add(found, 0x20), 0x00, CLONE_BYTES)
        }
        return keccak256(found) == keccak256(expected);
    }

    /// @dev The list that the address of a split was made of.
    function firstList(address split) internal view returns (ShareLib.List memory) {
        uint256 size = split.code.length - CLONE_BYTES;
        bytes memory args = new bytes(size);
        assembly ("memory-safe") {
            extcodecopy(split, add(args, 0x20), CLONE_BYTES, size)
        }
        return ShareLib.open(args);
    }

    /// @dev The list of another split as it stands now.
    function listOf(address split) internal view returns (ShareLib.List memory list) {
        list = firstList(split);
        if (!list.isOwned) return list;
        bytes memory question = abi.encodeCall(ISplit.listAt, ());
        (,, bytes memory answer) = StrangerLib.ask(split, ASK_GAS, 32, question);
        return changed(list, address(uint160(uint256(bytes32(answer)))));
    }

    /// @dev The list that took a first one's place, if any did.
    function changed(ShareLib.List memory first, address listAt)
        internal
        view
        returns (ShareLib.List memory)
    {
        return listAt == address(0) ? first : ShareLib.open(CodeLib.kept(listAt));
    }
}
