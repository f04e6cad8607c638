// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {MetadataLib} from "../../src/libraries/MetadataLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {ScriptedToken, SilentToken} from "../mocks/HostileTokens.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title What may be sent, and what is refused by name
contract SendingTest is ZoneTest {
    CreatorCollection internal token;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i; i < 17; ++i) {
            token.mint(ALICE, "");
        }
        vm.prank(ALICE);
        token.setApprovalForAll(address(a.gateway), true);
    }

    function test_RevertWhen_NoLaneIsOpen() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.destinationChainId = 99;
        _expect(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, 99), r);
        r.destinationChainId = a.id;
        _expect(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, a.id), r);
    }

    function test_RevertWhen_TheNumberOfTokensIsWrong() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.ids = new uint256[](0);
        _expect(abi.encodeWithSelector(IOutbox.AssetCountInvalid.selector, 0), r);
        r.ids = new uint256[](17);
        _expect(abi.encodeWithSelector(IOutbox.AssetCountInvalid.selector, 17), r);
    }

    function test_RevertWhen_AmountsDoNotPairWithIds() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.amounts = new uint256[](2);
        (r.amounts[0], r.amounts[1]) = (1, 1);
        _expect(abi.encodeWithSelector(IOutbox.AmountsInvalid.selector), r);
        r.amounts = new uint256[](1);
        _expect(abi.encodeWithSelector(IOutbox.AmountsInvalid.selector), r);
        r.amounts[0] = 1 << 128;
        _expect(abi.encodeWithSelector(IOutbox.AmountsInvalid.selector), r);
        (r.ids, r.amounts[0]) = (new uint256[](0), 1);
        _expect(abi.encodeWithSelector(IOutbox.TokenNotListed.selector, address(token)), r);
    }

    function test_RevertWhen_NobodyReceives() public {
        _expect(
            abi.encodeWithSelector(IOutbox.RecipientMissing.selector),
            request(b, address(token), 1, address(0))
        );
    }

    function test_RevertWhen_TheReferenceIsTooLong() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.ref = new bytes(33);
        _expect(abi.encodeWithSelector(IOutbox.ReferenceTooLong.selector, 33), r);
    }

    function test_RevertWhen_TheDeadlineIsOutOfBounds() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        uint40 now_ = 1_800_000_000;
        uint40[2] memory wrong = [now_ + 1 hours - 1, now_ + 30 * DAY + 1];
        for (uint256 i; i < 2; ++i) {
            r.deadline = wrong[i];
            _expect(
                abi.encodeWithSelector(
                    IOutbox.DeadlineOutOfBounds.selector, wrong[i], now_ + 1 hours, now_ + 30 * DAY
                ),
                r
            );
        }
        r.deadline = now_ + 1 hours;
        sendAs(a, r, ALICE);
    }

    function test_RevertWhen_EtherIsSent() public {
        vm.deal(ALICE, 1);
        on(a);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, 0, 1));
        a.gateway.send{value: 1}(request(b, address(token), 1, ALICE));
    }

    function test_RevertWhen_TheSenderIsNotTheOwner() public {
        on(a);
        vm.prank(BOB);
        vm.expectRevert();
        a.gateway.send(request(b, address(token), 1, BOB));
    }

    function test_RevertWhen_TheTokenDidNotMove() public {
        SilentToken silent = new SilentToken();
        silent.mint(ALICE, 1);
        silent.setHostile(true);
        _expect(
            abi.encodeWithSelector(IOutbox.TokenNotReceived.selector, address(silent), 1),
            request(b, address(silent), 1, ALICE)
        );
    }

    function test_RevertWhen_TheTokenHasNoCode() public {
        on(a);
        vm.prank(ALICE);
        vm.expectRevert();
        a.gateway.send(request(b, makeAddr("nothing"), 1, ALICE));
    }

    function test_RevertWhen_ATokenIsNamedTwice() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, ALICE);
        r.ids = new uint256[](2);
        (r.ids[0], r.ids[1]) = (1, 1);
        on(a);
        vm.prank(ALICE);
        vm.expectRevert();
        a.gateway.send(r);
    }

    function test_RevertWhen_AUriIsTooLong() public {
        ScriptedToken scripted = new ScriptedToken();
        scripted.mint(ALICE, 1);
        scripted.script(string(new bytes(1025)));
        _expect(
            abi.encodeWithSelector(MetadataLib.UriTooLong.selector, 1, 1025),
            request(b, address(scripted), 1, ALICE)
        );
    }

    function test_RevertWhen_SomebodyElsesRepresentationIsSent() public {
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        vm.prank(ALICE);
        there.setApprovalForAll(BOB, true);
        on(b);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IRepresentation.NotTheOwner.selector, 1, BOB));
        b.gateway.send(request(a, address(there), 1, BOB));
    }

    /// @dev Too little gas must not pass for a token without metadata.
    function testFuzz_LittleGasNeverStripsMetadata(uint256 gas) public {
        gas = bound(gas, 50_000, 400_000);
        on(a);
        vm.prank(ALICE);
        try a.gateway.send{gas: gas}(request(b, address(token), 1, ALICE)) {
            collect();
            deliverAll(a, b);
            assertEq(representation(b, a, address(token)).tokenURI(1), "https://sea.example/1");
        } catch {
            assertEq(token.ownerOf(1), ALICE);
        }
    }

    function test_ARepresentationCannotBeAnnounced() public {
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        address there = address(representation(b, a, address(token)));
        on(b);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.NotAHomeCollection.selector, there));
        b.gateway.announce(c.id, there, STANDARD_ERC721, 1);
    }

    function test_HomeOfIsBelievedOnlyOfOwnClones() public {
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        address there = address(representation(b, a, address(token)));
        (uint64 chainId, address home, uint8 standard) = b.gateway.homeOf(there);
        assertEq(chainId, a.id);
        assertEq(home, address(token));
        assertEq(standard, 1);
        address copy = makeAddr("copy");
        vm.etch(copy, there.code);
        (chainId, home, standard) = b.gateway.homeOf(copy);
        assertEq(home, address(0));
    }

    function _expect(bytes memory reason, IOutbox.SendRequest memory r) private {
        on(a);
        vm.startPrank(ALICE);
        CreatorCollection(r.token).setApprovalForAll(address(a.gateway), true);
        vm.expectRevert(reason);
        a.gateway.send(r);
        vm.stopPrank();
    }
}
