// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICustody} from "../../../src/interfaces/ICustody.sol";
import {IHub} from "../../../src/interfaces/IHub.sol";
import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IRepresentation} from "../../../src/interfaces/IRepresentation.sol";
import {IVault} from "../../../src/interfaces/IVault.sol";
import {DigestLib} from "../../../src/libraries/DigestLib.sol";
import {QuorumLib} from "../../../src/libraries/QuorumLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20} from "../../../src/types/Protocol.sol";
import {HookCallingMoney} from "../../mocks/HostileErc20.sol";
import {ReentrantToken} from "../../mocks/HostileTokens.sol";
import {OnChain} from "../../mocks/OnChain.sol";
import {Forging} from "./Forging.sol";
import {Relayers} from "./Relayers.sol";

/// @title Thieves: they replay, forge, call what is not theirs to call, come back in from within, and throw things away
abstract contract Thieves is Relayers, Forging {
    function thievesAct() internal {
        act(this.invent.selector);
        act(this.replay.selector);
        act(this.callParts.selector);
        act(this.comeBackIn.selector);
        act(this.throwAway.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev A Transfer that nobody sent, signed by nobody's validators, claimed and delivered.
    function invent(uint256 seed, uint256 key) external {
        (uint256 from, uint256 to) = pickLane(seed);
        at(to);
        uint256 asset = pick(seed, 3, assets.length);
        (, uint64 total) = _range(from, to);
        bytes memory message = forged(from, to, asset, 1, MALLORY);
        bytes32 laneId = lane(from, to);
        bytes32 head = keccak256(abi.encodePacked(headOf(laneId, total), keccak256(message)));
        bytes32 domain = DigestLib.zoneDomain(ZONE_ID);
        bytes32 digest = DigestLib.checkpoint(
            domain, laneId, sides[to].gateway.inboundLane(laneId).anchor, total + 1, head
        );
        uint256[] memory strangers = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            strangers[i] = bound(uint256(keccak256(abi.encode(key, i))), 1, type(uint128).max);
        }
        bytes memory signatures = signWith(strangers, QUORUM, digest);
        bytes memory call = claimOf(laneId, total + 1, headOf(laneId, total), message, signatures);
        expectRefused(MALLORY, address(sides[to].gateway), call, _unsignedClaim());
    }

    /// @dev A true message on another lane, in another place, or changed by a bit.
    function replay(uint256 seed, uint256 bit) external {
        (uint256 from, uint256 to) = pickLane(seed);
        (, uint64 total) = _range(from, to);
        if (total == 0) return;
        bytes32 laneId = lane(from, to);
        uint64 sequence = uint64(1 + pick(seed, 3, total));
        bytes memory message = bytes.concat(sent[laneId][sequence - 1]);
        at(to);
        bytes memory signatures = attest(to, laneId, total);
        uint256 how = pick(seed, 4, 3);
        if (how == 0) message[bit % message.length] ^= bytes1(uint8(1 << (bit % 8)));
        if (how == 1) ++sequence;
        bytes32[] memory tail = hashesAfter(laneId, sequence > total ? total : sequence, total);
        bytes32 there = how == 2 ? lane(to, from) : laneId;
        uint256 side = how == 2 ? from : to;
        at(side);
        bytes32 prior = headOf(laneId, sequence - 1);
        expectRefused(
            MALLORY,
            address(sides[side].gateway),
            abi.encodeCall(IInbox.claim, (there, total, prior, message, tail, signatures)),
            _unsignedClaim()
        );
    }

    /// @dev Every door that is the gateway's or the custody's.
    function callParts(uint256 seed) external {
        (uint256 from, uint256 to) = pickLane(seed);
        at(to);
        uint256 asset = pick(seed, 3, assets.length);
        (uint64 origin, address custody) = (sides[from].id, sides[to].gateway.custody());
        bytes memory message = forged(from, to, asset, 1, MALLORY);
        bytes memory onlyGateway = abi.encodePacked(ICustody.CallerNotGateway.selector);
        expectRefused(
            MALLORY, custody, abi.encodeCall(ICustody.execute, (origin, address(0), message)), onlyGateway
        );
        expectRefused(
            MALLORY,
            custody,
            abi.encodeCall(ICustody.release, (origin, 3, tokenOn[asset][to], 0, 1, MALLORY)),
            onlyGateway
        );
        bytes memory onlyCustody = abi.encodePacked(IVault.CallerNotCustody.selector);
        expectRefused(
            MALLORY,
            vault(to, from),
            abi.encodeCall(IVault.release, (tokenOn[asset][to], 3, MALLORY, abi.encodePacked(uint128(1)))),
            onlyCustody
        );
        expectRefused(
            MALLORY,
            address(sides[to].gateway),
            abi.encodeCall(IHub.passOn, (origin, message)),
            abi.encodePacked(IHub.CallerNotCustody.selector)
        );
        address there = tokenOn[asset][to];
        if (assets[asset].home == to || there.code.length == 0) return;
        vm.prank(MALLORY);
        (bool done,) =
            there.call(abi.encodeCall(IRepresentation.mintFor, (MALLORY, 1, abi.encodePacked(uint128(1)))));
        assertFalse(done, "minted by a stranger");
    }

    /// @dev Tokens of the second chain, and the contract among the people, try a delivery while they are told.
    function comeBackIn(uint256 seed) external {
        (uint256 from, uint256 to) = pickLane(seed);
        (uint64 delivered, uint64 total) = _range(from, to);
        if (delivered == total) return;
        at(to);
        bytes memory call = abi.encodeCall(
            OnChain.pass,
            (sides[to].id, address(sides[to].gateway), deliverCall(from, to, delivered + 1, total))
        );
        if (to == 1) {
            for (uint256 i; i < assets.length; ++i) {
                if (assets[i].home != 1 || assets[i].standard == STANDARD_ERC1155) continue;
                if (assets[i].standard == STANDARD_ERC20) {
                    HookCallingMoney(assets[i].token).aim(address(onChain), call);
                } else {
                    ReentrantToken(assets[i].token).aim(address(onChain), call);
                }
            }
        }
        moody.aim(address(onChain), call);
    }

    /// @dev Straight into a vault: what is thrown away is nobody's, and is in nobody's way.
    function throwAway(uint256 seed, uint256 amount) external {
        uint256 asset = pick(seed, 1, assets.length);
        uint256 home = assets[asset].home;
        uint256 away = (home + 1 + pick(seed, 2, sides.length - 1)) % sides.length;
        address owner = people[pick(seed, 3, 3)];
        uint256 has = balance(asset, home, owner);
        // What calls back could deliver something now, and would be right to.
        if (home == 1 || has == 0 || pick(seed, 4, 4) != 0) return;
        amount = bound(amount, 1, has < 10 ? has : 10);
        if (assets[asset].standard == STANDARD_ERC1155) return;
        at(home);
        address to = vault(home, away);
        bytes memory call = assets[asset].standard == STANDARD_ERC20
            ? abi.encodeCall(IERC20.transfer, (to, amount))
            : abi.encodeCall(IERC721.transferFrom, (owner, to, assets[asset].id));
        if (!attempt(owner, assets[asset].token, 0, call, entryReasons())) return;
        surplus[asset][away] += amount;
        wealth[owner][asset] -= amount;
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Whether somebody ever got in again from within.
    function intruded() internal view returns (bool) {
        for (uint256 i; i < assets.length; ++i) {
            if (assets[i].home != 1 || assets[i].standard == STANDARD_ERC1155) continue;
            if (HookCallingMoney(assets[i].token).succeeded()) return true;
        }
        return moody.succeeded();
    }

    function _unsignedClaim() private pure returns (bytes memory) {
        return abi.encodePacked(
            lanesReasons(),
            QuorumLib.SignerNotValidator.selector,
            QuorumLib.SignaturesUnordered.selector,
            QuorumLib.SignatureInvalid.selector
        );
    }
}
