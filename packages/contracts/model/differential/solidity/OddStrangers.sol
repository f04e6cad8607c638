// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPolicy} from "../../../src/interfaces/IPolicy.sol";

/// @title A policy that refuses recipients whose address is odd
contract OddRecipients is IPolicy {
    function refusal(Entry calldata entry) external pure returns (bytes32) {
        return uint160(entry.recipient) % 2 == 1 ? bytes32("not-here") : bytes32(0);
    }
}

/// @title A policy that refuses everything
contract ClosedPolicy is IPolicy {
    function refusal(Entry calldata) external pure returns (bytes32) {
        return "not-here";
    }
}

/// @title A policy that fails
contract BrokenPolicy is IPolicy {
    function refusal(Entry calldata) external pure returns (bytes32) {
        revert("broken");
    }
}

/// @title What an account is while it takes no ERC-1155 tokens
contract RefusingAccount {
    function onERC1155Received(address, address, uint256, uint256, bytes calldata)
        external
        pure
        returns (bytes4)
    {
        return bytes4(0);
    }

    function onERC1155BatchReceived(
        address,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external pure returns (bytes4) {
        return bytes4(0);
    }
}

/// @title Many questions in one call
contract ManyQuestions {
    function askAll(address[] calldata whom, bytes[] calldata questions)
        external
        view
        returns (bytes[] memory answers)
    {
        answers = new bytes[](whom.length);
        for (uint256 i; i < whom.length; ++i) {
            (bool ok, bytes memory answer) = whom[i].staticcall(questions[i]);
            if (ok) answers[i] = answer;
        }
    }
}
