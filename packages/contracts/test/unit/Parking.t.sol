// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {
    GasBurningToken,
    ReentrantToken,
    RevertBombToken,
    RevertingToken,
    SilentToken,
    Switchable
} from "../mocks/HostileTokens.sol";
import {FickleNft} from "../mocks/MoreOddTokens.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title A message that cannot be carried out parks, and the lane goes on
contract ParkingTest is ZoneTest {
    CreatorCollection internal honest;
    bytes32 internal back;

    function setUp() public override {
        super.setUp();
        on(a);
        honest = newCollection("https://sea.example/");
        honest.mint(ALICE, "");
        send(a, b, address(honest), 1, ALICE);
        deliverAll(a, b);
        back = laneBetween(b, a);
    }

    // ---------------------------------------------------------------------------------------------------- HOSTILE TOKENS

    function test_ARevertingTokenParksAndIsRetried() public {
        _parksThenRetries(new RevertingToken());
    }

    function test_AGasBurningTokenParksAndIsRetried() public {
        _parksThenRetries(new GasBurningToken());
    }

    function test_ARevertBombParksAndIsRetried() public {
        _parksThenRetries(new RevertBombToken());
    }

    function test_ASilentTokenParksAndIsRetried() public {
        _parksThenRetries(new SilentToken());
    }

    function test_AVanishedTokenParksAndIsRetried() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _sendBack(token);
        bytes memory code = address(token).code;
        vm.etch(address(token), "");
        deliverAll(b, a);
        assertTrue(a.gateway.parkedMessage(id) != 0);
        vm.etch(address(token), code);
        _retry(id);
        assertEq(token.ownerOf(1), ALICE);
    }

    function test_AReentrantTokenGainsNothing() public {
        ReentrantToken token = new ReentrantToken();
        bytes32 id = _sendBack(token);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) =
            batch(b, a, 1, uint64(sent[back].length));
        token.aim(address(a.gateway), abi.encodeCall(IInbox.deliver, (back, 1, messages, tail, signatures)));
        token.setHostile(true);
        deliverAll(b, a);
        assertFalse(token.succeeded());
        assertEq(a.gateway.parkedMessage(id), 0);
        assertEq(token.ownerOf(1), ALICE);
    }

    function test_ATokenHandedOutTwiceExistsOnceElsewhere() public {
        FickleNft token = new FickleNft();
        send(a, b, address(token), 1, ALICE);
        token.tell(ALICE);
        bytes32 id = send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).balanceOf(ALICE), 1);
        bytes32 lane = laneBetween(a, b);
        assertEq(b.gateway.parkedMessage(id), commitment(lane, latest(lane)));
    }

    // -------------------------------------------------------------------------------------------------------- RETRYING

    function test_RevertWhen_NothingIsParked() public {
        on(a);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, bytes32("id")));
        a.gateway.retry(back, "id", "message");
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, bytes32(0)));
        a.gateway.retry(0, "id", "message");
    }

    function test_RevertWhen_RetriedTwice() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _parked(token);
        token.setHostile(false);
        _retry(id);
        bytes memory message = latest(back);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, id));
        a.gateway.retry(back, id, message);
    }

    function test_RevertWhen_RetriedAsAnotherLanesMessage() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _parked(token);
        token.setHostile(false);
        bytes32 other = laneBetween(c, a);
        bytes memory message = latest(back);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, id));
        a.gateway.retry(other, id, message);
        message[4] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, id));
        a.gateway.retry(back, id, message);
    }

    function test_AFailedRetryStaysParked() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _parked(token);
        bytes memory message = latest(back);
        vm.expectRevert(RevertingToken.Frozen.selector);
        a.gateway.retry(back, id, message);
        assertEq(a.gateway.parkedMessage(id), commitment(back, message));
    }

    function test_PastItsDeadlineARetryReturns() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _parked(token);
        token.setHostile(false);
        vm.warp(1_800_000_000 + 7 * DAY + 1);
        _retry(id);
        assertEq(a.gateway.parkedMessage(id), 0);
        assertEq(token.ownerOf(1), vaultAt(a, b));
        collect();
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).ownerOf(1), ALICE);
    }

    function test_AtItsDeadlineARetryStillDelivers() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _parked(token);
        token.setHostile(false);
        vm.warp(1_800_000_000 + 7 * DAY);
        _retry(id);
        assertEq(token.ownerOf(1), ALICE);
    }

    function test_AMessageThatArrivesTooLateReturns() public {
        RevertingToken token = new RevertingToken();
        bytes32 id = _sendBack(token);
        vm.warp(1_800_000_000 + 7 * DAY + 1);
        deliverAll(b, a);
        assertEq(a.gateway.parkedMessage(id), 0);
        assertEq(token.ownerOf(1), vaultAt(a, b));
        assertEq(a.gateway.outboundLane(laneBetween(a, b)).count, 5);
    }

    // -------------------------------------------------------------------------------------------------------------- GAS

    /// @dev Whatever gas a relayer gives: the call reverts, or the message succeeds. It never parks for want of gas.
    function testFuzz_ARelayerCannotStarveAMessage(uint256 gas) public {
        gas = bound(gas, 30_000, 1_500_000);
        on(a);
        honest.mint(ALICE, "");
        bytes32 id = send(a, b, address(honest), 2, ALICE);
        bytes32 lane = laneBetween(a, b);
        uint64 last = uint64(sent[lane].length);
        (bytes[] memory messages, bytes32[] memory tail, bytes memory signatures) = batch(a, b, last, last);
        on(b);
        try b.gateway.deliver{gas: gas}(lane, last, messages, tail, signatures) {
            assertEq(b.gateway.parkedMessage(id), 0);
            assertEq(representation(b, a, address(honest)).ownerOf(2), ALICE);
        } catch {
            assertEq(b.gateway.inboundLane(lane).delivered, last - 1);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev Out and back, with an honest token behind it in the same batch.
    function _parksThenRetries(Switchable token) private {
        bytes32 id = _sendBack(token);
        bytes memory message = latest(back);
        send(b, a, address(representation(b, a, address(honest))), 1, ALICE);
        token.setHostile(true);
        deliverAll(b, a);
        assertEq(a.gateway.parkedMessage(id), commitment(back, message), "parked");
        assertEq(token.ownerOf(1), vaultAt(a, b), "still in the vault");
        assertEq(honest.ownerOf(1), ALICE, "the lane went on");

        token.setHostile(false);
        vm.prank(BOB);
        a.gateway.retry(back, id, message);
        assertEq(a.gateway.parkedMessage(id), 0);
        assertEq(token.ownerOf(1), ALICE);
    }

    function _sendBack(Switchable token) private returns (bytes32 id) {
        on(a);
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        return send(b, a, address(representation(b, a, address(token))), 1, ALICE);
    }

    function _parked(Switchable token) private returns (bytes32 id) {
        id = _sendBack(token);
        token.setHostile(true);
        deliverAll(b, a);
        assertTrue(a.gateway.parkedMessage(id) != 0);
    }

    function _retry(bytes32 id) private {
        on(a);
        a.gateway.retry(back, id, latest(back));
    }
}
