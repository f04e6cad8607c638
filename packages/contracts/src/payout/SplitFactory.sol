// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ISplit} from "../interfaces/ISplit.sol";
import {ISplitFactory} from "../interfaces/ISplitFactory.sol";
import {NestingLib} from "./NestingLib.sol";
import {ShareLib} from "./ShareLib.sol";
import {Split} from "./Split.sol";

/// @title Makes splits at addresses that follow from what they are
contract SplitFactory is ISplitFactory {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    /// @inheritdoc ISplitFactory
    address public immutable implementation;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        implementation = address(new Split());
    }

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    /// @inheritdoc ISplitFactory
    function create(address owner, ISplit.Share[] calldata shares, bytes32 salt)
        public
        returns (address split)
    {
        bytes memory list = ShareLib.pack(owner, shares);
        split = _predict(list, salt);
        if (split.code.length != 0) return split;
        Clones.cloneDeterministicWithImmutableArgs(implementation, list, salt);
        emit SplitCreated(split, owner, shares);
    }

    /// @inheritdoc ISplitFactory
    function createAndDistribute(
        address owner,
        ISplit.Share[] calldata shares,
        bytes32 salt,
        address currency
    ) external returns (address split, uint256 amount) {
        split = create(owner, shares, salt);
        amount = ISplit(split).distribute(currency);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ISplitFactory
    function splitOf(address owner, ISplit.Share[] calldata shares, bytes32 salt)
        external
        view
        returns (address)
    {
        return _predict(ShareLib.pack(owner, shares), salt);
    }

    /// @inheritdoc ISplitFactory
    function isSplit(address account) external view returns (bool) {
        return NestingLib.isSplit(account, implementation);
    }

    function _predict(bytes memory list, bytes32 salt) private view returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, list, salt, address(this));
    }
}
