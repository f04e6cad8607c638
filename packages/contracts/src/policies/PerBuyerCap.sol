// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPerBuyerCap} from "../interfaces/IPerBuyerCap.sol";
import {ISalePolicy} from "../interfaces/ISalePolicy.sol";

/// @title No buyer gets more than so many
contract PerBuyerCap is IPerBuyerCap {
    /// @dev The cap's bits in the terms; the others name what it counts.
    uint256 private constant CAP_BITS = 32;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(
        address market
            => mapping(address seller => mapping(bytes32 terms => mapping(address buyer => uint256)))
    ) private _bought;

    // ------------------------------------------------------------------------------------------------------ MARKET'S

    /// @inheritdoc ISalePolicy
    function allowPurchase(address seller, bytes32, bytes32 terms, address buyer, address, uint256 count)
        external
        returns (bool)
    {
        uint256 bought = _bought[msg.sender][seller][terms][buyer];
        uint256 cap = uint256(terms) & (2 ** CAP_BITS - 1);
        if (count > cap || bought + count > cap) return false;
        _bought[msg.sender][seller][terms][buyer] = bought + count;
        return true;
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IPerBuyerCap
    function boughtOf(address market, address seller, bytes32 terms, address buyer)
        external
        view
        returns (uint256)
    {
        return _bought[market][seller][terms][buyer];
    }
}
