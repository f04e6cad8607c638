// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";

import {ITestYen} from "../interfaces/ITestYen.sol";

/// @title Yen for tests
contract TestYen is ERC20Permit, ERC3009, Ownable, ITestYen {
    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(address owner_) ERC20("Test Yen", "tJPY") ERC20Permit("Test Yen") Ownable(owner_) {}

    // ------------------------------------------------------------------------------------------------------ OWNER'S

    /// @inheritdoc ITestYen
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}
