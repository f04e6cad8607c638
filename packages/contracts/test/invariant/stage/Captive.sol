// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {
    IERC1155Errors,
    IERC20Errors,
    IERC721Errors
} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ICustody} from "../../../src/interfaces/ICustody.sol";
import {IRepresentation} from "../../../src/interfaces/IRepresentation.sol";
import {IVault} from "../../../src/interfaces/IVault.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {AssetLib} from "../../../src/libraries/AssetLib.sol";
import {STANDARD_ERC20} from "../../../src/types/Protocol.sol";
import {Endings} from "./Endings.sol";
import {People} from "./People.sol";
import {Repairing} from "./Repairing.sol";
import {Thieves} from "./Thieves.sol";
import {Weather} from "./Weather.sol";

/// @title The last chain of the zone is taken over, with k validators who attest whatever it says
/// @notice It says anything: releases, Forwards, Returns, of its own tokens and of everybody else's, and plain nonsense.
abstract contract Captive is Thieves, People, Weather, Repairing, Endings {
    bool internal taken;
    /// @dev What honest chains put into its vaults.
    mapping(uint256 asset => uint256) internal deposited;

    function captiveActs() internal {
        act(this.lie.selector);
        act(this.babble.selector);
    }

    function captive() internal view returns (uint256) {
        return sides.length - 1;
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev In order on its lane to another chain. Whoever delivers, delivers it.
    function lie(uint256 seed, uint256 amount) external {
        uint256 to = pick(seed, 1, captive());
        uint256 asset = pick(seed, 2, assets.length);
        uint128 units = uint128(bound(amount, 1, MONEY));
        if (assets[asset].standard != STANDARD_ERC20) units = uint128(1 + units % UNITS);
        address recipient = _recipient(to, seed);
        bytes memory transfer = forged(captive(), to, asset, units, recipient);
        uint256 what = pick(seed, 3, 4);
        if (what == 1) transfer = asForward(transfer, sides[pick(seed, 4, sides.length)].id);
        if (what == 2) transfer = asReturn(asset, units, sides[pick(seed, 4, sides.length)].id, recipient);
        fileMessage(captive(), to, transfer);
    }

    /// @dev A true message with some bytes changed, or no message at all.
    function babble(uint256 seed, bytes calldata nonsense) external {
        uint256 to = pick(seed, 1, captive());
        bytes memory message = forged(captive(), to, pick(seed, 2, assets.length), 1, MALLORY);
        uint256 how = pick(seed, 3, 3);
        if (how == 0) {
            for (uint256 i; i < nonsense.length && i < 8; ++i) {
                message[pick(seed, 10 + i, message.length)] = nonsense[i];
            }
        } else {
            message = how == 1 ? bytes.concat(bytes1(0x01), nonsense) : abi.encodePacked(nonsense);
        }
        // The lane's own step has this length.
        if (message.length != 64) fileMessage(captive(), to, message);
    }

    // ----------------------------------------------------------------------------------------------------------- LAWS

    /// @dev The first asset of which the thief has more than was ever on the captive chain.
    function overtaken() internal view returns (string memory) {
        for (uint256 asset; asset < assets.length; ++asset) {
            uint256 home = assets[asset].home;
            if (home == captive()) continue;
            if (balance(asset, home, MALLORY) > deposited[asset] + surplus[asset][captive()]) {
                return string.concat("asset ", vm.toString(asset), " was stolen from others");
            }
        }
        return "";
    }

    // ---------------------------------------------------------------------------------------------------------- HOOKS

    function _isCaptive() internal view override returns (bool) {
        return taken;
    }

    function _captured(uint256 side) internal view override returns (bool) {
        return taken && side == captive();
    }

    function _whenSent(bytes32 id, bytes memory message) internal override {
        super._whenSent(id, message);
        if (filed[id].to != captive()) return;
        for (uint256 i; i < loads[id].length; ++i) {
            Load memory load = loads[id][i];
            if (assets[load.asset].home == filed[id].from) deposited[load.asset] += load.amount;
        }
    }

    /// @dev What nonsense meets, besides what everything may meet.
    function arrivalReasons() internal pure override returns (bytes memory) {
        return bytes.concat(
            super.arrivalReasons(),
            abi.encodePacked(
                ICustody.MessageMalformed.selector,
                ICustody.MessageMisdirected.selector,
                ICustody.KindUnsupported.selector,
                ICustody.StandardUnsupported.selector,
                ICustody.ClassRefused.selector,
                AssetLib.AssetsMalformed.selector,
                ILanes.LaneNotOpen.selector
            ),
            abi.encodePacked(
                IVault.TokenNotReleased.selector,
                IVault.AmountNotReleased.selector,
                IVault.RecipientInvalid.selector,
                IERC721Errors.ERC721IncorrectOwner.selector,
                IERC721Errors.ERC721NonexistentToken.selector,
                IERC721Errors.ERC721InsufficientApproval.selector,
                IERC20Errors.ERC20InsufficientBalance.selector,
                IERC1155Errors.ERC1155InsufficientBalance.selector,
                IRepresentation.TokenExists.selector,
                // A token asked for what its standard has not gives no reason.
                bytes4(0)
            )
        );
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _recipient(uint256 to, uint256 seed) private view returns (address) {
        uint256 who = pick(seed, 5, 4);
        if (who == 0) return people[pick(seed, 6, people.length)];
        uint256 other = pick(seed, 7, sides.length);
        return who == 1 && other != to ? vault(to, other) : MALLORY;
    }
}
