// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {BabblingToken, MeasuringToken} from "../mocks/HostileTokens.sol";
import {OddPolicy} from "../mocks/OddPolicy.sol";
import {UnitsReceiver} from "../mocks/Receivers.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Forced parking by low gas: a relayer gives a message too little, so that it parks and its holder waits
/// @notice Nobody who delivers chooses how a message ends.
/// @notice Every kind of message, with a policy that takes all of its time, to receivers who need all of what they are
/// promised, under every amount of gas: the call fails and nothing happened, or the message ends as it should.
contract ForcedParkingByLowGasTest is EndingTest {
    /// @dev What one message may cost.
    uint256 private constant MOST = 5_000_000;
    uint256 private constant STEP = 4000;

    UnitsReceiver private receiver;
    OddPolicy private policy;

    function setUp() public override {
        super.setUp();
        receiver = new UnitsReceiver();
        receiver.behave(UnitsReceiver.Mode.Fastidious);
        policy = new OddPolicy();
        policy.behave(OddPolicy.Mode.Ponder);
    }

    // ---------------------------------------------------------------------------------------------------------- KINDS

    function test_ATransferFromHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            _govern(b);
            bytes32 id = crossAs(a, ask(a, b, standard, address(receiver)), standard, ALICE);
            deliver(a, b, 2 * standard - 1, 2 * standard - 1);
            _sweep(a, b, id, b, standard, address(receiver));
        }
    }

    function test_ATransferHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            bytes32 id = crossAs(b, ask(b, a, standard, address(receiver)), standard, ALICE);
            _sweep(b, a, id, a, standard, address(receiver));
        }
    }

    function test_AForward() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            _govern(a);
            // Nothing was announced on the second leg yet: that happens within the Forward.
            bytes32 id = cross(b, c, standard);
            _sweep(b, a, id, a, standard, vaultAt(a, c));
        }
    }

    function test_AReturnHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            IOutbox.SendRequest memory r = ask(a, b, standard, ALICE);
            r.refundAccount = address(receiver);
            crossAs(a, r, standard, ALICE);
            expire();
            arrive(a, b);
            _sweep(b, a, headAt(laneBetween(b, a), standard), a, standard, address(receiver));
        }
    }

    function test_AReturnFromHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            IOutbox.SendRequest memory r = ask(b, a, standard, ALICE);
            r.refundAccount = address(receiver);
            crossAs(b, r, standard, ALICE);
            expire();
            arrive(b, a);
            bytes32 lane = laneBetween(a, b);
            _sweep(a, b, headAt(lane, sent[lane].length), b, standard, address(receiver));
        }
    }

    function test_AReturnThroughHome() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            cross(b, c, standard);
            arrive(b, a);
            expire();
            arrive(a, c);
            _sweep(c, a, headAt(laneBetween(c, a), standard), a, standard, vaultAt(a, b));
        }
    }

    /// @dev What is too late goes back whatever gas there is, and never parks.
    function test_AnExpiredTransfer() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bytes32 id = cross(a, b, standard);
            deliver(a, b, 2 * standard - 1, 2 * standard - 1);
            expire();
            bytes32 back = laneBetween(b, a);
            bytes memory call = _delivery(a, b);
            for (uint256 gas_ = 60_000; b.gateway.outboundLane(back).count != standard; gas_ += STEP) {
                (bool ok,) = address(b.gateway).call{gas: gas_}(call);
                assertEq(b.gateway.outboundLane(back).count, ok ? standard : standard - 1);
                assertFalse(isParked(b, id));
            }
            collect();
        }
    }

    /// @dev A collection's own words cannot be left out either.
    function test_ACollectionMessage() public {
        cross(a, b, STANDARD_ERC721);
        bytes32 lane = laneBetween(a, b);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, 1);
        bytes memory call = abi.encodeCall(IInbox.deliver, (lane, 1, messages, tail, signatures));
        on(b);
        for (uint256 gas_ = 60_000; b.gateway.inboundLane(lane).delivered == 0; gas_ += STEP) {
            (bool ok,) = address(b.gateway).call{gas: gas_}(call);
            address there = tokenOn(b, STANDARD_ERC721);
            assertEq(there.code.length != 0, ok);
            if (ok) assertEq(representation(b, a, address(art)).name(), "Hostile");
        }
    }

    /// @dev Enough for the first ones, and too little for the last: nothing of such a batch is delivered.
    function test_ABatchIsStarvedAtItsEnd() public {
        for (uint256 id = ID + 1; id <= ID + 4; ++id) {
            art.mint(ALICE, id);
            send(a, b, address(art), id, ALICE);
        }
        bytes32 lane = laneBetween(a, b);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, 1, 5);
        bytes memory call = abi.encodeCall(IInbox.deliver, (lane, 1, messages, tail, signatures));
        on(b);
        bool ok;
        for (uint256 gas_ = 60_000; !ok; gas_ += STEP) {
            (ok,) = address(b.gateway).call{gas: gas_}(call);
            assertEq(b.gateway.inboundLane(lane).delivered, ok ? 5 : 0);
            assertEq(held(b, STANDARD_ERC721, ALICE), ok ? 4 : 0);
        }
    }

    // ------------------------------------------------------------------------------------------------------- ITS SIZE

    /// @dev The dearest Forward: sixteen tokens, each of which uses up whatever it is asked with. Relayers pay at most what
    /// a message may cost, and whoever wants it carries it out in a transaction of its own.
    function test_SixteenTokensThatBurnGasGoOnByRetry() public {
        on(a);
        BabblingToken babbling = new BabblingToken();
        IOutbox.SendRequest memory r = request(b, address(babbling), 1, ALICE);
        r.ids = new uint256[](16);
        for (uint256 i; i < 16; ++i) {
            r.ids[i] = uint256(keccak256(abi.encode(i)));
            babbling.mint(ALICE, r.ids[i]);
        }
        sendAs(a, r, ALICE);
        deliverAll(a, b);
        _govern(a);
        (r.destinationChainId, r.token) = (c.id, address(representation(b, a, address(babbling))));
        bytes32 id = sendAs(b, r, ALICE);
        bytes memory call = _delivery(b, a);
        on(a);
        uint256 before = gasleft();
        (bool ok,) = address(a.gateway).call(call);
        assertLt(before - gasleft(), MOST);
        assertTrue(ok && isParked(a, id));
        bytes32 lane = laneBetween(b, a);
        // EIP-7825 caps a transaction's gas.
        a.gateway.retry{gas: 16_000_000}(lane, id, latest(lane));
        collect();
        arrive(a, c);
        assertEq(representation(c, a, address(babbling)).balanceOf(ALICE), 16);
    }

    /// @dev Not only enough: the same, so that not even a token that counts can tell one relayer from another.
    function test_EverybodyGivesTheSame() public {
        MeasuringToken token = new MeasuringToken();
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        send(b, a, address(representation(b, a, address(token))), 1, ALICE);
        token.setHostile(true);
        bytes memory call = _delivery(b, a);
        on(a);
        uint256 state = vm.snapshotState();
        bool ok;
        for (uint256 gas_ = 400_000; !ok; gas_ += 500) {
            (ok,) = address(a.gateway).call{gas: gas_}(call);
        }
        uint256 given = token.given();
        vm.revertToState(state);
        (ok,) = address(a.gateway).call(call);
        assertTrue(ok);
        assertGt(given, 0);
        assertEq(token.given(), given);
    }

    /// @dev Whoever claims or retries with too little changes nothing.
    function test_ClaimsAndRetriesWithLittleGasDoNothing() public {
        _govern(b);
        bytes32 id = crossAs(a, ask(a, b, STANDARD_ERC1155, address(receiver)), STANDARD_ERC1155, ALICE);
        claim(a, b, 1);
        uint256 state = vm.snapshotState();
        _sweepCall(claimCall(a, b, 2, 2), id);
        vm.revertToState(state);
        receiver.behave(UnitsReceiver.Mode.Refuse);
        deliverAll(a, b);
        receiver.behave(UnitsReceiver.Mode.Fastidious);
        bytes32 lane = laneBetween(a, b);
        assertTrue(isParked(b, id));
        _sweepCall(abi.encodeCall(IInbox.retry, (lane, id, latest(lane))), 0);
        assertFalse(isParked(b, id));
    }

    // -------------------------------------------------------------------------------------------------------- HELPERS

    function _govern(Side memory at) private {
        on(at);
        bytes memory signatures = decide(at, ActLib.proposePolicy(nonce(at), address(policy)));
        at.gateway.proposePolicy(address(policy), signatures);
        skip(7 days);
    }

    function _delivery(Side memory from, Side memory to) private view returns (bytes memory) {
        bytes32 lane = laneBetween(from, to);
        uint64 last = uint64(sent[lane].length);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) =
            batch(from, to, last, last);
        return abi.encodeCall(IInbox.deliver, (lane, last, messages, tail, signatures));
    }

    /// @dev The lane's last message with more and more gas, until it is there: at `at`, with `holder`.
    function _sweep(
        Side memory from,
        Side memory to,
        bytes32 id,
        Side memory at,
        uint8 standard,
        address holder
    ) private {
        bytes memory call = _delivery(from, to);
        on(to);
        bool ok;
        for (uint256 gas_ = 60_000; !ok; gas_ += STEP) {
            assertLt(gas_, MOST);
            (ok,) = address(to.gateway).call{gas: gas_}(call);
            assertFalse(isParked(to, id), "parked");
            assertEq(held(at, standard, holder), ok ? units(standard) : 0);
        }
        collect();
    }

    function _sweepCall(bytes memory call, bytes32 id) private {
        on(b);
        bool ok;
        for (uint256 gas_ = 60_000; !ok; gas_ += STEP) {
            (ok,) = address(b.gateway).call{gas: gas_}(call);
            if (id != 0) assertFalse(isParked(b, id));
            assertEq(held(b, STANDARD_ERC1155, address(receiver)), ok ? UNITS : 0);
        }
    }
}
