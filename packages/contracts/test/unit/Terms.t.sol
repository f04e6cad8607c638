// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @dev Takes fees, refuses them, or wants them twice.
contract Collector {
    enum Mode {
        Take,
        Refuse,
        Again
    }

    Mode public mode;
    bool public succeeded;

    function behave(Mode mode_) external {
        mode = mode_;
    }

    receive() external payable {
        if (mode == Mode.Refuse) revert("no");
        if (mode == Mode.Again) {
            (succeeded,) = msg.sender.call(abi.encodeCall(IOutbox.collectFees, (31_338)));
        }
    }
}

/// @title What a lane asks of those who send over it, and nobody who exits is refused
contract TermsTest is EndingTest {
    uint96 private constant FEE = 0.001 ether;
    uint32 private constant QUOTA = 2;

    Collector private collector;

    function setUp() public override {
        super.setUp();
        collector = new Collector();
        for (uint256 id = ID + 1; id <= ID + 4; ++id) {
            art.mint(ALICE, id);
        }
        vm.deal(ALICE, 1 ether);
        vm.deal(RELAYER, 1 ether);
        approve(a, STANDARD_ERC721, ALICE);
    }

    // ------------------------------------------------------------------------------------------------------------ FEES

    /// @dev Else it would be the free way to fill a lane.
    function test_AnnouncingCostsAsASendDoes() public {
        _setTerms(a, b, FEE, QUOTA);
        on(a);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, FEE, 0));
        a.gateway.announce(b.id, address(art), STANDARD_ERC721, ID);
        for (uint256 i; i < QUOTA; ++i) {
            vm.prank(ALICE);
            a.gateway.announce{value: FEE}(b.id, address(art), STANDARD_ERC721, ID);
        }
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.QuotaSpent.selector, ALICE, QUOTA));
        a.gateway.announce{value: FEE}(b.id, address(art), STANDARD_ERC721, ID);
        a.gateway.collectFees(b.id);
        assertEq(address(collector).balance, FEE * QUOTA);
    }

    function test_TheFeeIsExact() public {
        _setTerms(a, b, FEE, 0);
        uint256[3] memory wrong = [uint256(0), FEE - 1, FEE + 1];
        for (uint256 i; i < wrong.length; ++i) {
            vm.prank(ALICE);
            vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, FEE, wrong[i]));
            a.gateway.send{value: wrong[i]}(request(b, address(art), ID, ALICE));
        }
        _send(b, ID, FEE);
        assertEq(address(a.gateway).balance, FEE);
        // The other lane asks for nothing.
        _send(c, ID + 1, 0);
    }

    function test_ManyPayTheSumOfWhatTheirLanesAsk() public {
        _setTerms(a, b, FEE, 0);
        _setTerms(a, c, 2 * FEE, 0);
        IOutbox.SendRequest[] memory all = new IOutbox.SendRequest[](3);
        all[0] = request(b, address(art), ID, ALICE);
        all[1] = request(c, address(art), ID + 1, ALICE);
        all[2] = request(b, address(art), ID + 2, ALICE);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, 4 * FEE, 3 * FEE));
        a.gateway.sendMany{value: 3 * FEE}(all);
        a.gateway.sendMany{value: 4 * FEE}(all);
        vm.stopPrank();
        _collect(b, 2 * FEE);
        _collect(c, 2 * FEE);
    }

    function test_WhoSubmitsAnIntentPays() public {
        _setTerms(a, b, FEE, 1);
        IOutbox.SendRequest memory r = request(b, address(art), ID, ALICE);
        IIntents.Intent memory intent = IIntents.Intent(ALICE, 1, type(uint40).max);
        bytes memory signature = _signed(r, intent);
        vm.startPrank(RELAYER);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, FEE, 0));
        a.gateway.sendBySignature(r, intent, signature, "");
        a.gateway.sendBySignature{value: FEE}(r, intent, signature, "");
        vm.stopPrank();
        // And who signed used the quota up.
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.QuotaSpent.selector, ALICE, 1));
        a.gateway.send{value: FEE}(request(b, address(art), ID + 1, ALICE));
    }

    function test_ExitsPayTheFeeOfTheirLane() public {
        bring(STANDARD_ERC721);
        _setTerms(b, a, FEE, 0);
        address there = tokenOn(b, STANDARD_ERC721);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeeWrong.selector, FEE, 0));
        b.gateway.send(request(a, there, ID, ALICE));
        b.gateway.send{value: FEE}(request(a, there, ID, ALICE));
        vm.stopPrank();
    }

    function test_AnybodyHandsTheFeesToTheirCollector() public {
        _setTerms(a, b, FEE, 0);
        _send(b, ID, FEE);
        _send(b, ID + 1, FEE);
        _collect(b, 2 * FEE);
        assertEq(address(collector).balance, 2 * FEE);
        // Nothing is left, and nothing more comes of asking again.
        a.gateway.collectFees(b.id);
        assertEq(address(collector).balance, 2 * FEE);
    }

    function test_RevertWhen_TheCollectorDoesNotTakeThem() public {
        _setTerms(a, b, FEE, 0);
        _send(b, ID, FEE);
        collector.behave(Collector.Mode.Refuse);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeesNotTaken.selector, collector));
        a.gateway.collectFees(b.id);
        collector.behave(Collector.Mode.Take);
        _collect(b, FEE);
        // Nobody to give it to: a lane that never had terms.
        vm.expectRevert(abi.encodeWithSelector(IOutbox.FeesNotTaken.selector, NOBODY));
        a.gateway.collectFees(c.id);
    }

    function test_Attack_ACollectorCollectsTwice() public {
        _setTerms(a, b, FEE, 0);
        _setTerms(a, c, FEE, 0);
        _send(b, ID, FEE);
        _send(c, ID + 1, FEE);
        collector.behave(Collector.Mode.Again);
        _collect(b, FEE);
        assertFalse(collector.succeeded());
        assertEq(address(a.gateway).balance, FEE, "the other lane's");
    }

    function test_TermsCanBeGivenUp() public {
        _setTerms(a, b, FEE, 1);
        _send(b, ID, FEE);
        _setTerms(a, b, 0, 0);
        _send(b, ID + 1, 0);
        _send(b, ID + 2, 0);
    }

    // ----------------------------------------------------------------------------------------------------------- QUOTA

    function test_AQuotaIsPerSenderAndDay() public {
        _setTerms(a, b, 0, QUOTA);
        art.mint(BOB, 99);
        _send(b, ID, 0);
        _send(b, ID + 1, 0);
        _expectSpent(ID + 2);
        send(a, b, address(art), 99, BOB);
        _send(c, ID + 2, 0);
        // The last second of the day, and the first of the next.
        vm.warp((block.timestamp / 1 days + 1) * 1 days - 1);
        _expectSpent(ID + 3);
        skip(1);
        _send(b, ID + 3, 0);
        _send(b, ID + 4, 0);
    }

    function test_ExitsHaveNoQuota() public {
        for (uint256 id = ID; id <= ID + 4; ++id) {
            _send(b, id, 0);
        }
        deliverAll(a, b);
        _setTerms(b, a, 0, 1);
        for (uint256 id = ID; id <= ID + 4; ++id) {
            send(b, id % 2 == 0 ? a : c, tokenOn(b, STANDARD_ERC721), id, ALICE);
        }
        arrive(b, a);
        arrive(a, c);
        assertEq(art.balanceOf(ALICE) + representation(c, a, address(art)).balanceOf(ALICE), 5);
    }

    /// @dev A failed send uses nothing up.
    function test_WhatWasNotSentDoesNotCount() public {
        _setTerms(a, b, 0, 1);
        freeze(STANDARD_ERC721, true);
        vm.prank(ALICE);
        vm.expectRevert();
        a.gateway.send(request(b, address(art), ID, ALICE));
        freeze(STANDARD_ERC721, false);
        _send(b, ID, 0);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _setTerms(Side memory at, Side memory to, uint96 fee, uint32 quota) private {
        bytes32 act = ActLib.setTerms(nonce(at), to.id, fee, address(collector), quota);
        bytes memory signatures = decide(at, act);
        on(at);
        at.gateway.setTerms(to.id, fee, address(collector), quota, signatures);
    }

    function _send(Side memory to, uint256 id, uint256 value) private {
        on(a);
        vm.prank(ALICE);
        a.gateway.send{value: value}(request(to, address(art), id, ALICE));
        collect();
    }

    function _expectSpent(uint256 id) private {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IOutbox.QuotaSpent.selector, ALICE, QUOTA));
        a.gateway.send(request(b, address(art), id, ALICE));
    }

    function _collect(Side memory of_, uint256 amount) private {
        uint256 before = address(collector).balance;
        vm.prank(BOB);
        a.gateway.collectFees(of_.id);
        assertEq(address(collector).balance, before + amount);
    }

    function _signed(IOutbox.SendRequest memory r, IIntents.Intent memory intent)
        private
        view
        returns (bytes memory)
    {
        return signature(uint256(keccak256("alice")), digestAt(a, this.intentHash(r, intent)));
    }

    function intentHash(IOutbox.SendRequest calldata r, IIntents.Intent calldata intent)
        external
        pure
        returns (bytes32)
    {
        return ActLib.sendIntent(r, intent);
    }
}
