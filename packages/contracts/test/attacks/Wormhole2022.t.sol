// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IGateway} from "../../src/interfaces/IGateway.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {ILanes} from "../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FickleNft} from "../mocks/MoreOddTokens.sol";
import {WaryWallet} from "../mocks/Wallets.sol";
import {Built} from "../utils/Built.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";
import {IntentTest} from "../utils/IntentTest.sol";

/// @title Wormhole, February 2022: whoever called named the account that said that the signatures had been checked
/// @notice The program asked an account that the thief had brought, and minted 120,000 ETH. Here nobody names a verifier:
/// a quorum's signatures are recovered by the gateway itself against the set it keeps, and who is asked about a person's
/// signature is fixed in the gateway's code and says only whether *that* person signed.
contract Wormhole2022Test is IntentTest {
    using ForgedLib for bytes;

    // --------------------------------------------------------------------------------------------------- THEIR OWN ZONE

    /// @dev A thief deploys the same zone, under the same name and from the same code, with validators of their own. It
    /// believes them. The real one was never asked to believe it.
    function test_AZoneOfTheThievesOwn() public {
        bring(STANDARD_ERC721);
        bytes memory forged = latest(_sendHome()).withRecipient(BOB);
        uint256[] memory thieves = freshKeys("thief", VALIDATORS);
        IGateway theirs = _deployAs(thieves);
        assertEq(theirs.zoneId(), a.gateway.zoneId());

        bytes[] memory messages = new bytes[](1);
        messages[0] = forged;
        bytes32 fake = IdLib.laneId(ZONE_ID, b.id, address(b.gateway), a.id, address(theirs));
        bytes memory signatures = _signCheckpoint(thieves, fake, forged);
        bytes32[] memory none;
        uint256 before = vm.snapshotState();
        theirs.deliver(fake, 1, messages, none, signatures);
        assertEq(theirs.inboundLane(fake).delivered, 1, "convinced of it");
        vm.revertToState(before);

        vm.expectRevert(abi.encodeWithSelector(ILanes.LaneUnknown.selector, fake));
        a.gateway.deliver(fake, 1, messages, none, signatures);
        bytes32 real = laneBetween(b, a);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(real, 1, messages, none, signatures);
        signatures = _signCheckpoint(thieves, real, forged);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.deliver(real, 1, messages, none, signatures);
        vm.expectPartialRevert(UNSIGNED);
        a.gateway.claim(real, 1, real, forged, none, signatures);
        assertHeld(a, STANDARD_ERC721, vaultAt(a, b));
    }

    /// @dev Nor does a zone believe contracts, even where they are its validators and say yes to everything.
    function test_AContractIsNoKey() public {
        uint256[] memory two = freshKeys("next", 2);
        address[] memory set = new address[](5);
        for (uint256 i; i < 5; ++i) {
            _insert(set, i, i < 2 ? vm.addr(two[i]) : address(new WaryWallet()));
        }
        rotate(a, set, 0);
        bytes32 digest = "anything";
        bytes memory signatures = signWith(two, 2, digest);
        on(a);
        for (uint256 i; i < 4; ++i) {
            // An account's own address in the place of a signature, as some multisigs have it, and what recovers to nobody.
            bytes memory third = abi.encode(i == 0 ? bytes32(0) : bytes32(uint256(uint160(set[i]))), i);
            bytes memory call =
                abi.encodeCall(a.gateway.checkQuorum, (digest, bytes.concat(signatures, third)));
            (bool ok, bytes memory reason) = address(a.gateway).staticcall(call);
            assertFalse(ok);
            // It recovers to nobody, or to somebody who is nobody here.
            if (bytes4(reason) != QuorumLib.SignatureInvalid.selector) expectNoQuorum(a, call);
        }
    }

    // -------------------------------------------------------------------------------------------- THEIR OWN CONTRACTS

    /// @dev A wallet that says yes to whatever it is asked can spend what it has, and nobody else's.
    function test_AWalletThatSignsEverythingSpendsItsOwnOnly() public {
        address wallet = _eager();
        for (uint8 standard = 1; standard <= 3; ++standard) {
            approve(a, standard, ALICE);
            IOutbox.SendRequest memory r = ask(a, b, standard, BOB);
            _expectNotTheirs(a, r, intentOf(wallet, standard));
            // Whom it says yes for is not for the caller to choose.
            expectRefused(a, r, intentOf(ALICE, standard), "yes", "", IIntents.SignatureWrong.selector);
            bring(standard);
            assertHeld(b, standard, ALICE);
            r = ask(b, a, standard, BOB);
            _expectNotTheirs(b, r, intentOf(wallet, standard));
            assertHeld(b, standard, ALICE);
        }
    }

    /// @dev Nor does it speak for whom something is parked.
    function test_AWalletThatSignsEverythingRedirectsNothing() public {
        bring(STANDARD_ERC721);
        bytes32 id = cross(b, a, STANDARD_ERC721);
        freeze(STANDARD_ERC721, true);
        arrive(b, a);
        freeze(STANDARD_ERC721, false);
        address wallet = _eager();
        bytes32 lane = laneBetween(b, a);
        bytes memory message = latest(lane);
        on(a);
        vm.prank(wallet);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotEntitled.selector, id));
        a.gateway.redirect(lane, id, message, wallet, LATER, "yes");
        // Another message with the wallet as recipient is another message, which is not parked.
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotParked.selector, id));
        a.gateway.redirect(lane, id, message.withRecipient(wallet), wallet, LATER, "yes");
    }

    /// @dev Precompiles answer anybody, some with whatever they were asked.
    function test_PrecompilesSignNothing() public {
        approve(a, STANDARD_ERC721, ALICE);
        IOutbox.SendRequest memory r = ask(a, b, STANDARD_ERC721, BOB);
        for (uint160 i; i < 20; ++i) {
            IIntents.Intent memory intent = intentOf(address(i), 1);
            expectRefused(a, r, intent, abi.encode(intent), "", IIntents.SignatureWrong.selector);
        }
    }

    /// @dev A clone of the thief's own code that says that it stands for a token at home. What it sends is its own, and
    /// what comes of that at home stands for it, and opens no vault.
    function test_ARepresentationOfTheThievesOwn() public {
        bring(STANDARD_ERC721);
        on(b);
        bytes memory arguments = abi.encodePacked(a.id, address(art), STANDARD_ERC721);
        FickleNft fake = FickleNft(Clones.cloneWithImmutableArgs(address(new FickleNft()), arguments));
        assertEq(address(fake).code.length, tokenOn(b, STANDARD_ERC721).code.length, "looks the same");
        (, address home,) = b.gateway.homeOf(address(fake));
        assertEq(home, address(0));
        vm.prank(BOB);
        b.gateway.send(request(a, address(fake), ID, BOB));
        collect();
        arrive(b, a);
        assertHeld(a, STANDARD_ERC721, vaultAt(a, b));
        assertEq(representation(a, b, address(fake)).ownerOf(ID), BOB);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev A wallet that says yes to everybody.
    function _eager() private returns (address) {
        WaryWallet wallet = new WaryWallet();
        wallet.aim(address(a.gateway), "nothing that it has");
        return address(wallet);
    }

    /// @dev The signature is good, and the token or the representation says no.
    function _expectNotTheirs(Side memory at, IOutbox.SendRequest memory r, IIntents.Intent memory intent)
        private
    {
        on(at);
        bytes memory call = abi.encodeCall(at.gateway.sendBySignature, (r, intent, "yes", ""));
        (bool ok, bytes memory reason) = address(at.gateway).call(call);
        assertFalse(ok);
        assertGt(reason.length, 3);
        assertNotEq(bytes4(reason), IIntents.SignatureWrong.selector);
    }

    function _sendHome() private returns (bytes32 lane) {
        cross(b, a, STANDARD_ERC721);
        return laneBetween(b, a);
    }

    /// @dev On A, with lanes to and from B.
    function _deployAs(uint256[] memory thieves) private returns (IGateway theirs) {
        on(a);
        IZoneFactory.Zone memory z = zone();
        z.validators = addressesOf(thieves);
        theirs = IGateway(Built.deploy(a.factory, z));
        bytes32 domain = DigestLib.gatewayDomain(ZONE_ID, a.id, address(theirs));
        bytes32 act = ActLib.openLane(0, 0, b.id, address(b.gateway));
        theirs.openLane(0, b.id, address(b.gateway), signWith(thieves, QUORUM, DigestLib.typed(domain, act)));
    }

    function _signCheckpoint(uint256[] memory thieves, bytes32 lane, bytes memory message)
        private
        view
        returns (bytes memory)
    {
        bytes32 head = keccak256(abi.encodePacked(lane, keccak256(message)));
        bytes32 domain = DigestLib.zoneDomain(ZONE_ID);
        return signWith(thieves, QUORUM, DigestLib.checkpoint(domain, lane, 0, 1, head));
    }

    /// @dev Keeps the first `count` of a set and one more in order.
    function _insert(address[] memory set, uint256 count, address account) private pure {
        for (; count > 0 && set[count - 1] > account; --count) {
            set[count] = set[count - 1];
        }
        set[count] = account;
    }
}
