// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {SSTORE2} from "solady/utils/SSTORE2.sol";

import {ISplit} from "../interfaces/ISplit.sol";
import {NestingLib} from "./NestingLib.sol";
import {ShareLib} from "./ShareLib.sol";

/// @title A list, and who may change it
/// @dev Both are in the split's code from the beginning; what is stored counts once something was changed.
abstract contract Owning is ISplit {
    using ShareLib for ShareLib.List;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    address private _owner;
    bool private _hasChangedOwner;
    /// @inheritdoc ISplit
    address public nextOwner;
    /// @inheritdoc ISplit
    address public listAt;

    // ------------------------------------------------------------------------------------------------------ OWNER'S

    /// @inheritdoc ISplit
    function setShares(Share[] calldata shares_) external {
        _requireOwner();
        listAt = SSTORE2.write(ShareLib.pack(address(0), shares_));
        emit SharesChanged(shares_);
    }

    /// @inheritdoc ISplit
    function transferOwnership(address next) external {
        _requireOwner();
        nextOwner = next;
        if (next == address(0)) _setOwner(next);
        else emit OwnershipOffered(msg.sender, next);
    }

    /// @inheritdoc ISplit
    function acceptOwnership() external {
        if (msg.sender != nextOwner) revert CallerNotNextOwner(msg.sender, nextOwner);
        nextOwner = address(0);
        _setOwner(msg.sender);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ISplit
    function owner() public view returns (address) {
        return _hasChangedOwner ? _owner : NestingLib.firstList(address(this)).owner;
    }

    /// @inheritdoc ISplit
    function shares() external view returns (Share[] memory all) {
        ShareLib.List memory list = _list();
        all = new Share[](list.count);
        for (uint256 i; i < all.length; ++i) {
            (address payee, uint256 weight, bool nested) = list.get(i);
            all[i] = Share(payee, uint32(weight), nested);
        }
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    /// @dev The list as it stands. One that never had an owner needs no look into storage.
    function _list() internal view returns (ShareLib.List memory list) {
        list = NestingLib.firstList(address(this));
        if (list.isOwned) list = NestingLib.changed(list, listAt);
    }

    function _requireOwner() private view {
        address owner_ = owner();
        if (msg.sender != owner_) revert CallerNotOwner(msg.sender, owner_);
    }

    function _setOwner(address next) private {
        emit OwnershipTransferred(owner(), next);
        (_owner, _hasChangedOwner) = (next, true);
    }
}
