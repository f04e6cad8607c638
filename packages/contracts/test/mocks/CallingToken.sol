// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Switchable} from "./HostileTokens.sol";

/// @dev Calls many things whenever it moves, and keeps why each failed; zero where it did not.
contract CallingToken is Switchable {
    address private _target;
    bytes[] private _calls;
    bytes4[] public answers;

    function aim(address target, bytes[] calldata calls) external {
        (_target, hostile) = (target, true);
        for (uint256 i; i < calls.length; ++i) {
            _calls.push(calls[i]);
        }
    }

    function _misbehave() internal override {
        for (uint256 i; i < _calls.length; ++i) {
            (bool ok, bytes memory answer) = _target.call(_calls[i]);
            answers.push(ok ? bytes4(0) : bytes4(answer));
        }
    }
}
