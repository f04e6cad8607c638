// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICustody} from "../../src/interfaces/ICustody.sol";
import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CollectionLib} from "../../src/libraries/CollectionLib.sol";
import {CLASS_NFT, CLASS_SECURITY, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title What no honest gateway writes is refused by its name, and moves nothing
/// @notice The test speaks as the gateway to its custody, as k colluding validators could make it speak.
contract RefusingTest is EndingTest {
    uint8 internal constant NO_STANDARD = 4;
    uint8 internal constant TRANSFER = 1;
    uint8 internal constant FORWARD = 2;
    bytes internal constant PLAIN = abi.encodePacked(ID, uint8(0));

    // ----------------------------------------------------------------------------------------------------- ANY MESSAGE

    function test_RevertWhen_SomebodyElseCalls() public {
        ICustody custody = ICustody(a.gateway.custody());
        uint256[] memory none;
        bytes memory refusal = abi.encodeWithSelector(ICustody.CallerNotGateway.selector, BOB);
        vm.startPrank(BOB);
        vm.expectRevert(refusal);
        custody.execute(b.id, NOBODY, "");
        vm.expectRevert(refusal);
        custody.executeFor(b.id, NOBODY, "", BOB);
        vm.expectRevert(refusal);
        custody.describe(b.id, 1, "");
        vm.expectRevert(refusal);
        custody.burn(address(art), BOB, none, none);
        vm.expectRevert(refusal);
        custody.release(b.id, STANDARD_ERC721, address(art), ID, 1, BOB);
        vm.expectRevert(refusal);
        custody.createVault(50);
        vm.expectRevert(refusal);
        custody.setLimit(address(art), 1, 1);
        vm.expectRevert(refusal);
        custody.setDefaultLimit(1, 1);
    }

    function test_RevertWhen_AMessageIsTooShortForAnything() public {
        bytes memory malformed = abi.encodeWithSelector(ICustody.MessageMalformed.selector);
        _expectRefused(a, b, "", malformed);
        _expectRefused(a, b, hex"01", malformed);
        _expectRefused(a, b, hex"0101", malformed);
        _expectRefused(a, b, hex"0102", malformed);
        _expectRefused(a, b, hex"0103", malformed);
        _expectRefused(a, b, _beginning(returnOf("id", STANDARD_ERC721, a, BOB), 92), malformed);
    }

    function test_RevertWhen_TheKindIsNone() public {
        _expectRefused(a, b, hex"0100", abi.encodeWithSelector(ICustody.KindUnsupported.selector, 1, 0));
        _expectRefused(a, b, hex"0104", abi.encodeWithSelector(ICustody.KindUnsupported.selector, 1, 4));
        _expectRefused(a, b, hex"0203", abi.encodeWithSelector(ICustody.KindUnsupported.selector, 2, 3));
    }

    function test_RevertWhen_TheStandardIsNone() public {
        bytes memory reason = abi.encodeWithSelector(ICustody.StandardUnsupported.selector, NO_STANDARD);
        _expectRefused(a, b, _message(FORWARD, NO_STANDARD, a.id, c.id, PLAIN), reason);
        _expectRefused(b, a, _message(TRANSFER, NO_STANDARD, a.id, b.id, PLAIN), reason);
        // At home there is nothing to make; the assets themselves cannot be read.
        _expectRefused(
            a,
            b,
            _message(TRANSFER, NO_STANDARD, a.id, a.id, PLAIN),
            abi.encodeWithSelector(AssetLib.AssetsMalformed.selector)
        );
    }

    // ------------------------------------------------------------------------------------------------ RETURN AND FORWARD

    function test_RevertWhen_AReturnBringsMetadata() public {
        bytes memory malformed = abi.encodeWithSelector(ICustody.MessageMalformed.selector);
        bytes memory described = abi.encodePacked(ID, uint8(1), uint16(0));
        _expectRefused(b, a, _return(a.id, b.id, described), malformed);
        _expectRefused(a, b, _return(a.id, a.id, described), malformed);
        _expectRefused(a, b, _return(a.id, c.id, described), malformed);
        // As long as a plain one, but of another form.
        _expectRefused(a, b, _return(a.id, c.id, abi.encodePacked(ID, uint8(1))), malformed);
    }

    function test_RevertWhen_AReturnIsFromNowhere() public {
        bytes memory reason = abi.encodeWithSelector(ICustody.MessageMisdirected.selector);
        _expectRefused(b, a, _return(c.id, b.id, PLAIN), reason);
        // What passes through does so at home only.
        _expectRefused(b, a, _return(a.id, c.id, PLAIN), reason);
    }

    function test_RevertWhen_AHomeTokenHasNoCode() public {
        on(a);
        bytes memory call_ = _message(FORWARD, STANDARD_ERC721, a.id, c.id, PLAIN);
        bytes memory unknown = abi.encodeWithSelector(ICustody.CollectionUnknown.selector, address(art));
        bytes memory given = _return(a.id, a.id, PLAIN);
        vm.etch(address(art), "");
        _expectRefused(a, b, call_, unknown);
        _expectRefused(a, b, given, unknown);
        _expectRefused(a, b, _message(TRANSFER, STANDARD_ERC721, a.id, a.id, PLAIN), unknown);
        ICustody custody = ICustody(a.gateway.custody());
        vm.prank(address(a.gateway));
        vm.expectRevert(unknown);
        custody.release(b.id, STANDARD_ERC721, address(art), ID, 1, BOB);
    }

    function test_RevertWhen_AForwardStaysWhereItsTokensAreNot() public {
        on(a);
        ICustody custody = ICustody(a.gateway.custody());
        vm.prank(address(a.gateway));
        vm.expectRevert(ICustody.MessageMisdirected.selector);
        custody.executeFor(b.id, NOBODY, _message(FORWARD, STANDARD_ERC721, c.id, b.id, PLAIN), BOB);
    }

    // ------------------------------------------------------------------------------------------------------ COLLECTION

    function test_RevertWhen_ACollectionMessageIsWrong() public {
        bytes memory good = _collection(1, STANDARD_ERC721, CLASS_NFT, a.id);
        _describe(good);
        _expectNotDescribed(
            _collection(2, STANDARD_ERC721, CLASS_NFT, a.id),
            abi.encodeWithSelector(ICustody.KindUnsupported.selector, 2, 4)
        );
        _expectNotDescribed(
            _collection(1, STANDARD_ERC721, CLASS_SECURITY, a.id),
            abi.encodeWithSelector(ICustody.ClassRefused.selector, CLASS_SECURITY)
        );
        _expectNotDescribed(
            _collection(1, STANDARD_ERC721, CLASS_NFT, c.id),
            abi.encodeWithSelector(ICustody.MessageMisdirected.selector)
        );
        _expectNotDescribed(
            _collection(1, NO_STANDARD, CLASS_NFT, a.id),
            abi.encodeWithSelector(ICustody.StandardUnsupported.selector, NO_STANDARD)
        );
        _expectNotDescribed(_beginning(good, 40), abi.encodeWithSelector(ICustody.MessageMalformed.selector));
        _expectNotDescribed(
            _beginning(good, good.length - 1),
            abi.encodeWithSelector(CollectionLib.CollectionMalformed.selector)
        );
    }

    /// @dev What cannot be described makes nothing, and the lane goes on.
    function test_AWrongCollectionMessageDoesNotHoldTheLaneUp() public {
        bytes32 lane = laneBetween(a, b);
        sent[lane].push(_collection(1, STANDARD_ERC721, CLASS_SECURITY, a.id));
        deliverAll(a, b);
        assertEq(b.gateway.inboundLane(lane).delivered, 1);
        assertEq(tokenOn(b, STANDARD_ERC721).code.length, 0);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    function _expectRefused(Side memory at, Side memory from, bytes memory message, bytes memory reason)
        private
    {
        on(at);
        ICustody custody = ICustody(at.gateway.custody());
        vm.prank(address(at.gateway));
        vm.expectRevert(reason);
        custody.execute(from.id, NOBODY, message);
    }

    function _describe(bytes memory message) private {
        on(b);
        ICustody custody = ICustody(b.gateway.custody());
        vm.prank(address(b.gateway));
        custody.describe(a.id, 1, message);
    }

    function _expectNotDescribed(bytes memory message, bytes memory reason) private {
        on(b);
        ICustody custody = ICustody(b.gateway.custody());
        vm.prank(address(b.gateway));
        vm.expectRevert(reason);
        custody.describe(a.id, 2, message);
    }

    function _beginning(bytes memory whole, uint256 length) private pure returns (bytes memory cut) {
        cut = new bytes(length);
        for (uint256 i; i < length; ++i) {
            cut[i] = whole[i];
        }
    }

    function _message(uint8 kind, uint8 standard, uint64 home, uint64 to, bytes memory assets)
        private
        view
        returns (bytes memory)
    {
        uint40 deadline = uint40(block.timestamp) + DAY;
        return abi.encodePacked(
            abi.encodePacked(uint8(1), kind, standard, uint8(1), deadline, home, address(art)),
            abi.encodePacked(b.id, BOB, NOBODY, to, BOB, uint8(0)),
            assets
        );
    }

    function _return(uint64 home, uint64 refund, bytes memory assets) private view returns (bytes memory) {
        return abi.encodePacked(
            hex"0103010101", home, address(art), refund, BOB, bytes32("the message that ended"), assets
        );
    }

    function _collection(uint8 version, uint8 standard, uint8 class, uint64 home)
        private
        view
        returns (bytes memory)
    {
        return abi.encodePacked(
            abi.encodePacked(version, uint8(4), standard, class, home, address(art), uint16(0)),
            abi.encodePacked(NOBODY, uint16(0), uint8(0), uint8(3), "Art", uint8(1), "A"),
            abi.encodePacked(uint16(0), uint16(0), uint16(0), uint8(0))
        );
    }
}
