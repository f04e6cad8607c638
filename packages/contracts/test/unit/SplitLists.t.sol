// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ISplitFactory} from "../../src/interfaces/ISplitFactory.sol";
import {SplitTest} from "../utils/SplitTest.sol";

/// @title A split's address follows from its list, and only an owner changes the list
contract SplitListsTest is SplitTest {
    // ------------------------------------------------------------------------------------------------------ CREATING

    function test_ItsAddressIsKnownBefore() public {
        address expected = factory.splitOf(address(0), trio(), "salt");
        assertEq(expected.code.length, 0);
        vm.expectEmit(address(factory));
        emit ISplitFactory.SplitCreated(expected, address(0), trio());
        assertEq(factory.create(address(0), trio(), "salt"), expected);
        assertTrue(factory.isSplit(expected));
    }

    function test_MakingItAgainGivesTheSame() public {
        address split = factory.create(address(0), trio(), 0);
        vm.prank(OTHER);
        vm.recordLogs();
        assertEq(factory.create(address(0), trio(), 0), split);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_OwnerListAndSaltMakeOthers() public {
        address split = factory.create(address(0), trio(), 0);
        assertNotEq(factory.create(address(0), trio(), "other"), split);
        assertNotEq(factory.create(PAINTER, trio(), 0), split);
        assertNotEq(factory.create(address(0), pair(PAINTER, 1, POET, 2), 0), split);
        ISplit.Share[] memory nested = trio();
        nested[0].nested = true;
        assertNotEq(factory.create(address(0), nested, 0), split);
    }

    function test_ItTellsItsList(uint256 seed, uint256 count, bool isOwned) public {
        count = bound(count, 1, 40);
        ISplit.Share[] memory shares = new ISplit.Share[](count);
        for (uint256 i; i < count; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint32 weight = uint32(bound(random >> 8, 1, type(uint32).max >> 1));
            shares[i] = ISplit.Share(address(uint160(random >> 96)), weight, random & 1 == 1);
        }
        address owner = isOwned ? OTHER : address(0);
        ISplit split = ISplit(factory.create(owner, shares, bytes32(seed)));
        assertEq(abi.encode(split.shares()), abi.encode(shares));
        assertEq(split.owner(), owner);
        assertEq(address(split), factory.splitOf(owner, shares, bytes32(seed)));
    }

    function test_FiveHundredArePossible() public {
        assertEq(make(crowd(500)).shares().length, 500);
    }

    function test_RevertWhen_NobodyIsOnIt() public {
        _expectCount(0);
    }

    function test_RevertWhen_ThereAreTooMany() public {
        _expectCount(501);
    }

    function test_RevertWhen_AShareIsNoShare() public {
        _expectInvalid(address(0), 1);
        _expectInvalid(POET, 0);
        _expectInvalid(POET, uint32(1) << 31);
    }

    function test_OtherAccountsAreNoSplits() public {
        assertFalse(factory.isSplit(address(0)));
        assertFalse(factory.isSplit(OTHER));
        assertFalse(factory.isSplit(address(factory)));
        assertFalse(factory.isSplit(address(yen)));
    }

    function test_ItShowsItsInterface() public {
        ISplit split = make(trio());
        assertTrue(_supports(split, type(ISplit).interfaceId));
        assertTrue(_supports(split, 0x01ffc9a7));
        assertFalse(_supports(split, 0xffffffff));
    }

    // ------------------------------------------------------------------------------------------------------ CHANGING

    function test_AnOwnerChangesTheList() public {
        ISplit split = _owned();
        vm.expectEmit(address(split));
        emit ISplit.SharesChanged(pair(POET, 1, SINGER, 1));
        vm.prank(PAINTER);
        split.setShares(pair(POET, 1, SINGER, 1));
        assertEq(abi.encode(split.shares()), abi.encode(pair(POET, 1, SINGER, 1)));
        yen.mint(address(split), 10);
        split.distribute(address(yen));
        assertEq(got(POET), 5);
        assertEq(got(PAINTER), 0);
    }

    /// @dev The owner stands in the first list, and is changed elsewhere: a list that took its place names none.
    function test_AListThatWasChangedIsKeptAsAFixedOne() public {
        ISplit split = _owned();
        vm.prank(PAINTER);
        split.setShares(pair(POET, 1, SINGER, 1));
        bytes memory entries = abi.encodePacked(POET, uint32(1), SINGER, uint32(1));
        // Behind a stop, so that nobody can run it.
        assertEq(split.listAt().code, abi.encodePacked(uint8(0), uint8(0), entries));
    }

    /// @dev Anybody can make a clone with any bytes behind it: with too few for an owner it has none.
    function test_AListThatIsTooShortForAnOwnerHasNone() public {
        address implementation = factory.implementation();
        bytes memory short = abi.encodePacked(uint8(1), type(uint152).max);
        assertEq(ISplit(Clones.cloneWithImmutableArgs(implementation, short)).owner(), address(0));
        bytes memory enough = abi.encodePacked(uint8(1), PAINTER);
        assertEq(ISplit(Clones.cloneWithImmutableArgs(implementation, enough)).owner(), PAINTER);
    }

    function test_RevertWhen_SomebodyElseChangesIt() public {
        ISplit split = _owned();
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(ISplit.CallerNotOwner.selector, OTHER, PAINTER));
        split.setShares(trio());
    }

    function test_RevertWhen_ItHasNoOwner() public {
        ISplit split = make(trio());
        vm.prank(PAINTER);
        vm.expectRevert(abi.encodeWithSelector(ISplit.CallerNotOwner.selector, PAINTER, address(0)));
        split.setShares(trio());
    }

    function test_RevertWhen_TheNewListIsNone() public {
        ISplit split = _owned();
        vm.prank(PAINTER);
        vm.expectRevert(abi.encodeWithSelector(ISplit.ShareCountInvalid.selector, 0));
        split.setShares(new ISplit.Share[](0));
    }

    function test_AnotherOwnerAccepts() public {
        ISplit split = _owned();
        vm.prank(PAINTER);
        split.transferOwnership(POET);
        assertEq(split.owner(), PAINTER);
        assertEq(split.nextOwner(), POET);
        vm.prank(POET);
        split.acceptOwnership();
        assertEq(split.owner(), POET);
        assertEq(split.nextOwner(), address(0));
        vm.prank(POET);
        split.setShares(trio());
    }

    function test_RevertWhen_WhoWasNotNamedAccepts() public {
        ISplit split = _owned();
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(ISplit.CallerNotNextOwner.selector, OTHER, address(0)));
        split.acceptOwnership();
    }

    function test_AnOwnerMayGiveUpForEver() public {
        ISplit split = _owned();
        vm.startPrank(PAINTER);
        split.transferOwnership(POET);
        split.transferOwnership(address(0));
        vm.expectRevert(abi.encodeWithSelector(ISplit.CallerNotOwner.selector, PAINTER, address(0)));
        split.setShares(trio());
        vm.stopPrank();
        vm.prank(POET);
        vm.expectRevert(abi.encodeWithSelector(ISplit.CallerNotNextOwner.selector, POET, address(0)));
        split.acceptOwnership();
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _owned() private returns (ISplit) {
        return ISplit(factory.create(PAINTER, trio(), 0));
    }

    function _supports(ISplit split, bytes4 id) private view returns (bool) {
        (bool ok, bytes memory answer) =
            address(split).staticcall(abi.encodeWithSignature("supportsInterface(bytes4)", id));
        return ok && abi.decode(answer, (bool));
    }

    function _expectCount(uint256 count) private {
        ISplit.Share[] memory shares = crowd(count);
        vm.expectRevert(abi.encodeWithSelector(ISplit.ShareCountInvalid.selector, count));
        factory.create(address(0), shares, 0);
    }

    function _expectInvalid(address payee, uint32 weight) private {
        ISplit.Share[] memory shares = pair(PAINTER, 1, payee, weight);
        vm.expectRevert(abi.encodeWithSelector(ISplit.ShareInvalid.selector, payee, weight));
        factory.create(address(0), shares, 0);
    }
}
