// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {ISplit} from "../../src/interfaces/ISplit.sol";
import {ISplitFactory} from "../../src/interfaces/ISplitFactory.sol";
import {BlocklistingMoney} from "../mocks/HostileErc20.sol";
import {Built} from "./Built.sol";

/// @title A factory of splits, money that blocks accounts, and three creators
abstract contract SplitTest is Test {
    address internal constant COIN = address(0);

    ISplitFactory internal factory;
    BlocklistingMoney internal yen;

    address internal immutable PAINTER;
    uint256 internal immutable PAINTER_KEY;
    address internal immutable POET = makeAddr("poet");
    address internal immutable SINGER = makeAddr("singer");
    address internal immutable RELAYER = makeAddr("relayer");
    address internal immutable OTHER = makeAddr("other");

    constructor() {
        (PAINTER, PAINTER_KEY) = makeAddrAndKey("painter");
    }

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        factory = Built.splitFactory();
        yen = new BlocklistingMoney();
    }

    // -------------------------------------------------------------------------------------------------------- LISTS

    /// @dev Five, three and two tenths.
    function trio() internal view returns (ISplit.Share[] memory shares) {
        shares = new ISplit.Share[](3);
        shares[0] = ISplit.Share(PAINTER, 50, false);
        shares[1] = ISplit.Share(POET, 30, false);
        shares[2] = ISplit.Share(SINGER, 20, false);
    }

    function pair(address first, uint32 firstWeight, address second, uint32 secondWeight)
        internal
        pure
        returns (ISplit.Share[] memory shares)
    {
        shares = new ISplit.Share[](2);
        shares[0] = ISplit.Share(first, firstWeight, false);
        shares[1] = ISplit.Share(second, secondWeight, false);
    }

    /// @dev Payees whom nobody knows, each with one part more than the one before.
    function crowd(uint256 count) internal pure returns (ISplit.Share[] memory shares) {
        shares = new ISplit.Share[](count);
        for (uint256 i; i < count; ++i) {
            shares[i] = ISplit.Share(member(i), uint32(i + 1), false);
        }
    }

    function member(uint256 i) internal pure returns (address) {
        return address(uint160(0xc0de0000 + i));
    }

    function make(ISplit.Share[] memory shares) internal returns (ISplit) {
        return ISplit(factory.create(address(0), shares, 0));
    }

    // -------------------------------------------------------------------------------------------------------- MONEY

    /// @dev A split that has been paid.
    function paid(ISplit.Share[] memory shares, uint256 amount) internal returns (ISplit split) {
        split = make(shares);
        yen.mint(address(split), amount);
    }

    function got(address payee) internal view returns (uint256) {
        return yen.balanceOf(payee);
    }

    function credited(ISplit split, address payee) internal view returns (uint256) {
        return split.credit(payee, address(yen));
    }
}
