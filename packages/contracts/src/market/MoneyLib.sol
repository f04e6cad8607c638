// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IFixedPriceMarket as M} from "../interfaces/IFixedPriceMarket.sol";

/// @title Moving money that is believed only when it is counted
/// @dev Asks the currency for this contract's balance before and after, and takes no answer of `transfer` for an answer.
library MoneyLib {
    using SafeERC20 for IERC20;

    /// @dev What paying one payee may use. A proxied token with a blocklist needs about half of it.
    uint256 private constant PUSH_GAS = 120_000;
    /// @dev What is used between reading the gas that is left and the call.
    uint256 private constant CALL_OVERHEAD = 5_000;

    // ------------------------------------------------------------------------------------------------------------ IN

    function pull(address currency, address from, uint256 amount) internal {
        uint256 before = held(currency);
        IERC20(currency).safeTransferFrom(from, address(this), amount);
        _requireExact(currency, amount, held(currency) - before);
    }

    function pullAuthorized(
        address currency,
        uint256 amount,
        bytes32 nonce,
        M.Authorization calldata authorization
    ) internal {
        uint256 before = held(currency);
        IERC3009(currency)
            .receiveWithAuthorization(
                authorization.from,
                address(this),
                amount,
                authorization.validAfter,
                authorization.validBefore,
                nonce,
                authorization.v,
                authorization.r,
                authorization.s
            );
        _requireExact(currency, amount, held(currency) - before);
    }

    // ----------------------------------------------------------------------------------------------------------- OUT

    /// @dev Pays what can be paid with bounded gas; nothing that the payee or the currency does makes it revert, except
    /// taking more than `amount`. What came back at once, by a hook of the payee, counts as not paid.
    /// @return paid how much this contract holds less now
    function push(address currency, address to, uint256 amount) internal returns (uint256 paid) {
        uint256 before = held(currency);
        bytes memory transfer = abi.encodeCall(IERC20.transfer, (to, amount));
        uint256 available = gasleft();
        assembly ("memory-safe") {
            pop(call(PUSH_GAS, currency, 0, add(transfer, 0x20), mload(transfer), 0x00, 0x00))
        }
        uint256 left = held(currency);
        paid = before > left ? before - left : 0;
        if (paid > amount) revert M.PaymentInexact(currency, amount, paid);
        // A failure is believed only if the full allowance was there to be used (EIP-150 keeps back a 64th).
        if (paid < amount && available - available / 64 < PUSH_GAS + CALL_OVERHEAD) {
            revert M.GasTooLowToPay();
        }
    }

    function send(address currency, address to, uint256 amount) internal {
        uint256 before = held(currency);
        IERC20(currency).safeTransfer(to, amount);
        _requireExact(currency, amount, before - held(currency));
    }

    // --------------------------------------------------------------------------------------------------------- COUNT

    function held(address currency) internal view returns (uint256) {
        return IERC20(currency).balanceOf(address(this));
    }

    function _requireExact(address currency, uint256 asked, uint256 moved) private pure {
        if (moved != asked) revert M.PaymentInexact(currency, asked, moved);
    }
}
