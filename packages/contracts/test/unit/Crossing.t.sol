// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title Tokens cross and come back
contract CrossingTest is ZoneTest {
    CreatorCollection internal token;

    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i; i < 16; ++i) {
            token.mint(ALICE, "");
        }
    }

    function test_ATokenCrossesAndComesBack() public {
        send(a, b, address(token), 1, ALICE);
        assertEq(token.ownerOf(1), vaultAt(a, b));
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.ownerOf(1), ALICE);
        assertEq(there.tokenURI(1), "https://sea.example/1");
        assertEq(there.name(), "Sea Creatures");
        assertEq(there.symbol(), "SEA");
        assertEq(there.contractURI(), "ipfs://contract");

        send(b, a, address(there), 1, ALICE);
        assertEq(there.balanceOf(ALICE), 0);
        assertEq(token.ownerOf(1), vaultAt(a, b));
        deliverAll(b, a);
        assertEq(token.ownerOf(1), ALICE);
    }

    function test_AMessageCarriesUpToSixteenTokens() public {
        IOutbox.SendRequest memory r = request(b, address(token), 1, BOB);
        r.ids = new uint256[](16);
        for (uint256 i; i < 16; ++i) {
            r.ids[i] = i + 1;
        }
        sendAs(a, r, ALICE);
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.balanceOf(BOB), 16);
        r = request(a, address(there), 1, ALICE);
        r.ids = new uint256[](16);
        for (uint256 i; i < 16; ++i) {
            r.ids[i] = i + 1;
        }
        sendAs(b, r, BOB);
        deliverAll(b, a);
        assertEq(token.balanceOf(ALICE), 16);
    }
}
