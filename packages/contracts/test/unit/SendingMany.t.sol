// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IRepresentation} from "../../src/interfaces/IRepresentation.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {RevertingMoney} from "../mocks/HostileErc20.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Several collections, homes and destinations in one transaction: all of them or none
contract SendingManyTest is EndingTest {
    CreatorCollection private foreign;

    /// @dev On A: what is born there, and an NFT that is born on B.
    function setUp() public override {
        super.setUp();
        on(b);
        foreign = newCollection("https://b.example/");
        foreign.mint(ALICE, "");
        send(b, a, address(foreign), 1, ALICE);
        deliverAll(b, a);
        for (uint8 standard = 1; standard <= 3; ++standard) {
            approve(a, standard, ALICE);
        }
    }

    function test_AllArrive() public {
        IOutbox.SendRequest[] memory all = _all();
        on(a);
        vm.prank(ALICE);
        bytes32[] memory ids = a.gateway.sendMany(all);
        collect();
        bytes32 lane = laneBetween(a, b);
        assertEq(ids.length, 4);
        // An announcement stands before each of the first two on its lane, and before none of what goes home.
        assertEq(ids[0], headAt(lane, 2));
        assertEq(ids[2], headAt(lane, 4));
        assertEq(ids[3], headAt(lane, 5));
        assertEq(ids[1], headAt(laneBetween(a, c), 2));
        arrive(a, b);
        arrive(a, c);
        assertHeld(b, STANDARD_ERC721, ALICE);
        assertHeld(c, STANDARD_ERC1155, ALICE);
        assertHeld(b, STANDARD_ERC20, ALICE);
        // It goes on through its own home.
        arrive(b, c);
        assertEq(representation(c, b, address(foreign)).ownerOf(1), ALICE);
    }

    function test_NoneLeavesWhenOneCannot() public {
        for (uint256 i; i < 4; ++i) {
            IOutbox.SendRequest[] memory all = _all();
            all[i].recipient = NOBODY;
            on(a);
            vm.prank(ALICE);
            vm.expectRevert(IOutbox.RecipientMissing.selector);
            a.gateway.sendMany(all);
            _expectNothingLeft();
        }
        freeze(STANDARD_ERC20, true);
        IOutbox.SendRequest[] memory whole = _all();
        vm.prank(ALICE);
        vm.expectRevert(RevertingMoney.Frozen.selector);
        a.gateway.sendMany(whole);
        _expectNothingLeft();
    }

    function test_RevertWhen_OneIsSentTwice() public {
        IOutbox.SendRequest[] memory all = _all();
        all[2] = all[3];
        on(a);
        vm.prank(ALICE);
        vm.expectPartialRevert(IRepresentation.NotTheOwner.selector);
        a.gateway.sendMany(all);
        _expectNothingLeft();
    }

    function test_NothingAtAllIsNothing() public {
        on(a);
        vm.prank(ALICE);
        assertEq(a.gateway.sendMany(new IOutbox.SendRequest[](0)).length, 0);
        _expectNothingLeft();
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _all() private view returns (IOutbox.SendRequest[] memory all) {
        all = new IOutbox.SendRequest[](4);
        all[0] = ask(a, b, STANDARD_ERC721, ALICE);
        all[1] = ask(a, c, STANDARD_ERC1155, ALICE);
        all[2] = ask(a, b, STANDARD_ERC20, ALICE);
        all[3] = request(c, address(representation(a, b, address(foreign))), 1, ALICE);
    }

    function _expectNothingLeft() private view {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            assertHeld(a, standard, ALICE);
        }
        assertEq(representation(a, b, address(foreign)).ownerOf(1), ALICE);
        assertEq(a.gateway.outboundLane(laneBetween(a, b)).count, 0);
        assertEq(a.gateway.outboundLane(laneBetween(a, c)).count, 0);
    }
}
