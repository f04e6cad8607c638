// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {Moody} from "./Moody.sol";

/// @title Yen with moods: paused, blocking accounts, or broken
contract MoodyYen is ERC20, Moody {
    constructor(address owner_) ERC20("Moody Yen", "mJPY") Moody(owner_) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        _askMood(from, to);
        super._update(from, to, value);
    }
}
