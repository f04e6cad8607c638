// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {RevertingMoney} from "../mocks/HostileErc20.sol";
import {ScriptedToken} from "../mocks/HostileTokens.sol";
import {EndingTest} from "../utils/EndingTest.sol";
import {IFullRepresentation} from "../utils/IFullRepresentation.sol";

/// @title Anybody has home say again what a collection is
contract AnnouncingTest is EndingTest {
    function test_EveryStandardIsKnownBeforeAnythingArrives() public {
        for (uint8 standard = 1; standard <= 3; ++standard) {
            _announce(standard);
        }
        deliverAll(a, b);
        assertEq(representation(b, a, address(art)).name(), "Hostile");
        assertEq(IERC20Metadata(tokenOn(b, STANDARD_ERC20)).name(), "Odd Money");
        assertEq(IERC20Metadata(tokenOn(b, STANDARD_ERC20)).decimals(), 18);
        assertTrue(tokenOn(b, STANDARD_ERC1155).code.length != 0);
        // What comes then has its record, and announces nothing again.
        for (uint8 standard = 1; standard <= 3; ++standard) {
            cross(a, b, standard);
            assertEq(sent[laneBetween(a, b)].length, 3 + standard);
        }
        deliverAll(a, b);
        assertEq(representation(b, a, address(art)).tokenURI(ID), URI);
        assertEq(IERC1155MetadataURI(tokenOn(b, STANDARD_ERC1155)).uri(ID), URI);
    }

    function test_TheSampleIsRefreshedWhereItIs() public {
        bring(STANDARD_ERC721);
        bring(STANDARD_ERC1155);
        art.script("ipfs://new");
        shells.script("ipfs://new");
        _announce(STANDARD_ERC721);
        _announce(STANDARD_ERC1155);
        deliverAll(a, b);
        assertEq(representation(b, a, address(art)).tokenURI(ID), "ipfs://new");
        assertEq(IERC1155MetadataURI(tokenOn(b, STANDARD_ERC1155)).uri(ID), "ipfs://new");
    }

    function test_AnnouncingAgainRefreshesTheName() public {
        ScriptedToken token = new ScriptedToken();
        token.script("https://old.example/1");
        token.mint(ALICE, 1);
        send(a, b, address(token), 1, ALICE);
        deliverAll(a, b);
        token.script("https://new.example/1");
        token.rename(unicode"新しい名前");
        on(a);
        vm.prank(BOB);
        a.gateway.announce(b.id, address(token), STANDARD_ERC721, 1);
        collect();
        deliverAll(a, b);
        IFullRepresentation there = representation(b, a, address(token));
        assertEq(there.name(), unicode"新しい名前");
        assertEq(there.tokenURI(1), "https://new.example/1");
    }

    /// @dev Consumed after a later one, it defines its record and changes nothing else.
    function test_AnOlderAnnouncementDoesNotTakeTheNameBack() public {
        ScriptedToken token = new ScriptedToken();
        token.mint(ALICE, 1);
        token.mint(ALICE, 2);
        token.script("https://old.example/1");
        send(a, b, address(token), 1, ALICE);
        token.rename("New");
        token.script("https://new.example/2");
        send(a, b, address(token), 2, ALICE);
        claim(a, b, 3);
        assertEq(representation(b, a, address(token)).name(), "New");
        claim(a, b, 1);
        assertEq(representation(b, a, address(token)).name(), "New");
        deliverAll(a, b);
        assertEq(representation(b, a, address(token)).tokenURI(1), "https://old.example/1");
        assertEq(representation(b, a, address(token)).tokenURI(2), "https://new.example/2");
        assertEq(representation(b, a, address(token)).name(), "New");
    }

    /// @dev A stranger can only ever say what home says.
    function test_AnnouncingAgainAndAgainChangesNothing() public {
        bring(STANDARD_ERC721);
        for (uint256 i; i < 5; ++i) {
            _announce(STANDARD_ERC721);
        }
        deliverAll(a, b);
        assertEq(representation(b, a, address(art)).tokenURI(ID), URI);
        cross(b, a, STANDARD_ERC721);
        arrive(b, a);
        cross(a, b, STANDARD_ERC721);
        assertEq(sent[laneBetween(a, b)].length, 2 + 5 + 1, "the record is the same");
    }

    // -------------------------------------------------------------------------------------------------------- REFUSALS

    function test_RevertWhen_ItWasNotBornHere() public {
        bring(STANDARD_ERC721);
        address there = tokenOn(b, STANDARD_ERC721);
        on(b);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.NotAHomeCollection.selector, there));
        b.gateway.announce(c.id, there, STANDARD_ERC721, ID);
        address nothing = makeAddr("nothing");
        on(a);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.NotAHomeCollection.selector, nothing));
        a.gateway.announce(b.id, nothing, STANDARD_ERC721, ID);
    }

    function test_RevertWhen_ItIsOfNoStandard() public {
        uint8[3] memory none = [0, 4, 255];
        for (uint256 i; i < none.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenInvalid.selector, address(art)));
            a.gateway.announce(b.id, address(art), none[i], ID);
        }
    }

    function test_RevertWhen_MoneyIsNotListed() public {
        RevertingMoney other = new RevertingMoney();
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotListed.selector, address(other)));
        a.gateway.announce(b.id, address(other), STANDARD_ERC20, 0);
        // An NFT is no money either.
        vm.expectRevert(abi.encodeWithSelector(IOutbox.TokenNotListed.selector, address(art)));
        a.gateway.announce(b.id, address(art), STANDARD_ERC20, 0);
    }

    function test_RevertWhen_NothingMayLeave() public {
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, 99));
        a.gateway.announce(99, address(art), STANDARD_ERC721, ID);
        pauseBy(keys[0], a, b.id, NOBODY, 1 hours);
        vm.expectPartialRevert(ILanes.LaneIsPaused.selector);
        a.gateway.announce(b.id, address(art), STANDARD_ERC721, ID);
    }

    /// @dev One that changes what it says with each call uses up its own numbers, and nobody else's.
    function test_AFickleCollectionCountsForItselfOnly() public {
        ScriptedToken fickle = new ScriptedToken();
        for (uint256 i; i < 20; ++i) {
            fickle.script(vm.toString(keccak256(abi.encode(i))));
            a.gateway.announce(b.id, address(fickle), STANDARD_ERC721, 1);
        }
        collect();
        bring(STANDARD_ERC721);
        // Record 1, whatever number the other has come to.
        assertEq(uint8(latest(laneBetween(a, b))[114 + 34]), 1);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _announce(uint8 standard) private {
        on(a);
        vm.prank(BOB);
        bytes32 id =
            a.gateway.announce(b.id, homeToken(standard), standard, standard == STANDARD_ERC20 ? 0 : ID);
        collect();
        bytes32 lane = laneBetween(a, b);
        assertEq(id, headAt(lane, sent[lane].length));
    }
}
