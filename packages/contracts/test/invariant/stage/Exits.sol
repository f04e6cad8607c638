// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../../src/interfaces/ICustody.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {STANDARD_ERC20, STANDARD_ERC721} from "../../../src/types/Protocol.sol";
import {Deciding} from "./Deciding.sol";
import {Endings} from "./Endings.sol";
import {People} from "./People.sol";

/// @title The way home, tried by everybody for everything
abstract contract Exits is People, Deciding, Endings {
    /// @dev Where no pause stands, everybody sends what they have home, as much as one window there lets in, and has it. The
    /// reason where somebody could not.
    function exitAll() internal returns (string memory) {
        for (uint256 asset; asset < assets.length; ++asset) {
            for (uint256 side; side < sides.length; ++side) {
                if (side == assets[asset].home) continue;
                for (uint256 i; i < people.length; ++i) {
                    if (balance(asset, side, people[i]) == 0) continue;
                    string memory why = _exit(asset, side, people[i]);
                    if (bytes(why).length != 0) return why;
                }
            }
        }
        return "";
    }

    function _exit(uint256 asset, uint256 side, address owner) private returns (string memory) {
        uint256 home = assets[asset].home;
        // A home that is dead for this chain, or that has taken leave of it, is what wind-downs are for.
        if (gatewayAt(side).outboundLane(lane(side, home)).closed || !_moves(lane(side, home), home)) {
            return "";
        }
        uint256 had = balance(asset, home, owner);
        IOutbox.SendRequest memory r = _homewards(asset, side, owner);
        at(side);
        bytes memory call = abi.encodeCall(IOutbox.send, (r));
        if (!attempt(owner, address(gatewayAt(side)), feeOf(side, r), call, abi.encodePacked(bytes4(0)))) {
            return "cannot be sent";
        }
        _whenPaid(side, r, feeOf(side, r));
        // The window that was begun here is over.
        clock += 2 days;
        return _arrives(asset, side, owner, had, r.amounts.length == 0 ? 1 : r.amounts[0]);
    }

    function _arrives(uint256 asset, uint256 side, address owner, uint256 had, uint256 amount)
        private
        returns (string memory)
    {
        uint256 home = assets[asset].home;
        (, uint64 total) = _range(side, home);
        at(home);
        bytes memory call = claimCallOf(side, home, total, total);
        if (!attempt(owner, address(gatewayAt(home)), 0, call, abi.encodePacked(bytes4(0)))) {
            return "no way home";
        }
        return balance(asset, home, owner) == had + amount ? "" : "did not arrive";
    }

    function _homewards(uint256 asset, uint256 side, address owner)
        private
        view
        returns (IOutbox.SendRequest memory r)
    {
        (r.token, r.destinationChainId) = (tokenOn[asset][side], sides[assets[asset].home].id);
        uint8 standard = assets[asset].standard;
        r.ids = new uint256[](standard == STANDARD_ERC20 ? 0 : 1);
        if (r.ids.length != 0) r.ids[0] = assets[asset].id;
        r.amounts = new uint256[](standard == STANDARD_ERC721 ? 0 : 1);
        if (r.amounts.length != 0) r.amounts[0] = _atOnce(asset, balance(asset, side, owner));
        r.recipient = owner;
        r.deadline = uint40(clock + 30 days);
    }

    /// @dev As much as home's own limit lets in at once.
    function _atOnce(uint256 asset, uint256 amount) private view returns (uint256) {
        ICustody custody = ICustody(gatewayAt(assets[asset].home).custody());
        ICustody.Meter memory meter = custody.meterOf(assets[asset].token);
        return meter.windowMinutes == 0 || meter.cap > amount ? amount : meter.cap;
    }
}
