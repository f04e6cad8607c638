// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {STANDARD_ERC20, STANDARD_ERC721} from "../../../src/types/Protocol.sol";
import {Attempts} from "./Attempts.sol";

/// @title People: they send out, home and on, retry what is parked and redirect what is theirs
abstract contract People is Attempts {
    function peopleAct() internal {
        act(this.sendOne.selector);
        act(this.sendTwo.selector);
        act(this.retryOne.selector);
        act(this.redirectOne.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function sendOne(uint256 seed, uint256 amount) external {
        (uint256 side, address owner, IOutbox.SendRequest memory r) = _wish(seed, amount);
        if (owner == address(0)) return;
        at(side);
        address gateway = address(sides[side].gateway);
        uint256 fee = feeOf(side, r);
        if (attempt(owner, gateway, fee, abi.encodeCall(IOutbox.send, (r)), entryReasons())) {
            _whenPaid(side, r, fee);
        }
    }

    /// @dev Two requests of one person in one call: both or none.
    function sendTwo(uint256 seed, uint256 amount) external {
        IOutbox.SendRequest[] memory requests = new IOutbox.SendRequest[](2);
        uint256 side;
        address owner;
        (side, owner, requests[0]) = _wish(seed, amount);
        if (owner == address(0)) return;
        uint256 other;
        address same;
        (other, same, requests[1]) = _wish(pick(seed, 9, type(uint256).max), amount);
        if (other != side || same != owner || requests[0].token == requests[1].token) return;
        at(side);
        (uint256 first, uint256 second) = (feeOf(side, requests[0]), feeOf(side, requests[1]));
        bytes memory call = abi.encodeCall(IOutbox.sendMany, (requests));
        if (attempt(owner, address(sides[side].gateway), first + second, call, entryReasons())) {
            _whenPaid(side, requests[0], first);
            _whenPaid(side, requests[1], second);
        }
    }

    /// @dev Anyone, of anything that has not ended.
    function retryOne(uint256 seed) external {
        if (open.length == 0) return;
        bytes32 id = open[pick(seed, 1, open.length)];
        Filed memory entry = filed[id];
        at(entry.to);
        bytes memory call = abi.encodeCall(IInbox.retry, (entry.lane, id, messageOf(id)));
        bytes memory reasons = entry.state == State.Parked
            ? arrivalReasons()
            : abi.encodePacked(lanesReasons(), IInbox.NotParked.selector);
        bool done = attempt(CAROL, address(sides[entry.to].gateway), 0, call, reasons);
        assertTrue(!done || entry.state == State.Parked, "only what is parked is retried");
    }

    /// @dev To another person; by whoever it would go to, or by somebody else in vain.
    function redirectOne(uint256 seed, bool entitled) external {
        if (open.length == 0) return;
        bytes32 id = open[pick(seed, 1, open.length)];
        Filed memory entry = filed[id];
        at(entry.to);
        address to = people[pick(seed, 2, people.length)];
        bytes memory call =
            abi.encodeCall(IInbox.redirect, (entry.lane, id, messageOf(id), to, uint40(clock), ""));
        bytes memory reasons =
            abi.encodePacked(arrivalReasons(), IInbox.NotParked.selector, IInbox.NotEntitled.selector);
        // Of a Forward it may be whoever gets it back, where it cannot go on.
        address who = entry.kind == 2 ? entry.refundAccount : entry.beneficiary;
        if (!entitled || who == address(0)) who = MALLORY;
        bool done = attempt(who, address(sides[entry.to].gateway), 0, call, reasons);
        bool rightly = entry.state == State.Parked && (who != MALLORY || _isCaptive());
        assertTrue(!done || rightly, "redirected by a stranger");
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev All that somebody has of an asset on a chain, to themselves on another.
    function sendAll(uint256 asset, uint256 side, uint256 to, address owner) internal returns (bool) {
        IOutbox.SendRequest memory r;
        (r.token, r.destinationChainId, r.recipient) = (tokenOn[asset][side], sides[to].id, owner);
        uint8 standard = assets[asset].standard;
        r.ids = new uint256[](standard == STANDARD_ERC20 ? 0 : 1);
        if (r.ids.length != 0) r.ids[0] = assets[asset].id;
        r.amounts = new uint256[](standard == STANDARD_ERC721 ? 0 : 1);
        if (r.amounts.length != 0) r.amounts[0] = balance(asset, side, owner);
        at(side);
        return attempt(owner, address(sides[side].gateway), 0, abi.encodeCall(IOutbox.send, (r)), "");
    }

    function _whenPaid(uint256 side, IOutbox.SendRequest memory r, uint256 fee) internal virtual {}

    /// @dev Something that somebody has, wherever it is, to be sent somewhere. Nobody's where all is under way.
    function _wish(uint256 seed, uint256 amount)
        internal
        view
        returns (uint256 side, address owner, IOutbox.SendRequest memory r)
    {
        uint256 asset = pick(seed, 1, assets.length);
        (side, owner) = _holder(asset, seed);
        if (owner == address(0)) return (side, owner, r);
        r.token = tokenOn[asset][side];
        uint256 to = (side + 1 + pick(seed, 3, sides.length - 1)) % sides.length;
        r.destinationChainId = sides[to].id;
        r.ids = _idsOf(asset, side, owner, pick(seed, 8, 2) == 0);
        r.amounts = new uint256[](assets[asset].standard == STANDARD_ERC721 ? 0 : 1);
        if (r.amounts.length != 0) r.amounts[0] = bound(amount, 1, balance(asset, side, owner));
        r.recipient = people[pick(seed, 4, people.length)];
        r.refundAccount = pick(seed, 5, 4) == 0 ? people[pick(seed, 6, people.length)] : address(0);
        uint256 patience = pick(seed, 7, 3);
        r.deadline = patience == 0 ? 0 : uint40(clock + (patience == 1 ? 1 hours : 30 days));
    }

    /// @dev Both NFTs of a collection, where somebody has both and wants to.
    function _idsOf(uint256 asset, uint256 side, address owner, bool both)
        private
        view
        returns (uint256[] memory ids)
    {
        Asset memory what = assets[asset];
        if (what.standard == STANDARD_ERC20) return ids;
        uint256 sibling = both ? assetOf(what.home, what.token, 3 - (what.id % 3)) : 0;
        bool hasBoth =
            what.standard == STANDARD_ERC721 && sibling != 0 && balance(sibling - 1, side, owner) != 0;
        ids = new uint256[](hasBoth ? 2 : 1);
        ids[0] = what.id;
        if (hasBoth) ids[1] = assets[sibling - 1].id;
    }

    function _holder(uint256 asset, uint256 seed) private view returns (uint256 side, address owner) {
        uint256 start = pick(seed, 2, sides.length * people.length);
        for (uint256 i; i < sides.length * people.length; ++i) {
            side = (start + i) % sides.length;
            owner = people[((start + i) / sides.length) % people.length];
            if (balance(asset, side, owner) != 0) return (side, owner);
        }
        return (0, address(0));
    }

    /// @dev Of the lane that is taken first: towards home, or to the destination.
    function feeOf(uint256 side, IOutbox.SendRequest memory r) internal view returns (uint256) {
        return sides[side].gateway.termsOf(_nextStop(side, r)).fee;
    }

    function _nextStop(uint256 side, IOutbox.SendRequest memory r) internal view returns (uint64) {
        (uint64 home,,) = sides[side].gateway.homeOf(r.token);
        return home == 0 ? r.destinationChainId : home;
    }
}
