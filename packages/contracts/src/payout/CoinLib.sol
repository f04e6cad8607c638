// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";

import {ICredits} from "../interfaces/ICredits.sol";

/// @title Paying out, in an ERC-20 or in the chain's coin
/// @dev A currency is an ERC-20's address, or zero for the coin.
library CoinLib {
    using SafeERC20 for IERC20;

    address internal constant COIN = address(0);
    /// @dev What paying one payee may use. A proxied token with a blocklist needs about half of it.
    uint256 private constant PUSH_GAS = 120_000;
    /// @dev What is used between reading the gas that is left and the call.
    uint256 private constant CALL_OVERHEAD = 5_000;

    /// @dev Reverts where there is no contract, or none that tells a balance.
    function held(address currency) internal view returns (uint256) {
        return currency == COIN ? address(this).balance : IERC20(currency).balanceOf(address(this));
    }

    /// @dev Tries to pay, with bounded gas: nothing that the payee or the currency does makes it revert, and what they return
    /// is not copied. The currency must be known to be a contract.
    function push(address currency, address to, uint256 amount) internal returns (bool done) {
        uint256 available = gasleft();
        if (currency == COIN) {
            assembly ("memory-safe") {
                done := call(PUSH_GAS, to, amount, 0x00, 0x00, 0x00, 0x00)
            }
        } else {
            bytes4 transfer = IERC20.transfer.selector;
            assembly ("memory-safe") {
                let free := mload(0x40)
                mstore(free, transfer)
                mstore(add(free, 0x04), to)
                mstore(add(free, 0x24), amount)
                mstore(0x00, 0)
                done := call(PUSH_GAS, currency, 0, free, 0x44, 0x00, 0x20)
                // `true`, or nothing at all.
                done := and(
                    done,
                    or(iszero(returndatasize()), and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)))
                )
            }
        }
        // A failure is believed only if the full allowance was there to be used (EIP-150 keeps back a 64th).
        if (!done && available - available / 64 < PUSH_GAS + CALL_OVERHEAD) {
            revert ICredits.GasTooLowToPay();
        }
    }

    /// @dev Pays exactly, or reverts.
    function send(address currency, address to, uint256 amount) internal {
        uint256 before = held(currency);
        if (currency == COIN) Address.sendValue(payable(to), amount);
        else IERC20(currency).safeTransfer(to, amount);
        uint256 left = held(currency);
        if (left + amount != before) {
            revert ICredits.PaymentInexact(currency, amount, before > left ? before - left : 0);
        }
    }
}
