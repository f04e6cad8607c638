// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {SignedActs} from "../utils/SignedActs.sol";

/// @title Multichain, July 2023: one person held every share of the key, and vanished; then the money did
/// @notice The shares ran on servers of one account; nobody else could sign, and whoever got into it could sign anything.
/// Here a share is a company's own key and seat; any k of them go on without the others; no key of theirs, and not all of
/// them together, has a function that takes what is held; and what was attested, people take out by themselves.
contract Multichain2023Test is SignedActs {
    CreatorCollection private art;

    /// @dev Alice's tokens 1 and 2 are on B, and in A's vault for it. Token 1 is on its way home after strangers' messages.
    function setUp() public override {
        super.setUp();
        on(a);
        art = newCollection("https://sea.example/");
        art.mint(ALICE, "");
        art.mint(ALICE, "");
        send(a, b, address(art), 1, ALICE);
        send(a, b, address(art), 2, ALICE);
        deliverAll(a, b);
        stage(a, b, c);
        send(b, a, address(representation(b, a, address(art))), 1, ALICE);
    }

    // -------------------------------------------------------------------------------------------------------- VANISHED

    /// @dev Whichever two companies vanish, the other three go on.
    function test_AnyKGoOnWithoutTheOthers() public {
        uint256 tried;
        for (uint256 i; i < VALIDATORS; ++i) {
            for (uint256 j = i + 1; j < VALIDATORS; ++j) {
                for (uint256 k = j + 1; k < VALIDATORS; ++k) {
                    ++tried;
                    for (uint256 act; act < acts.length; ++act) {
                        if (act % 10 != tried % 10) continue;
                        _assertDoneBy(i, j, k, acts[act]);
                    }
                }
            }
        }
        assertEq(tried, 10);
    }

    /// @dev Everybody vanishes after attesting: operators, relayers, validators. She needs nobody's key and nobody's message
    /// but her own, and neither does whoever helps her.
    function test_WithEverybodyGoneSheTakesHersOut() public {
        bytes32 lane = laneBetween(b, a);
        bytes memory published = signCheckpoint(lane, 4, headAt(lane, 4));
        _forgetAllKeys();
        on(a);
        vm.prank(ALICE);
        a.gateway.claim(lane, 4, headAt(lane, 3), sent[lane][3], new bytes32[](0), published);
        assertEq(art.ownerOf(1), ALICE);
    }

    /// @dev Nor do parked messages and late ones need anybody: who retries, and who returns, is whoever comes.
    function test_WithEverybodyGoneStrangersFinish() public {
        bytes32 lane = laneBetween(b, a);
        pauseBy(keys[0], a, 0, address(art), 1 hours);
        deliver(b, a, 1, 4);
        bytes32 id = headAt(lane, 4);
        assertTrue(a.gateway.parkedMessage(id) != 0);
        _forgetAllKeys();
        skip(1 hours);
        uint256 before = vm.snapshotState();
        vm.prank(makeAddr("a stranger"));
        a.gateway.retry(lane, id, sent[lane][3]);
        assertEq(art.ownerOf(1), ALICE);
        vm.revertToState(before);
        skip(30 days);
        bytes memory message = sent[lane][3];
        vm.prank(makeAddr("a stranger"));
        vm.expectEmit(true, true, false, true, address(a.gateway));
        emit IInbox.MessageReturned(lane, id, 0);
        a.gateway.retry(lane, id, message);
    }

    // ------------------------------------------------------------------------------------------------ EVERYBODY'S KEYS

    /// @dev One person with every key: each act, done. None takes anything out of a vault, or makes anybody else able to.
    function test_AllKeysTogetherHaveNoWayToTake() public {
        address vault = vaultAt(a, b);
        for (uint256 i; i < acts.length; ++i) {
            if (
                bytes4(acts[i].call) == IInbox.deliver.selector
                    || bytes4(acts[i].call) == IInbox.claim.selector
            ) {
                continue;
            }
            uint256 before = vm.snapshotState();
            on(a);
            (bool ok,) = attempt(address(a.gateway), acts[i], sign(digestOf(a, acts[i])));
            assertTrue(ok, acts[i].name);
            assertEq(art.ownerOf(1), vault, acts[i].name);
            assertEq(art.ownerOf(2), vault, acts[i].name);
            assertEq(art.getApproved(1), address(0), acts[i].name);
            assertFalse(art.isApprovedForAll(vault, RELAYER), acts[i].name);
            vm.revertToStateAndDelete(before);
        }
    }

    /// @dev Nor do they have a say in who goes home: what Alice has on B she sends, whatever the council decides there.
    function test_NoActKeepsHerFromGoingHome() public {
        stage(b, a, c);
        IOutbox.SendRequest memory r = request(a, address(representation(b, a, address(art))), 2, ALICE);
        for (uint256 i; i < acts.length; ++i) {
            // A pause is for days; a lane that is being closed gives what is behind it to the holders listed.
            if (_isPassing(acts[i].name)) continue;
            uint256 before = vm.snapshotState();
            on(b);
            (bool ok,) = attempt(address(b.gateway), acts[i], sign(digestOf(b, acts[i])));
            assertTrue(ok, acts[i].name);
            uint96 fee = b.gateway.termsOf(a.id).fee;
            vm.deal(ALICE, fee);
            vm.prank(ALICE);
            b.gateway.send{value: fee}(r);
            vm.revertToStateAndDelete(before);
        }
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _assertDoneBy(uint256 i, uint256 j, uint256 k, Act memory act) private {
        uint256 before = vm.snapshotState();
        bytes32 digest = digestOf(a, act);
        bytes memory signatures =
            bytes.concat(signature(keys[i], digest), signature(keys[j], digest), signature(keys[k], digest));
        on(a);
        (bool ok,) = attempt(address(a.gateway), act, signatures);
        assertTrue(ok, act.name);
        vm.revertToStateAndDelete(before);
    }

    /// @dev So that the test cannot sign any more by mistake.
    function _forgetAllKeys() private {
        delete keys;
    }

    function _isPassing(string memory name) private pure returns (bool) {
        bytes32 hash = keccak256(bytes(name));
        return hash == keccak256("extendPause") || hash == keccak256("proposeWindDown");
    }
}
