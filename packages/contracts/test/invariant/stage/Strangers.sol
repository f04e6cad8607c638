// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../../src/interfaces/IInbox.sol";
import {IIntents} from "../../../src/interfaces/IIntents.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {QuorumLib} from "../../../src/libraries/QuorumLib.sol";
import {Captive} from "./Captive.sol";

/// @title Strangers: whatever they send, to every door that is open to all
abstract contract Strangers is Captive {
    /// @dev What a call with nonsense in it may cost: the gas of one message at most, and what its bytes cost.
    uint256 internal constant DEAREST = 6_000_000;

    function strangersAct() internal {
        act(this.knock.selector);
        act(this.knockWithNonsense.selector);
        act(this.announceAnything.selector);
        act(this.sendNonsense.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev Bytes that are no call at all, or one with a true name and nonsense behind it.
    function knock(uint256 seed, bytes calldata nonsense) external {
        uint256 side = pick(seed, 1, sides.length);
        at(side);
        bytes4[6] memory names = [
            IInbox.deliver.selector,
            IInbox.claim.selector,
            IInbox.retry.selector,
            IInbox.redirect.selector,
            IIntents.sendBySignature.selector,
            bytes4(keccak256(nonsense))
        ];
        bytes memory call = bytes.concat(names[pick(seed, 2, 6)], nonsense);
        address target = pick(seed, 3, 2) == 0 ? address(sides[side].gateway) : sides[side].gateway.custody();
        vm.prank(MALLORY);
        uint256 before = gasleft();
        (bool done,) = target.call(call);
        assertLt(before - gasleft(), DEAREST, "nonsense is dear");
        assertFalse(done, "nonsense was done");
        vm.getRecordedLogs();
    }

    /// @dev Calls in order, on true lanes, with nonsense in them: they fail by name.
    function knockWithNonsense(uint256 seed, bytes calldata nonsense, bytes calldata signatures) external {
        (uint256 from, uint256 to) = pickLane(seed);
        at(to);
        bytes32 laneId = pick(seed, 3, 4) == 0 ? keccak256(nonsense) : lane(from, to);
        (uint64 delivered,) = _range(from, to);
        bytes memory call = pick(seed, 6, 2) == 0
            ? _arriving(seed, laneId, delivered, nonsense, signatures)
            : _ending(seed, laneId, nonsense, signatures);
        uint256 before = gasleft();
        expectRefused(MALLORY, address(sides[to].gateway), call, _nonsenseReasons());
        assertLt(before - gasleft(), DEAREST, "nonsense is dear");
    }

    /// @dev Of anything that is no collection, or is one: it says again what is known, and moves nothing.
    function announceAnything(uint256 seed, address token) external {
        (uint256 side, uint256 to) = pickLane(seed);
        at(side);
        if (pick(seed, 3, 2) == 0) token = tokenOn[pick(seed, 4, assets.length)][side];
        if (pick(seed, 3, 4) == 1) token = address(moody);
        uint8 standard = uint8(pick(seed, 5, 5));
        bytes memory call = abi.encodeCall(IOutbox.announce, (sides[to].id, token, standard, seed));
        bytes memory reasons = abi.encodePacked(
            lanesReasons(),
            IOutbox.NotAHomeCollection.selector,
            IOutbox.TokenInvalid.selector,
            IOutbox.TokenNotListed.selector
        );
        attempt(MALLORY, address(sides[side].gateway), 0, call, reasons);
    }

    /// @dev Requests that nobody could mean, and intents that nobody signed.
    function sendNonsense(
        uint256 seed,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata ref
    ) external {
        uint256 side = pick(seed, 1, sides.length);
        at(side);
        IOutbox.SendRequest memory r;
        r.token = tokenOn[pick(seed, 2, assets.length)][side];
        if (r.token.code.length == 0) return;
        (r.destinationChainId, r.recipient) = (sides[pick(seed, 3, sides.length)].id, MALLORY);
        (r.ids, r.amounts, r.ref, r.deadline) = (ids, amounts, ref, uint40(seed));
        bytes memory call = abi.encodeCall(IOutbox.send, (r));
        if (pick(seed, 4, 2) == 0) {
            IIntents.Intent memory intent = IIntents.Intent(ALICE, seed, uint40(clock));
            call = abi.encodeCall(IIntents.sendBySignature, (r, intent, ref, ""));
        }
        vm.prank(MALLORY);
        (bool done, bytes memory answer) = address(sides[side].gateway).call(call);
        assertFalse(done, "nonsense was sent");
        assertGe(answer.length, 4, "refused without a name");
        assertTrue(bytes4(answer) != 0x4e487b71, "panicked");
        vm.getRecordedLogs();
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    function _arriving(
        uint256 seed,
        bytes32 laneId,
        uint64 delivered,
        bytes memory nonsense,
        bytes memory signatures
    ) private pure returns (bytes memory) {
        bytes32[] memory tail = new bytes32[](pick(seed, 5, 20));
        if (pick(seed, 7, 2) == 0) {
            bytes32 prior = keccak256(signatures);
            return abi.encodeCall(IInbox.claim, (laneId, delivered + 30, prior, nonsense, tail, signatures));
        }
        bytes[] memory messages = new bytes[](1 + pick(seed, 4, 3));
        messages[0] = nonsense;
        return abi.encodeCall(IInbox.deliver, (laneId, delivered + 1, messages, tail, signatures));
    }

    function _ending(uint256 seed, bytes32 laneId, bytes memory nonsense, bytes memory signatures)
        private
        view
        returns (bytes memory)
    {
        bytes32 id = keccak256(signatures);
        if (pick(seed, 7, 2) == 0) return abi.encodeCall(IInbox.retry, (laneId, id, nonsense));
        return abi.encodeCall(IInbox.redirect, (laneId, id, nonsense, MALLORY, uint40(clock), signatures));
    }

    function _nonsenseReasons() private pure returns (bytes memory) {
        return abi.encodePacked(
            lanesReasons(),
            ILanes.LaneUnknown.selector,
            IInbox.NotParked.selector,
            IInbox.AlreadyConsumed.selector,
            QuorumLib.SignatureCountWrong.selector,
            QuorumLib.SignatureInvalid.selector,
            QuorumLib.SignerNotValidator.selector,
            QuorumLib.SignaturesUnordered.selector
        );
    }
}
