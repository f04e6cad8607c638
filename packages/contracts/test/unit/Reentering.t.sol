// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {CallingToken} from "../mocks/CallingToken.sol";
import {ZoneTest} from "../utils/ZoneTest.sol";

/// @title While a gateway does one thing, it does no other
/// @notice A token that is being sent calls everything at the gateway that changes something.
contract ReenteringTest is ZoneTest {
    bytes[] internal calls;

    function test_NothingIsDoneWithinASend() public {
        _asks(IOutbox.send.selector);
        _asks(IOutbox.sendMany.selector);
        _asks(IOutbox.announce.selector);
        _asks(IIntents.sendBySignature.selector);
        _asks(IInbox.deliver.selector);
        _asks(IInbox.claim.selector);
        _asks(IInbox.retry.selector);
        _asks(IInbox.redirect.selector);
        _asks(ICouncil.rotate.selector);
        _asks(ICouncil.openLane.selector);
        _asks(ICouncil.retireLane.selector);
        _asks(ICouncil.setTerms.selector);
        _asks(IOutbox.collectFees.selector);
        _asks(ICouncil.setLimit.selector);
        _asks(ICouncil.setDefaultLimit.selector);
        _asks(ICouncil.listToken.selector);
        _asks(ICouncil.proposePolicy.selector);
        _asks(ICouncil.adoptPolicy.selector);
        _asks(ICouncil.pause.selector);
        _asks(ICouncil.extendPause.selector);
        _asks(ICouncil.liftPause.selector);
        _asks(ICouncil.halt.selector);
        _asks(ICouncil.reanchor.selector);
        _asks(IWindDown.proposeWindDown.selector);
        _asks(IWindDown.cancelWindDown.selector);
        _asks(IWindDown.challengeExcess.selector);
        _asks(IWindDown.challengeDouble.selector);
        _asks(IWindDown.takeOut.selector);
        on(a);
        CallingToken token = new CallingToken();
        token.mint(ALICE, 1);
        token.aim(address(a.gateway), calls);
        send(a, b, address(token), 1, ALICE);
        for (uint256 i; i < calls.length; ++i) {
            assertEq(
                token.answers(i),
                ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector,
                vm.toString(bytes4(calls[i]))
            );
        }
        assertEq(token.ownerOf(1), vaultAt(a, b));
    }

    /// @dev With nothing but zeros, which decode as whatever a function takes: its lists are empty.
    function _asks(bytes4 selector) private {
        calls.push(abi.encodePacked(selector, new bytes(1280)));
    }
}
