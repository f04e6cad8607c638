// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {BabblingToken, ReentrantToken} from "../mocks/HostileTokens.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Spam before a victim: 5,000 strangers' messages are in the lane, every relayer is dead, and the last person's
/// is hers for the price of one
contract SpamBeforeAVictimTest is EndingTest {
    uint64 private constant STRANGERS = 5000;
    uint256 private constant CEILING = 150_000;
    uint256 private constant TRANSACTION = 21_000;
    /// @dev Validators sign every sixteenth sequence at the latest.
    uint256 private constant MOST_AFTER = 15;

    bytes32 private lane;
    /// @dev Made before the test, so that nothing that it touches is warm.
    bytes private call;
    bytes private callAmidst;

    function setUp() public override {
        super.setUp();
        lane = laneBetween(a, b);
        // Known there already, as somebody else's was before.
        bring(STANDARD_ERC721);
        art.script("https://sea.example/8.json");
        art.mint(ALICE, ID + 1);
        send(a, b, address(art), ID + 1, ALICE);
        bytes memory hers = latest(lane);
        sent[lane].pop();
        // What strangers sent: nobody has to show it, only its hashes count.
        uint64 before = uint64(sent[lane].length);
        bytes32 head = headAt(lane, before);
        bytes32 prior = head;
        for (uint256 i = 1; i < STRANGERS; ++i) {
            prior = keccak256(abi.encodePacked(prior, keccak256(abi.encode("spam", i))));
        }
        head = keccak256(abi.encodePacked(prior, keccak256(hers)));
        call = _claim(before + STRANGERS, head, prior, hers, new bytes32[](0));
        bytes32[] memory tail = new bytes32[](MOST_AFTER);
        for (uint256 i; i < MOST_AFTER; ++i) {
            tail[i] = keccak256(abi.encode("more spam", i));
            head = keccak256(abi.encodePacked(head, tail[i]));
        }
        callAmidst = _claim(before + STRANGERS + uint64(MOST_AFTER), head, prior, hers, tail);
        on(b);
    }

    function test_TheLastOfFiveThousandPaysForOne() public {
        _expectAffordable(call);
    }

    function test_OneAmidstThemPaysHardlyMore() public {
        _expectAffordable(callAmidst);
    }

    /// @dev Strangers' tokens of the worst kind are before hers. They stop neither the lane nor her.
    function test_SpamBeforeAVictim() public {
        BabblingToken babbling = new BabblingToken();
        ReentrantToken reentrant = new ReentrantToken();
        on(a);
        for (uint256 i = 1; i <= 20; ++i) {
            on(a);
            if (i % 2 == 0) babbling.mint(BOB, i);
            else reentrant.mint(BOB, i);
            send(a, b, i % 2 == 0 ? address(babbling) : address(reentrant), i, BOB);
        }
        art.mint(ALICE, ID + 2);
        send(a, b, address(art), ID + 2, ALICE);
        claim(a, b, uint64(sent[lane].length));
        assertEq(representation(b, a, address(art)).ownerOf(ID + 2), ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(babbling)).balanceOf(BOB), 10);
        assertEq(representation(b, a, address(art)).balanceOf(ALICE), 2);
    }

    function _claim(uint64 last, bytes32 head, bytes32 prior, bytes memory message, bytes32[] memory tail)
        private
        view
        returns (bytes memory)
    {
        bytes memory signatures = signCheckpoint(lane, last, head);
        return abi.encodeCall(b.gateway.claim, (lane, last, prior, message, tail, signatures));
    }

    /// @dev By what a receipt would say.
    function _expectAffordable(bytes memory data) private {
        uint256 before = gasleft();
        (bool ok,) = address(b.gateway).call(data);
        uint256 used = before - gasleft();
        assertTrue(ok);
        assertEq(representation(b, a, address(art)).balanceOf(ALICE), 2);
        assertEq(b.gateway.inboundLane(lane).claimedAhead, 1);
        assertEq(b.gateway.inboundLane(lane).delivered, 2);
        assertLe(used + TRANSACTION + _calldataGas(data), CEILING);
    }

    function _calldataGas(bytes memory data) private pure returns (uint256 gas_) {
        for (uint256 i; i < data.length; ++i) {
            gas_ += data[i] == 0 ? 4 : 16;
        }
    }
}
