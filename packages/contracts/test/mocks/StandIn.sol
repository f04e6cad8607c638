// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {OddCollection} from "./OddCollection.sol";

/// @dev A collection that says where it was born: as a representation does, or oddly.
contract StandIn is OddCollection {
    enum Answer {
        Plain,
        Short,
        Long,
        Revert,
        Burn
    }

    Answer public answer;
    uint256 public homeChainId;

    /// @param chainId the chain that it stands for a collection of
    function standFor(uint256 chainId) external {
        homeChainId = chainId;
    }

    function answers(Answer answer_) external {
        answer = answer_;
    }

    function home() external view returns (uint256 chainId, address token, uint256 standard) {
        if (answer == Answer.Revert) revert("none");
        if (answer == Answer.Burn) {
            assembly {
                invalid()
            }
        }
        (chainId, token, standard) = (homeChainId, address(this), 1);
        if (answer == Answer.Plain) return (chainId, token, standard);
        uint256 size = answer == Answer.Short ? 64 : 128;
        assembly {
            mstore(0x00, chainId)
            return(0x00, size)
        }
    }
}
