// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC3009, IERC3009Cancel} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";

/// @title Yen for tests: of no value, a sample, not a part of the protocol
/// @dev An ERC-20 of 18 decimals with ERC-2612 and ERC-3009, as yen stablecoins have.
interface ITestYen is IERC20, IERC20Permit, IERC3009, IERC3009Cancel {
    /// @notice Makes money.
    /// @dev Callable by the owner. Emits {Transfer}.
    function mint(address to, uint256 amount) external;
}
