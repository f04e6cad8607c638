// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC3009} from "../../src/interfaces/IERC3009.sol";
import {IERC4494} from "../../src/interfaces/IERC4494.sol";
import {IERC7572} from "../../src/interfaces/IERC7572.sol";
import {IPolicy} from "../../src/interfaces/IPolicy.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

import {ICouncil} from "../../src/interfaces/ICouncil.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IZoneFactory} from "../../src/interfaces/IZoneFactory.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";
import {ForgedLib} from "../utils/ForgedLib.sol";

/// @title Poly Network, August 2021: a message made the bridge call the contract that kept its keepers
/// @notice The manager called any contract with a selector that a short search had made to collide, owned the one with the
/// keepers, and put a thief's key there: $611M. Here a message carries no call: the zone calls a fixed list of functions
/// on a token or a receiver, none of which is a function of the zone itself; and who the validators are is no message's matter.
contract Poly2021Test is EndingTest {
    using ForgedLib for bytes;

    address[] private own;
    bytes32 private back;

    /// @dev One token of each standard is on B, and on its way back.
    function setUp() public override {
        super.setUp();
        for (uint8 standard = 1; standard <= 3; ++standard) {
            bring(standard);
            cross(b, a, standard);
        }
        back = laneBetween(b, a);
        IZoneFactory.Zone memory z = zone();
        own = a.factory.addressesOf(ZONE_ID, IdLib.setHash(0, QUORUM, validators), z.settings, z.codeHashes);
        own.push(address(a.factory));
        own.push(vaultAt(a, b));
        own.push(vaultAt(a, c));
    }

    // -------------------------------------------------------------------------------------------------------- FORGED

    /// @dev What k colluding validators, or a whole chain, could write: every contract of the zone as the token, of each
    /// standard; calls to the council as a message, and under kinds that nobody knows.
    function test_AMessageThatReplacesTheKeepers() public {
        bytes[3] memory real = [sent[back][0], sent[back][1], sent[back][2]];
        delete sent[back];
        for (uint256 i; i < own.length; ++i) {
            for (uint256 s; s < 3; ++s) {
                sent[back].push(real[s].withToken(own[i]));
            }
        }
        bytes memory coup = abi.encodeCall(ICouncil.rotate, (addressesOf(freshKeys("thief", 5)), 3, 0, ""));
        sent[back].push(coup);
        for (uint8 kind; kind < 12; ++kind) {
            if (kind != 4) sent[back].push(abi.encodePacked(uint8(1), kind, coup));
        }
        bytes32 state = _stateOfTheZone();
        for (uint64 n; n < sent[back].length; n += 10) {
            uint64 last = n + 10 < sent[back].length ? n + 10 : uint64(sent[back].length);
            deliver(b, a, n + 1, last);
        }
        assertEq(_stateOfTheZone(), state);
        for (uint256 n = 1; n <= sent[back].length; ++n) {
            assertTrue(isParked(a, headAt(back, n)));
        }
        for (uint8 standard = 1; standard <= 3; ++standard) {
            assertHeld(a, standard, vaultAt(a, b));
        }
    }

    /// @dev A Collection message is carried out outside of policy and limits. All that it can do is name a representation.
    function test_ACollectionMessageAboutTheZoneItself() public {
        bytes32 state = _stateOfTheZone();
        for (uint256 i; i < own.length; ++i) {
            on(a);
            a.gateway.announce(b.id, own[i], STANDARD_ERC721, ID);
        }
        collect();
        deliverAll(a, b);
        assertEq(_stateOfTheZone(), state);
        (uint64 epoch,,, address[] memory set) = b.gateway.validatorSet();
        assertEq(epoch, 0);
        assertEq(set, validators);
        for (uint256 i; i < own.length; ++i) {
            address there = b.gateway.representationOf(a.id, own[i], STANDARD_ERC721);
            assertGt(there.code.length, 0);
            assertTrue(there != address(b.gateway) && there != b.gateway.custody());
        }
    }

    /// @dev The zone's contracts as receivers, of tokens that ask them and of tokens that do not.
    function test_TheZoneItselfAsReceiver() public {
        bytes[2] memory real = [sent[back][0], sent[back][1]];
        delete sent[back];
        bytes32 state = _stateOfTheZone();
        for (uint256 i; i < own.length; ++i) {
            sent[back].push(real[1].withRecipient(own[i]));
        }
        deliver(b, a, 1, uint64(own.length));
        assertEq(_stateOfTheZone(), state);
        // None has asked for units, so that none can be stuck there.
        for (uint256 n = 1; n <= own.length; ++n) {
            assertTrue(isParked(a, headAt(back, n)));
        }
        assertHeld(a, STANDARD_ERC1155, vaultAt(a, b));
        // An NFT goes where its holder sends it, and calls nobody there.
        sent[back].push(real[0].withRecipient(address(a.gateway)));
        deliverAll(b, a);
        assertHeld(a, STANDARD_ERC721, address(a.gateway));
        assertEq(_stateOfTheZone(), state);
    }

    // --------------------------------------------------------------------------------------------------------- ASKED

    /// @dev Without forging: the zone's contracts as what somebody sends.
    function test_TheZoneItselfAsToken() public {
        bytes32 state = _stateOfTheZone();
        bytes32 before = a.gateway.outboundLane(laneBetween(a, b)).head;
        for (uint256 i; i < own.length; ++i) {
            for (uint8 standard = 1; standard <= 3; ++standard) {
                IOutbox.SendRequest memory r = ask(a, b, standard, BOB);
                r.token = own[i];
                on(a);
                vm.prank(BOB);
                (bool ok,) = address(a.gateway).call(abi.encodeCall(IOutbox.send, (r)));
                assertFalse(ok);
            }
        }
        assertEq(_stateOfTheZone(), state);
        assertEq(a.gateway.outboundLane(laneBetween(a, b)).head, before);
    }

    // ---------------------------------------------------------------------------------------------------- COLLISIONS

    /// @dev Poly's thief searched for a name whose selector was that of `putCurEpochConPubKeyBytes`. Here the zone chooses
    /// the selectors, and none of those that it calls strangers with is a function of a contract that has rights.
    /// (Vaults receive ERC-1155 tokens and representations are tokens: what those functions do is the standard's.)
    function test_NoSelectorCollides() public view {
        bytes4[20] memory called = [
            IERC721.transferFrom.selector,
            IERC721.ownerOf.selector,
            IERC721Metadata.tokenURI.selector,
            IERC721Metadata.name.selector,
            IERC721Metadata.symbol.selector,
            IERC1155.safeTransferFrom.selector,
            IERC1155.balanceOf.selector,
            IERC1155MetadataURI.uri.selector,
            IERC20.transfer.selector,
            IERC20.balanceOf.selector,
            IERC20Metadata.decimals.selector,
            IERC20Permit.permit.selector,
            IERC4494.permit.selector,
            IERC3009.receiveWithAuthorization.selector,
            IERC2981.royaltyInfo.selector,
            IERC7572.contractURI.selector,
            IERC1271.isValidSignature.selector,
            IERC1155Receiver.onERC1155Received.selector,
            IERC1155Receiver.onERC1155BatchReceived.selector,
            IPolicy.refusal.selector
        ];
        string[7] memory contracts = [
            "IGateway", "Gateway", "GatewayModule", "CouncilModule", "Custody", "ZoneFactory", "RoyaltyRouter"
        ];
        for (uint256 i; i < contracts.length; ++i) {
            _assertNoneOf(called, contracts[i]);
        }
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _assertNoneOf(bytes4[20] memory called, string memory name) private view {
        string memory json = vm.readFile(string.concat("out/", name, ".sol/", name, ".json"));
        string[] memory signatures = vm.parseJsonKeys(json, ".methodIdentifiers");
        assertGt(signatures.length, 0, name);
        for (uint256 i; i < signatures.length; ++i) {
            bytes4 selector = bytes4(keccak256(bytes(signatures[i])));
            for (uint256 j; j < called.length; ++j) {
                assertTrue(selector != called[j], signatures[i]);
            }
        }
    }

    /// @dev Whatever a thief would want to change.
    function _stateOfTheZone() private view returns (bytes32) {
        (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory set) = a.gateway.validatorSet();
        (address policy,,) = a.gateway.policy();
        return keccak256(
            abi.encode(
                epoch,
                setHash,
                quorum,
                set,
                policy,
                nonce(a),
                a.gateway.counterparts(),
                art.isApprovedForAll(vaultAt(a, b), BOB),
                yen.allowance(vaultAt(a, b), BOB)
            )
        );
    }
}
