// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {ISplitFactory} from "../interfaces/ISplitFactory.sol";
import {CoinLib} from "../payout/CoinLib.sol";
import {PaymentRail} from "./PaymentRail.sol";

/// @title Pays in any ERC-20 token
/// @dev The money passes through here within one call. What is believed is this contract's balance, never a token's answer.
contract Erc20Rail is PaymentRail {
    using SafeERC20 for IERC20;

    uint256 private constant SIGNATURE_BYTES = 65;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(ISplitFactory splits) PaymentRail(splits) {}

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @inheritdoc PaymentRail
    function _collect(Payment calldata payment, uint256 amount, Authorization calldata authorization, bool)
        internal
        override
        returns (uint256 before)
    {
        address currency = payment.currency;
        if (currency.code.length == 0) revert CurrencyInvalid(currency);
        before = CoinLib.held(currency);
        if (authorization.agreement == Agreement.Currency) {
            _receive(payment, amount, authorization);
        } else {
            _checkAgreed(payment, amount, authorization);
            IERC20(currency).safeTransferFrom(payment.payer, address(this), amount);
        }
        uint256 held = CoinLib.held(currency);
        if (held != before + amount) {
            revert PaymentInexact(currency, amount, held > before ? held - before : 0);
        }
    }

    /// @inheritdoc PaymentRail
    function _surplus(address currency, uint256 before, uint256 credited)
        internal
        view
        override
        returns (uint256)
    {
        (uint256 held, uint256 due) = (CoinLib.held(currency), before + credited);
        if (held < due) revert PaymentInexact(currency, due, held);
        return held - due;
    }

    function _receive(Payment calldata payment, uint256 amount, Authorization calldata authorization)
        private
    {
        bytes calldata signature = authorization.signature;
        if (signature.length != SIGNATURE_BYTES) revert SignatureInvalid(payment.payer);
        IERC3009(payment.currency)
            .receiveWithAuthorization(
                payment.payer,
                address(this),
                amount,
                authorization.validAfter,
                authorization.validBefore,
                authorizationNonce(msg.sender, payment.purpose, authorization.salt),
                uint8(signature[64]),
                bytes32(signature[:32]),
                bytes32(signature[32:64])
            );
    }
}
