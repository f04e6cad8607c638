// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {OddMoney} from "./HostileErc20.sol";

/// @dev Not a token, but answers every question and every order with one word.
contract AnsweringContract {
    uint256 private immutable ANSWER;

    constructor(uint256 answer) {
        ANSWER = answer;
    }

    fallback() external {
        uint256 answer = ANSWER;
        assembly {
            mstore(0, answer)
            return(0, 32)
        }
    }
}

/// @dev Not a token, but takes every call, and says nothing.
contract SilentContract {
    fallback() external {}
}

/// @dev Money with a fallback that takes every call, as wrapped ether has one: a permit or an authorization that it does
/// not know "succeeds".
contract PhantomMoney is OddMoney {
    fallback() external {}
}
