// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {Captive} from "./Captive.sol";

/// @title A chain that changes its mind about what it sent, again and again
/// @notice Every message pays an account of its own, so that what is carried out twice shows. The council halts the lane
/// and re-anchors it to a new fork, or to one that was lost before.
abstract contract Forks is Captive {
    /// @param from how many of the lane's first messages were there when it was paid
    struct Payment {
        bytes32 id;
        address payee;
        uint128 amount;
    }

    uint256 private constant LONGEST = 24;

    Payment[] internal payments;
    uint256 internal paidAsset;
    bytes[][] private _forks;

    /// @dev The captive chain's money is announced on the first chain, before anybody lies.
    function setUp() public virtual override {
        super.setUp();
        paidAsset = moneyOf(captive());
        at(captive());
        bytes memory call =
            abi.encodeCall(sides[captive()].gateway.announce, (sides[0].id, assets[paidAsset].token, 3, 0));
        attempt(ALICE, address(sides[captive()].gateway), 0, call, "");
        carryAll(captive(), 0);
        taken = true;
    }

    function forksAct() internal {
        act(this.payOne.selector);
        act(this.haltFork.selector);
        act(this.changeMind.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    function payOne(uint256 seed) external {
        if (heads[lane(captive(), 0)].length < LONGEST) _pay(seed);
    }

    function haltFork(uint256) external {
        _halt(captive(), 0);
    }

    /// @dev To a fork that is new, or to one that was lost.
    function changeMind(uint256 seed) external {
        bytes32 laneId = lane(captive(), 0);
        ILanes.InboundLane memory inbound = sides[0].gateway.inboundLane(laneId);
        if (!inbound.halted) return;
        clock += 3 days;
        bytes[] memory lost = sent[laneId];
        bytes32[] memory lostHeads = heads[laneId];
        uint256 common = _rewrite(laneId, seed);
        _forks.push(lost);
        uint64 gone = inbound.delivered > common ? uint64(inbound.delivered - common) : 0;
        bytes32[] memory hashes = new bytes32[](gone);
        for (uint256 i; i < gone; ++i) {
            hashes[i] = keccak256(lost[common + i]);
            _forget(lostHeads[common + i]);
        }
        bytes32 next = common == sent[laneId].length ? bytes32(0) : keccak256(sent[laneId][common]);
        _goOn(laneId, inbound.anchor + 1, uint64(common), next, hashes);
    }

    // ----------------------------------------------------------------------------------------------------------- LAWS

    /// @dev The first message whose payee and whose Returns have together more than it carried.
    function paidTwice() internal view returns (string memory) {
        address token = tokenOn[paidAsset][0];
        for (uint256 i; i < payments.length; ++i) {
            Payment storage p = payments[i];
            uint256 has = IERC20(token).balanceOf(p.payee) + returnsOf[p.id] * p.amount;
            if (has > p.amount) return string.concat(vm.toString(p.id), " ended more than once");
        }
        return "";
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _pay(uint256 seed) private {
        uint128 amount = uint128(1 + pick(seed, 1, 1_000));
        address payee = address(uint160(uint256(keccak256(abi.encode("payee", payments.length)))));
        bytes memory message = forged(captive(), 0, paidAsset, amount, payee);
        payments.push(Payment(fileMessage(captive(), 0, message), payee, amount));
    }

    function _halt(uint256 from, uint256 to) private {
        at(to);
        bytes memory signatures = decideAt(to, ActLib.halt(nonce(sides[to]), lane(from, to), 1, "other"));
        _submit(to, abi.encodeCall(ICouncil.halt, (lane(from, to), 1, "other", signatures)));
    }

    /// @dev The lane's log is another one from now on. How many messages both have in common.
    function _rewrite(bytes32 laneId, uint256 seed) private returns (uint256 common) {
        bytes[] memory before = sent[laneId];
        if (_forks.length == 0 || pick(seed, 2, 2) == 0) {
            // The first message announces the token.
            common = 1 + pick(seed, 3, before.length);
            _cut(laneId, common);
            if (pick(seed, 4, 3) != 0) _pay(seed);
            return common;
        }
        bytes[] memory again = _forks[pick(seed, 5, _forks.length)];
        while (common < before.length && common < again.length && _same(before[common], again[common])) {
            ++common;
        }
        _cut(laneId, common);
        for (uint256 i = common; i < again.length; ++i) {
            fileMessage(captive(), 0, again[i]);
        }
    }

    function _cut(bytes32 laneId, uint256 length) private {
        while (sent[laneId].length > length) {
            sent[laneId].pop();
            heads[laneId].pop();
        }
    }

    function _goOn(bytes32 laneId, uint64 anchor, uint64 common, bytes32 next, bytes32[] memory lost)
        private
    {
        at(0);
        bytes32 head = headOf(laneId, common);
        bytes memory signatures =
            decideAt(0, ActLib.reAnchor(nonce(sides[0]), laneId, anchor, common, head, next));
        bytes memory call = abi.encodeCall(ICouncil.reanchor, (laneId, common, head, next, lost, signatures));
        assertTrue(_submit(0, call), "re-anchored");
    }

    function _same(bytes memory one, bytes memory other) private pure returns (bool) {
        return keccak256(one) == keccak256(other);
    }
}
