// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {CreatorCollection} from "../../src/samples/CreatorCollection.sol";
import {TestYen} from "../../src/samples/TestYen.sol";
import {CouncilTest} from "../utils/CouncilTest.sol";

/// @title What happens at home when a chain dies
contract WindDownTest is CouncilTest {
    CreatorCollection internal token;
    TestYen internal money;
    IWindDown.Holding[4] internal list;
    bytes32 internal root;
    uint40 internal from;

    /// @dev Alice has token 1 and 400 of the money there, Bob token 2 and 600.
    function setUp() public override {
        super.setUp();
        on(a);
        token = newCollection("https://sea.example/");
        for (uint256 i = 1; i < 4; ++i) {
            on(a);
            token.mint(ALICE, "");
            if (i < 3) send(a, b, address(token), i, ALICE);
        }
        money = new TestYen(address(this));
        money.mint(ALICE, 1_000);
        bytes memory signatures =
            decide(a, ActLib.listToken(nonce(a), address(money), 2, type(uint88).max, 60));
        on(a);
        a.gateway.listToken(address(money), 2, type(uint88).max, 60, signatures);
        _sendMoney(1_000);
        list[0] = IWindDown.Holding(b.id, 1, address(token), 1, 1, ALICE);
        list[1] = IWindDown.Holding(b.id, 1, address(token), 2, 1, BOB);
        list[2] = IWindDown.Holding(b.id, 3, address(money), 0, 400, ALICE);
        list[3] = IWindDown.Holding(b.id, 3, address(money), 0, 600, BOB);
        root = _root();
        from = uint40(block.timestamp) + 7 * DAY;
    }

    // ------------------------------------------------------------------------------------------------------ PROPOSING

    function test_ClosesBothLanes() public {
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, 0, root, "evidence"));
        vm.expectEmit(address(a.gateway));
        emit IWindDown.WindDownProposed(b.id, root, "evidence", from);
        a.gateway.proposeWindDown(b.id, 0, root, "evidence", signatures);
        assertTrue(a.gateway.outboundLane(laneBetween(a, b)).closed);
        assertTrue(a.gateway.inboundLane(laneBetween(b, a)).closed);
        (bytes32 standing, uint40 claimable) = a.gateway.windDownOf(b.id);
        assertEq(standing, root);
        assertEq(claimable, from);

        IOutbox.SendRequest memory r = request(b, address(token), 3, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsClosed.selector, b.id));
        a.gateway.send(r);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsClosed.selector, b.id));
        a.gateway.deliver(laneBetween(b, a), 1, new bytes[](1), new bytes32[](0), "");
        send(a, c, address(token), 3, ALICE);
    }

    function test_RevertWhen_SomethingIsUndelivered() public {
        deliverAll(a, b);
        send(b, a, address(representation(b, a, address(token))), 1, ALICE);
        send(b, a, address(representation(b, a, address(token))), 2, ALICE);
        _expectProposalRefused(abi.encodeWithSelector(IWindDown.DeliveryIncomplete.selector, 0, 2), 2, root);
        bytes32 lane = laneBetween(b, a);
        bytes memory signatures = signCheckpoint(lane, 2, headAt(lane, 2));
        on(a);
        a.gateway.claim(lane, 2, headAt(lane, 1), sent[lane][1], new bytes32[](0), signatures);
        // Somebody was ahead: then this is not the last message.
        _expectProposalRefused(abi.encodeWithSelector(IWindDown.DeliveryIncomplete.selector, 0, 0), 0, root);
        deliverAll(b, a);
        _propose(2, root);
    }

    function test_RevertWhen_ItCannotBeProposed() public {
        // Nomad, 2022: an unset root, under which anything would be proven.
        _expectProposalRefused(abi.encodeWithSelector(ICouncil.ActOutOfBounds.selector), 0, 0);
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), 50, 0, root, 0));
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneNotOpen.selector, 50));
        a.gateway.proposeWindDown(50, 0, root, 0, signatures);
        bytes32 lane = laneBetween(b, a);
        signatures = decide(a, ActLib.halt(nonce(a), lane, 1, 0));
        uint256 before = vm.snapshotState();
        a.gateway.halt(lane, 1, 0, signatures);
        _expectProposalRefused(abi.encodeWithSelector(ILanes.LaneIsHalted.selector, lane), 0, root);
        vm.revertToState(before);
        _propose(0, root);
        _expectProposalRefused(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id), 0, root);
        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneIsClosed.selector, b.id));
        a.gateway.halt(lane, 1, 0, signatures);
    }

    function test_TheCouncilWithdrawsAProposalBeforeItCounts() public {
        _propose(0, root);
        uint256 before = vm.snapshotState();
        vm.warp(from - 1);
        bytes memory signatures = decide(a, ActLib.cancelWindDown(nonce(a), b.id));
        vm.expectEmit(address(a.gateway));
        emit IWindDown.WindDownCancelled(b.id, root);
        a.gateway.cancelWindDown(b.id, signatures);
        _expectOpen();
        vm.revertToState(before);
        vm.warp(from);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id));
        a.gateway.cancelWindDown(b.id, signatures);
    }

    // ----------------------------------------------------------------------------------------------------- CHALLENGES

    function test_ATokenListedTwiceVoidsTheList() public {
        list[1].id = 1;
        root = _root();
        _propose(0, root);
        vm.prank(makeAddr("anybody"));
        a.gateway.challengeDouble(list[0], _proof(0), list[1], _proof(1));
        _expectOpen();
    }

    function test_RevertWhen_NoTokenIsListedTwice() public {
        _propose(0, root);
        _expectNotDouble(0, 0);
        _expectNotDouble(0, 1);
        _expectNotDouble(2, 3);
        IWindDown.Holding memory made = list[0];
        made.holder = BOB;
        bytes32[] memory proof = _proof(0);
        vm.expectPartialRevert(IWindDown.HoldingUnproven.selector);
        a.gateway.challengeDouble(list[0], proof, made, proof);
    }

    function test_MoreListedMoneyThanTheVaultHoldsVoidsTheList() public {
        list[3].amount = 1_001;
        root = _root();
        _propose(0, root);
        a.gateway.challengeExcess(list[3], _proof(3));
        _expectOpen();
    }

    function test_RevertWhen_TheVaultHoldsEnough() public {
        _propose(0, root);
        for (uint256 i; i < list.length; ++i) {
            bytes32[] memory proof = _proof(i);
            vm.expectRevert(IWindDown.ChallengeUnproven.selector);
            a.gateway.challengeExcess(list[i], proof);
        }
        vm.warp(from);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id));
        a.gateway.challengeExcess(list[0], _proof(0));
    }

    /// @dev Whoever challenges cannot make an honest token look silent by giving too little gas.
    function test_Attack_AChallengeWithLowGas() public {
        _propose(0, root);
        bytes memory call_ = abi.encodeCall(IWindDown.challengeExcess, (list[3], _proof(3)));
        for (uint256 gas_ = 20_000; gas_ < 700_000; gas_ += 9_973) {
            (bool ok,) = address(a.gateway).call{gas: gas_}(call_);
            assertFalse(ok);
        }
        (bytes32 standing,) = a.gateway.windDownOf(b.id);
        assertEq(standing, root);
    }

    /// @dev Whoever finds a token stopped must not be able to end what others have of it.
    function test_Attack_AStoppedTokenIsChallenged() public {
        _propose(0, root);
        vm.mockCallRevert(address(token), abi.encodeCall(token.ownerOf, (2)), "stopped");
        bytes32[] memory proof = _proof(1);
        vm.expectRevert(IWindDown.ChallengeUnproven.selector);
        a.gateway.challengeExcess(list[1], proof);
        vm.clearMockedCalls();
        vm.warp(from);
        _takeOut(1, BOB, BOB);
        assertEq(token.ownerOf(2), BOB);
    }

    // ---------------------------------------------------------------------------------------------------- TAKING OUT

    function test_HoldersTakeTheirOwn() public {
        _propose(0, root);
        bytes32[] memory proof = _proof(0);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NoticeNotOver.selector, from));
        a.gateway.takeOut(list[0], proof, ALICE, 0, "");
        vm.warp(from);
        bytes32 leaf = _leaf(0);
        vm.expectEmit(address(a.gateway));
        emit IWindDown.HoldingReleased(b.id, leaf, ALICE, RELAYER);
        _takeOut(0, ALICE, RELAYER);
        assertEq(token.ownerOf(1), RELAYER);
        _expectTaken(0, ALICE);
        _takeOut(2, ALICE, ALICE);
        _takeOut(3, BOB, BOB);
        assertEq(money.balanceOf(ALICE), 400);
        assertEq(money.balanceOf(BOB), 600);
    }

    function test_AHolderSignsForAnotherAccount() public {
        (address holder, uint256 key) = makeAddrAndKey("holder");
        list[1].holder = holder;
        root = _root();
        _propose(0, root);
        vm.warp(from);
        bytes32[] memory proof = _proof(1);
        bytes memory signed = signature(key, digestAt(a, ActLib.claim(_leaf(1), BOB, from + 60)));
        vm.startPrank(RELAYER);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, holder));
        a.gateway.takeOut(list[1], proof, RELAYER, from + 60, signed);
        vm.expectRevert(abi.encodeWithSelector(IIntents.SignatureWrong.selector, holder));
        a.gateway.takeOut(list[1], proof, BOB, from + 61, signed);
        vm.warp(from + 61);
        vm.expectRevert(abi.encodeWithSelector(IIntents.IntentExpired.selector, from + 60));
        a.gateway.takeOut(list[1], proof, BOB, from + 60, signed);
        vm.warp(from + 60);
        a.gateway.takeOut(list[1], proof, BOB, from + 60, signed);
        vm.stopPrank();
        assertEq(token.ownerOf(2), BOB);
    }

    function testFuzz_RevertWhen_TheListHasNoSuchHolding(uint8 field, uint256 value) public {
        _propose(0, root);
        vm.warp(from);
        IWindDown.Holding memory other = list[0];
        if (field % 4 == 0) other.id = value;
        else if (field % 4 == 1) other.amount = value;
        else if (field % 4 == 2) other.standard = uint8(value);
        else other.token = address(uint160(value));
        vm.assume(keccak256(abi.encode(other)) != keccak256(abi.encode(list[0])));
        bytes32[] memory proof = _proof(0);
        vm.prank(ALICE);
        vm.expectPartialRevert(IWindDown.HoldingUnproven.selector);
        a.gateway.takeOut(other, proof, ALICE, 0, "");
        // An inner node of the tree is no leaf.
        proof = new bytes32[](0);
        vm.prank(ALICE);
        vm.expectPartialRevert(IWindDown.HoldingUnproven.selector);
        a.gateway.takeOut(list[0], proof, ALICE, 0, "");
    }

    function test_RevertWhen_NoWindDownStands() public {
        bytes32[] memory proof = _proof(0);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id));
        a.gateway.takeOut(list[0], proof, ALICE, 0, "");
        vm.expectRevert(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id));
        a.gateway.challengeExcess(list[0], proof);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.WindDownWrong.selector, b.id));
        a.gateway.challengeDouble(list[0], proof, list[1], proof);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _sendMoney(uint256 amount) private {
        IOutbox.SendRequest memory r = request(b, address(money), 0, ALICE);
        r.ids = new uint256[](0);
        r.amounts = new uint256[](1);
        r.amounts[0] = amount;
        vm.startPrank(ALICE);
        money.approve(address(a.gateway), amount);
        a.gateway.send(r);
        vm.stopPrank();
        collect();
    }

    function _propose(uint64 sequence, bytes32 root_) private {
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, sequence, root_, 0));
        on(a);
        a.gateway.proposeWindDown(b.id, sequence, root_, 0, signatures);
    }

    function _expectProposalRefused(bytes memory reason, uint64 sequence, bytes32 root_) private {
        bytes memory signatures = decide(a, ActLib.proposeWindDown(nonce(a), b.id, sequence, root_, 0));
        on(a);
        vm.expectRevert(reason);
        a.gateway.proposeWindDown(b.id, sequence, root_, 0, signatures);
    }

    function _expectOpen() private {
        assertFalse(a.gateway.outboundLane(laneBetween(a, b)).closed);
        assertFalse(a.gateway.inboundLane(laneBetween(b, a)).closed);
        (bytes32 standing,) = a.gateway.windDownOf(b.id);
        assertEq(standing, 0);
        send(a, b, address(token), 3, ALICE);
    }

    function _expectNotDouble(uint256 i, uint256 j) private {
        (bytes32[] memory one, bytes32[] memory two) = (_proof(i), _proof(j));
        vm.expectRevert(IWindDown.ChallengeUnproven.selector);
        a.gateway.challengeDouble(list[i], one, list[j], two);
    }

    function _takeOut(uint256 i, address holder, address recipient) private {
        bytes32[] memory proof = _proof(i);
        vm.prank(holder);
        a.gateway.takeOut(list[i], proof, recipient, 0, "");
    }

    function _expectTaken(uint256 i, address holder) private {
        bytes32[] memory proof = _proof(i);
        bytes32 leaf = _leaf(i);
        vm.prank(holder);
        vm.expectRevert(abi.encodeWithSelector(IWindDown.HoldingTaken.selector, leaf));
        a.gateway.takeOut(list[i], proof, holder, 0, "");
    }

    function _leaf(uint256 i) private view returns (bytes32) {
        IWindDown.Holding memory h = list[i];
        return keccak256(
            bytes.concat(keccak256(abi.encode(h.chainId, h.standard, h.token, h.id, h.amount, h.holder)))
        );
    }

    function _root() private view returns (bytes32) {
        return Hashes.commutativeKeccak256(
            Hashes.commutativeKeccak256(_leaf(0), _leaf(1)), Hashes.commutativeKeccak256(_leaf(2), _leaf(3))
        );
    }

    function _proof(uint256 i) private view returns (bytes32[] memory proof) {
        proof = new bytes32[](2);
        proof[0] = _leaf(i ^ 1);
        uint256 pair = i < 2 ? 2 : 0;
        proof[1] = Hashes.commutativeKeccak256(_leaf(pair), _leaf(pair + 1));
    }
}
