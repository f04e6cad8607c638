// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {TestYen} from "../../src/samples/TestYen.sol";

/// @title Yen whose issuer can refuse accounts, as real ones can
contract BlockingYen is TestYen {
    mapping(address account => bool) public blocked;

    error AccountBlocked(address account);

    constructor(address owner_) TestYen(owner_) {}

    function setBlocked(address account, bool on) external onlyOwner {
        blocked[account] = on;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (blocked[from]) revert AccountBlocked(from);
        if (blocked[to]) revert AccountBlocked(to);
        super._update(from, to, value);
    }
}
