// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPolicy} from "../../src/interfaces/IPolicy.sol";

/// @dev Refuses, or answers in the ways in which a contract can fail to.
contract OddPolicy is IPolicy {
    enum Mode {
        Admit,
        Refuse,
        Revert,
        Burn,
        AnswerShortly,
        AnswerAtLength,
        Ponder
    }

    Mode public mode;

    function behave(Mode mode_) external {
        mode = mode_;
    }

    function refusal(Entry calldata) external view returns (bytes32) {
        if (mode == Mode.Revert) revert("no");
        if (mode == Mode.Burn) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.AnswerShortly) {
            assembly {
                return(0, 31)
            }
        }
        if (mode == Mode.AnswerAtLength) {
            assembly {
                return(0, 20000)
            }
        }
        // Takes nearly all of its time, and has lost patience with less.
        if (mode == Mode.Ponder) {
            require(gasleft() > 95_000, "too little gas");
            while (gasleft() > 5000) {}
        }
        return mode == Mode.Refuse ? bytes32("not-here") : bytes32(0);
    }
}
