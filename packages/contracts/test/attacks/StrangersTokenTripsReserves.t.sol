// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {IVault} from "../../src/interfaces/IVault.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FickleNft} from "../mocks/MoreOddTokens.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title A stranger's token trips a reserve check: it says that its vault is short, so that everybody is stopped
/// @notice Anybody may bring a token that lies about who owns it. What it says counts for itself: its own collection is
/// quarantined, has its own limit, is struck from a list. Nobody else waits for it or loses by it.
contract StrangersTokenTripsReservesTest is EndingTest {
    address private immutable STRANGER = makeAddr("stranger");

    FickleNft private lying;

    /// @dev Alice's token of an honest collection and her money are on B, and so is the stranger's, by its own word. Then
    /// it says that its vault has it no more.
    function setUp() public override {
        super.setUp();
        bring(STANDARD_ERC721);
        bring(STANDARD_ERC20);
        on(a);
        lying = new FickleNft();
        send(a, b, address(lying), 1, STRANGER);
        deliverAll(a, b);
        lying.tell(STRANGER);
    }

    // ---------------------------------------------------------------------------------------------------- QUARANTINES

    /// @dev What a node does about the shortfall that it sees: that collection, and no lane.
    function test_ItsQuarantineStopsItself() public {
        pauseBy(keys[0], a, 0, address(lying), 6 hours);
        send(b, a, address(representation(b, a, address(lying))), 1, STRANGER);
        bytes32 id = headAt(laneBetween(b, a), 1);
        cross(b, a, STANDARD_ERC721);
        cross(b, a, STANDARD_ERC20);
        deliverAll(b, a);
        assertTrue(isParked(a, id));
        assertHeld(a, STANDARD_ERC721, ALICE);
        assertHeld(a, STANDARD_ERC20, ALICE);
    }

    /// @dev A token that lies does not come home, and holds nothing up that comes behind it in the same batch.
    function test_ItsLieIsItsOwnLoss() public {
        lying.tell(makeAddr("not the recipient"));
        bytes32 id = send(b, a, address(representation(b, a, address(lying))), 1, STRANGER);
        cross(b, a, STANDARD_ERC721);
        deliverAll(b, a);
        assertTrue(isParked(a, id));
        assertHeld(a, STANDARD_ERC721, ALICE);
    }

    // ---------------------------------------------------------------------------------------------------------- LIMITS

    /// @dev A flood of the stranger's own NFTs uses up the stranger's own limit.
    function test_ItsFloodUsesUpItsOwnLimit() public {
        bytes memory signatures = decide(b, ActLib.setDefaultLimit(nonce(b), 2, 60));
        on(b);
        b.gateway.setDefaultLimit(2, 60, signatures);
        on(a);
        CreatorCollection flood = newCollection("https://flood.example/");
        for (uint256 id = 1; id <= 5; ++id) {
            flood.mint(STRANGER, "");
            send(a, b, address(flood), id, STRANGER);
        }
        CreatorCollection honest = newCollection("https://land.example/");
        honest.mint(ALICE, "");
        send(a, b, address(honest), 1, ALICE);
        deliverAll(a, b);
        assertEq(representation(b, a, address(flood)).balanceOf(STRANGER), 2);
        assertEq(representation(b, a, address(honest)).ownerOf(1), ALICE);
    }

    // ------------------------------------------------------------------------------------------------------ WIND-DOWN

    /// @dev If any token could void the list of a dead chain's holders, one that lies whenever a list is proposed would
    /// keep everybody waiting for ever. Only its own holding is struck.
    function test_ItsHoldingIsStruckAndTheListStands() public {
        IWindDown.Holding memory hers = IWindDown.Holding(b.id, STANDARD_ERC721, address(art), ID, 1, ALICE);
        IWindDown.Holding memory its =
            IWindDown.Holding(b.id, STANDARD_ERC721, address(lying), 1, 1, STRANGER);
        bytes32 root = _propose(hers, its);
        bytes32[] memory toHers = _proof(its);
        bytes32[] memory toIts = _proof(hers);
        vm.expectEmit(address(a.gateway));
        emit IWindDown.HoldingStruck(b.id, _leaf(its));
        a.gateway.challengeExcess(its, toIts);
        (bytes32 standing,) = a.gateway.windDownOf(b.id);
        assertEq(standing, root);
        // Nor can it be used to strike hers.
        vm.expectRevert(IWindDown.ChallengeUnproven.selector);
        a.gateway.challengeExcess(hers, toHers);
        skip(7 days);
        vm.prank(ALICE);
        a.gateway.takeOut(hers, toHers, ALICE, 0, "");
        assertHeld(a, STANDARD_ERC721, ALICE);
        // Saying the truth afterwards does not bring it back.
        lying.tell(vaultAt(a, b));
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.HoldingTaken.selector, _leaf(its)));
        a.gateway.takeOut(its, toIts, STRANGER, 0, "");
    }

    /// @dev A token that tells the truth until the list counts, and then that it is somewhere else, holds up its own holder.
    function test_ALateLieHoldsUpItself() public {
        lying.tell(vaultAt(a, b));
        IWindDown.Holding memory hers = IWindDown.Holding(b.id, STANDARD_ERC20, address(yen), 0, UNITS, ALICE);
        IWindDown.Holding memory its =
            IWindDown.Holding(b.id, STANDARD_ERC721, address(lying), 1, 1, STRANGER);
        _propose(hers, its);
        bytes32[] memory toHers = _proof(its);
        bytes32[] memory toIts = _proof(hers);
        skip(7 days);
        lying.tell(makeAddr("neither"));
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IVault.TokenNotReleased.selector, lying, 1));
        a.gateway.takeOut(its, toIts, STRANGER, 0, "");
        vm.prank(ALICE);
        a.gateway.takeOut(hers, toHers, ALICE, 0, "");
        assertHeld(a, STANDARD_ERC20, ALICE);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev A list of two.
    function _propose(IWindDown.Holding memory one, IWindDown.Holding memory two)
        private
        returns (bytes32 root)
    {
        root = Hashes.commutativeKeccak256(_leaf(one), _leaf(two));
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, root, 0));
        on(a);
        a.gateway.proposeWindDown(b.id, 0, root, 0, signatures);
    }

    function _proof(IWindDown.Holding memory other) private pure returns (bytes32[] memory proof) {
        proof = new bytes32[](1);
        proof[0] = _leaf(other);
    }

    function _leaf(IWindDown.Holding memory holding) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(holding))));
    }
}
