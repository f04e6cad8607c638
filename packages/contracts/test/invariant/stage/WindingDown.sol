// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {IWindDown} from "../../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {RevertingMoney} from "../../mocks/HostileErc20.sol";
import {Deciding} from "./Deciding.sol";
import {Relayers} from "./Relayers.sol";

/// @title A home takes leave of a chain that died, and its last holders take out what is theirs
abstract contract WindingDown is Deciding, Relayers {
    /// @dev The list of each home for each chain, and its tree, which is a chain: what is folded before each leaf.
    mapping(uint256 home => mapping(uint256 dead => IWindDown.Holding[])) internal lists;
    mapping(uint256 home => mapping(uint256 dead => bytes32[])) private _folded;

    function windDownsAct() internal {
        act(this.windDown.selector);
        act(this.takeOne.selector);
        act(this.withdrawOrChallenge.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev Seldom. First everything that came from there is delivered; the list names whoever has something there or is to
    /// get it there.
    function windDown(uint256 seed) external {
        (uint256 home, uint256 dead) = pickLane(seed);
        (bytes32 standing,) = gatewayAt(home).windDownOf(sides[dead].id);
        if (pick(seed, 5, 24) != 0 || standing != 0 || !carryAll(dead, home)) return;
        at(home);
        _list(home, dead);
        if (lists[home][dead].length == 0) return;
        (uint64 delivered,) = _range(dead, home);
        bytes32 root = _folded[home][dead][lists[home][dead].length];
        uint64 id = sides[dead].id;
        bytes memory signatures =
            decideAt(home, ActLib.proposeWindDown(nonce(sides[home]), id, delivered, root, "last"));
        _submit(home, abi.encodeCall(IWindDown.proposeWindDown, (id, delivered, root, "last", signatures)));
    }

    /// @dev By its holder, to anybody.
    function takeOne(uint256 seed) external {
        (uint256 home, uint256 dead) = pickLane(seed);
        uint256 count = lists[home][dead].length;
        if (count == 0) return;
        uint256 place = pick(seed, 4, count);
        IWindDown.Holding memory leaf = lists[home][dead][place];
        address recipient = people[pick(seed, 5, people.length)];
        at(home);
        bytes memory call =
            abi.encodeCall(IWindDown.takeOut, (leaf, proofOf(home, dead, place), recipient, 0, ""));
        if (!attempt(leaf.holder, address(sides[home].gateway), 0, call, _takingReasons())) return;
        uint256 asset = assetOf(home, leaf.token, leaf.id) - 1;
        takenOut[asset][dead] += leaf.amount;
        wealth[recipient][asset] += leaf.amount;
    }

    /// @dev The council changes its mind in time; or somebody challenges a list that is right, in vain.
    function withdrawOrChallenge(uint256 seed) external {
        (uint256 home, uint256 dead) = pickLane(seed);
        uint256 count = lists[home][dead].length;
        if (count == 0) return;
        at(home);
        uint64 id = sides[dead].id;
        if (pick(seed, 4, 2) == 0) {
            IWindDown.Holding memory leaf = lists[home][dead][pick(seed, 5, count)];
            bytes memory challenge =
                abi.encodeCall(IWindDown.challengeExcess, (leaf, proofOf(home, dead, pick(seed, 5, count))));
            bytes memory reasons = abi.encodePacked(
                IWindDown.ChallengeUnproven.selector,
                IWindDown.WindDownWrong.selector,
                IWindDown.HoldingUnproven.selector
            );
            expectRefused(MALLORY, address(sides[home].gateway), challenge, reasons);
            return;
        }
        bytes memory signatures = decideAt(home, ActLib.cancelWindDown(nonce(sides[home]), id));
        attempt(
            RELAYER,
            address(sides[home].gateway),
            0,
            abi.encodeCall(IWindDown.cancelWindDown, (id, signatures)),
            abi.encodePacked(IWindDown.WindDownWrong.selector)
        );
    }

    // ----------------------------------------------------------------------------------------------------------- LISTS

    function _takingReasons() private pure returns (bytes memory) {
        return abi.encodePacked(
            IWindDown.WindDownWrong.selector,
            IWindDown.HoldingTaken.selector,
            IWindDown.HoldingUnproven.selector,
            ICouncil.NoticeNotOver.selector,
            RevertingMoney.Frozen.selector,
            receiversReasons()
        );
    }

    function _list(uint256 home, uint256 dead) private {
        delete lists[home][dead];
        delete _folded[home][dead];
        _folded[home][dead].push(0);
        for (uint256 asset; asset < assets.length; ++asset) {
            if (assets[asset].home != home) continue;
            for (uint256 i; i < people.length; ++i) {
                uint256 amount = balance(asset, dead, people[i]) + _onTheWayTo(home, dead, asset, people[i]);
                if (amount != 0) _enlist(home, dead, asset, amount, people[i]);
            }
        }
    }

    function _enlist(uint256 home, uint256 dead, uint256 asset, uint256 amount, address holder) private {
        Asset memory what = assets[asset];
        IWindDown.Holding memory leaf =
            IWindDown.Holding(sides[dead].id, what.standard, what.token, what.id, amount, holder);
        bytes32[] storage folded = _folded[home][dead];
        bytes32 last = folded[folded.length - 1];
        folded.push(last == 0 ? _leaf(leaf) : Hashes.commutativeKeccak256(last, _leaf(leaf)));
        lists[home][dead].push(leaf);
    }

    function _onTheWayTo(uint256 home, uint256 dead, uint256 asset, address person)
        private
        view
        returns (uint256 amount)
    {
        for (uint256 i; i < open.length; ++i) {
            Filed storage entry = filed[open[i]];
            if (entry.from != home || entry.to != dead || entry.beneficiary != person) continue;
            Load[] storage load = loads[open[i]];
            for (uint256 j; j < load.length; ++j) {
                if (load[j].asset == asset) amount += load[j].amount;
            }
        }
    }

    function proofOf(uint256 home, uint256 dead, uint256 place)
        internal
        view
        returns (bytes32[] memory proof)
    {
        uint256 count = lists[home][dead].length;
        uint256 earlier = place == 0 ? 0 : 1;
        proof = new bytes32[](count - 1 - place + earlier);
        if (earlier != 0) proof[0] = _folded[home][dead][place];
        for (uint256 i = place + 1; i < count; ++i) {
            proof[i - place - 1 + earlier] = _leaf(lists[home][dead][i]);
        }
    }

    function _leaf(IWindDown.Holding memory leaf) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(leaf))));
    }
}
