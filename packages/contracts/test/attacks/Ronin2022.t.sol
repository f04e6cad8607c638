// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {LibString} from "solady/utils/LibString.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IHub} from "../../src/interfaces/IHub.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IWindDown} from "../../src/interfaces/IWindDown.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {SignedActs} from "../utils/SignedActs.sol";

/// @title Ronin, March 2022: one company held four of nine validator keys and could still use a fifth
/// @notice Five keys signed two withdrawals of $624M. Here a seat is one address, listed once; k of more than half the
/// seats must sign, each once; and with k - 1 of them there is no function that does anything. That one company does not
/// sit in several seats is for the manifest to say: no contract can tell whose key a key is.
contract Ronin2022Test is SignedActs {
    function setUp() public override {
        super.setUp();
        stage(a, b, c);
    }

    // -------------------------------------------------------------------------------------------------- ONE KEY SHORT

    /// @dev Whatever the thieves put in the place of the key that they lack.
    function test_OneKeyShortDoesNothingAnywhere() public {
        uint256 stranger = _keyAbove(vm.addr(keys[QUORUM - 2]));
        for (uint256 i; i < acts.length; ++i) {
            bytes32 digest = digestOf(a, acts[i]);
            bytes memory held = signWith(keys, QUORUM - 1, digest);
            bytes memory first = signature(keys[0], digest);
            bytes memory last = signature(keys[QUORUM - 2], digest);
            assertRefused(a, acts[i], "", QuorumLib.SignatureCountWrong.selector);
            assertRefused(a, acts[i], held, QuorumLib.SignatureCountWrong.selector);
            assertRefused(a, acts[i], bytes.concat(held, hex"00"), QuorumLib.SignatureCountWrong.selector);
            assertRefused(a, acts[i], bytes.concat(held, last), QuorumLib.SignaturesUnordered.selector);
            assertRefused(a, acts[i], bytes.concat(first, held), QuorumLib.SignaturesUnordered.selector);
            assertRefused(a, acts[i], bytes.concat(held, first), QuorumLib.SignaturesUnordered.selector);
            assertRefused(a, acts[i], bytes.concat(held, new bytes(64)), QuorumLib.SignatureInvalid.selector);
            assertRefused(a, acts[i], bytes.concat(held, signature(stranger, digest)), UNSIGNED);
            assertDoneByQuorum(a, acts[i]);
        }
    }

    /// @dev A quorum's signatures in any other order, or one more than a quorum, are refused as well: there is one way to sign.
    function test_ThereIsOneWayToSign() public {
        for (uint256 i; i < acts.length; ++i) {
            bytes32 digest = digestOf(a, acts[i]);
            bytes memory mixed = bytes.concat(
                signature(keys[1], digest), signature(keys[0], digest), signature(keys[2], digest)
            );
            assertRefused(a, acts[i], mixed, QuorumLib.SignaturesUnordered.selector);
            bytes memory more = signWith(keys, QUORUM + 1, digest);
            assertRefused(a, acts[i], more, QuorumLib.SignatureCountWrong.selector);
        }
    }

    /// @dev What this file tries is everything there is: the gateway's other functions that end with bytes take a
    /// message, or a person's own signature.
    function test_NoFunctionIsLeftOut() public view {
        string memory json = vm.readFile("out/IGateway.sol/IGateway.json");
        string[] memory signatures = vm.parseJsonKeys(json, ".methodIdentifiers");
        uint256 found;
        for (uint256 i; i < signatures.length; ++i) {
            if (!LibString.endsWith(signatures[i], ",bytes)")) continue;
            bytes4 selector = bytes4(keccak256(bytes(signatures[i])));
            if (_isPersons(selector)) continue;
            assertTrue(_isTried(selector), signatures[i]);
            ++found;
        }
        assertEq(found, acts.length);
    }

    // --------------------------------------------------------------------------------------------- ONE KEY, TWO SEATS

    function test_AKeyHasOneSeat() public {
        address[] memory twice = successors;
        twice[1] = twice[0];
        bytes memory signatures = sign(rotationDigest(0, twice, QUORUM, 0));
        on(a);
        vm.expectRevert(QuorumLib.ValidatorSetInvalid.selector);
        a.gateway.rotate(twice, QUORUM, 0, signatures);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _isPersons(bytes4 selector) private pure returns (bool) {
        return selector == IInbox.retry.selector || selector == IInbox.redirect.selector
            || selector == IIntents.sendBySignature.selector || selector == IWindDown.takeOut.selector
            || selector == ICouncil.pause.selector || selector == IHub.passOn.selector;
    }

    function _isTried(bytes4 selector) private view returns (bool) {
        for (uint256 i; i < acts.length; ++i) {
            if (bytes4(acts[i].call) == selector) return true;
        }
        return false;
    }

    /// @dev So that only its not being a validator's is wrong with it.
    function _keyAbove(address least) private pure returns (uint256 key) {
        for (key = 1; vm.addr(key) <= least; ++key) {}
    }
}
