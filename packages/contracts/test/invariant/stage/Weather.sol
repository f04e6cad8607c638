// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {UnitsReceiver} from "../../mocks/Receivers.sol";
import {Attempts} from "./Attempts.sol";

/// @title Weather: time passes, issuers freeze their tokens, receivers have moods
abstract contract Weather is Attempts {
    function weatherActs() internal {
        act(this.pass.selector);
        act(this.wait_.selector);
        act(this.freeze_.selector);
        act(this.sulk.selector);
    }

    function pass(uint256 time) external {
        clock += bound(time, 1 minutes, 12 hours);
    }

    function wait_(uint256 time) external {
        clock += bound(time, 1 days, 8 days);
    }

    function freeze_(uint256 seed) external {
        freezeAll(pick(seed, 1, 3) == 0);
    }

    /// @dev To ERC-1155 tokens the contract among the people says yes, no, too much, or nothing.
    function sulk(uint256 seed) external {
        moody.behave(UnitsReceiver.Mode(pick(seed, 1, 2) == 0 ? 0 : pick(seed, 2, 8)));
    }
}
