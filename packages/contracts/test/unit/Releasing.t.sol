// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";

import {IVault} from "../../src/interfaces/IVault.sol";
import {AssetLib} from "../../src/libraries/AssetLib.sol";
import {CloneLib} from "../../src/libraries/CloneLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {
    FeeUnits,
    GreedyUnits,
    OddUnits,
    ReentrantUnits,
    RevertBombUnits,
    SilentUnits
} from "../mocks/HostileErc1155.sol";
import {
    BareMoney,
    BlocklistingMoney,
    FalseMoney,
    FeeOnTopMoney,
    FeeOnTransferMoney,
    GasBurningMoney,
    HookCallingMoney,
    MegabyteMoney,
    NoReturnMoney,
    OddMoney,
    PausableMoney,
    RebasingMoney,
    RevertBombMoney,
    RevertingMoney,
    SilentMoney
} from "../mocks/HostileErc20.sol";
import {
    GasBurningToken,
    LyingToken,
    ReentrantToken,
    RevertBombToken,
    RevertingToken,
    SilentToken,
    Switchable
} from "../mocks/HostileTokens.sol";
import {UnitsReceiver} from "../mocks/Receivers.sol";
import {PartTest} from "../utils/PartTest.sol";

/// @title A vault lets go exactly what it was told to, whatever the token says or does
contract ReleasingTest is PartTest {
    IVault internal vault;
    IVault internal other;

    function setUp() public {
        address implementation = make("Vault");
        vault = IVault(CloneLib.deployVault(implementation, 5));
        other = IVault(CloneLib.deployVault(implementation, 6));
    }

    // --------------------------------------------------------------------------------------------------------- ERC-721

    function test_TokensAreReleased() public {
        SilentToken token = new SilentToken();
        _hold(token, 1);
        _hold(token, 2);
        vault.release(
            address(token), STANDARD_ERC721, BOB, abi.encodePacked(uint256(1), uint8(0), uint256(2), uint8(0))
        );
        assertEq(token.ownerOf(1), BOB);
        assertEq(token.ownerOf(2), BOB);
    }

    function test_HostileTokensAreNotBelieved() public {
        SilentToken silent = new SilentToken();
        _hold(silent, 1);
        silent.setHostile(true);
        vm.expectRevert(abi.encodeWithSelector(IVault.TokenNotReleased.selector, silent, 1));
        _release721(address(silent));

        LyingToken lying = new LyingToken();
        lying.setOwnerForAll(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IVault.TokenNotReleased.selector, lying, 1));
        _release721(address(lying));

        RevertingToken reverting = new RevertingToken();
        _hold(reverting, 1);
        reverting.setHostile(true);
        vm.expectRevert(RevertingToken.Frozen.selector);
        _release721(address(reverting));

        GasBurningToken burning = new GasBurningToken();
        _hold(burning, 1);
        burning.setHostile(true);
        vm.expectRevert();
        this.release{gas: 300_000}(address(burning), STANDARD_ERC721, abi.encodePacked(uint256(1), uint8(0)));

        vm.expectRevert();
        _release721(makeAddr("no code"));
    }

    /// @dev Of a megabyte of reasons 256 bytes are copied: what remains pays for what comes after.
    function test_AMegabyteOfReasonsIsNotCopied() public {
        RevertBombToken token = new RevertBombToken();
        _hold(token, 1);
        token.setHostile(true);
        _assertShortReason(address(token), STANDARD_ERC721, abi.encodePacked(uint256(1), uint8(0)));
        RevertBombUnits units = new RevertBombUnits();
        _pull(units, 7, 5);
        units.setHostile(true);
        _assertShortReason(address(units), STANDARD_ERC1155, _units(7, 5));
        RevertBombMoney money = new RevertBombMoney();
        money.mint(address(vault), 100);
        money.setHostile(true);
        _assertShortReason(address(money), STANDARD_ERC20, abi.encodePacked(uint128(100)));
    }

    function test_AReentrantTokenGetsNothingMore() public {
        ReentrantToken token = new ReentrantToken();
        _hold(token, 1);
        _hold(token, 2);
        bytes memory again = abi.encodeCall(
            IVault.release, (address(token), STANDARD_ERC721, ALICE, abi.encodePacked(uint256(2), uint8(0)))
        );
        token.aim(address(vault), again);
        token.setHostile(true);
        _release721(address(token));
        assertFalse(token.succeeded());
        assertEq(token.ownerOf(1), BOB);
        assertEq(token.ownerOf(2), address(vault));
    }

    // -------------------------------------------------------------------------------------------------------- ERC-1155

    function test_SeveralAmountsAreReleased() public {
        OddUnits token = new SilentUnits();
        _pull(token, 7, 5);
        _pull(token, 8, 9);
        bytes memory assets = bytes.concat(_units(7, 2), _units(8, 9), _units(7, 1));
        vault.release(address(token), STANDARD_ERC1155, BOB, assets);
        assertEq(token.balanceOf(BOB, 7), 3);
        assertEq(token.balanceOf(BOB, 8), 9);
        assertEq(token.balanceOf(address(vault), 7), 2);
        vm.expectRevert();
        vault.release(address(token), STANDARD_ERC1155, BOB, _units(7, 3));
    }

    function test_HostileUnitsAreNotBelieved() public {
        SilentUnits silent = new SilentUnits();
        _pull(silent, 7, 5);
        silent.setHostile(true);
        vm.expectRevert(abi.encodeWithSelector(IVault.AmountNotReleased.selector, silent, 5, 0));
        vault.release(address(silent), STANDARD_ERC1155, BOB, _units(7, 5));

        GreedyUnits greedy = new GreedyUnits();
        _pull(greedy, 7, 5);
        greedy.setHostile(true);
        vm.expectRevert(abi.encodeWithSelector(IVault.AmountNotReleased.selector, greedy, 3, 4));
        vault.release(address(greedy), STANDARD_ERC1155, BOB, _units(7, 3));

        ReentrantUnits reentrant = new ReentrantUnits();
        _pull(reentrant, 7, 5);
        reentrant.aim(
            address(vault),
            abi.encodeCall(IVault.release, (address(reentrant), STANDARD_ERC1155, ALICE, _units(7, 1)))
        );
        vault.release(address(reentrant), STANDARD_ERC1155, BOB, _units(7, 4));
        assertFalse(reentrant.succeeded());
        assertEq(reentrant.balanceOf(address(vault), 7), 1);

        vm.expectRevert();
        vault.release(makeAddr("no code"), STANDARD_ERC1155, BOB, _units(7, 1));
    }

    function test_AReceiverThatRefusesParksTheMessage() public {
        OddUnits token = new SilentUnits();
        _pull(token, 7, 5);
        UnitsReceiver receiver = new UnitsReceiver();
        receiver.behave(UnitsReceiver.Mode.Refuse);
        vm.expectRevert();
        vault.release(address(token), STANDARD_ERC1155, address(receiver), _units(7, 5));
        assertEq(token.balanceOf(address(vault), 7), 5);
    }

    /// @dev A fee is the receiver's loss, but another vault would owe what it never got.
    function test_AnotherVaultGetsAllOfItOrNothing() public {
        FeeUnits units = new FeeUnits();
        _pull(units, 7, 9);
        units.setHostile(true);
        vault.release(address(units), STANDARD_ERC1155, BOB, _units(7, 4));
        assertEq(units.balanceOf(BOB, 7), 3);
        setMoving(true);
        vm.expectRevert(abi.encodeWithSelector(IVault.AmountNotReleased.selector, units, 5, 4));
        vault.release(address(units), STANDARD_ERC1155, address(other), _units(7, 5));
        units.setHostile(false);
        vault.release(address(units), STANDARD_ERC1155, address(other), _units(7, 5));
        assertEq(units.balanceOf(address(other), 7), 5);

        FeeOnTransferMoney money = new FeeOnTransferMoney();
        money.mint(address(vault), 1000);
        money.setHostile(true);
        vm.expectRevert(abi.encodeWithSelector(IVault.AmountNotReleased.selector, money, 500, 495));
        vault.release(address(money), STANDARD_ERC20, address(other), abi.encodePacked(uint128(500)));
        setMoving(false);
        _release20(address(money), 500);
        assertEq(money.balanceOf(BOB), 495);
        assertEq(money.balanceOf(address(vault)), 500);
    }

    // ---------------------------------------------------------------------------------------------------------- ERC-20

    function test_MoneyIsReleased() public {
        OddMoney[5] memory moneys = [
            OddMoney(new SilentMoney()),
            new NoReturnMoney(),
            new MegabyteMoney(),
            new HookCallingMoney(),
            new BlocklistingMoney()
        ];
        for (uint256 i; i < moneys.length; ++i) {
            moneys[i].mint(address(vault), 100);
            if (i == 2) moneys[i].setHostile(true);
            // A megabyte costs the token two million; to copy it would cost as much again.
            this.release{gas: i == 2 ? 2_500_000 : 300_000}(
                address(moneys[i]), STANDARD_ERC20, abi.encodePacked(uint128(60))
            );
            assertEq(moneys[i].balanceOf(BOB), 60);
            assertEq(moneys[i].balanceOf(address(vault)), 40);
        }
        BareMoney bare = new BareMoney();
        bare.mint(address(vault), 100);
        _release20(address(bare), 100);
        assertEq(bare.balanceOf(BOB), 100);
    }

    function test_HostileMoneyIsNotBelieved() public {
        OddMoney[3] memory moneys = [OddMoney(new SilentMoney()), new FalseMoney(), new FeeOnTopMoney()];
        uint256[3] memory released = [uint256(0), 0, 202];
        for (uint256 i; i < moneys.length; ++i) {
            moneys[i].mint(address(vault), 1000);
            moneys[i].setHostile(true);
            vm.expectRevert(
                abi.encodeWithSelector(IVault.AmountNotReleased.selector, moneys[i], 200, released[i])
            );
            _release20(address(moneys[i]), 200);
        }
    }

    function test_MoneyThatFailsSaysWhy() public {
        RevertingMoney reverting = new RevertingMoney();
        reverting.mint(address(vault), 100);
        reverting.setHostile(true);
        vm.expectRevert(RevertingMoney.Frozen.selector);
        _release20(address(reverting), 100);

        PausableMoney pausable = new PausableMoney();
        pausable.mint(address(vault), 100);
        pausable.setHostile(true);
        vm.expectRevert(PausableMoney.Paused.selector);
        _release20(address(pausable), 100);
        pausable.setHostile(false);
        _release20(address(pausable), 100);

        BlocklistingMoney blocklisting = new BlocklistingMoney();
        blocklisting.mint(address(vault), 100);
        blocklisting.setBlocked(BOB, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistingMoney.Blocked.selector, BOB));
        _release20(address(blocklisting), 100);

        GasBurningMoney burning = new GasBurningMoney();
        burning.mint(address(vault), 100);
        burning.setHostile(true);
        vm.expectRevert();
        this.release{gas: 300_000}(address(burning), STANDARD_ERC20, abi.encodePacked(uint128(100)));

        vm.expectRevert();
        _release20(makeAddr("no code"), 1);
        BareMoney bare = new BareMoney();
        vm.expectRevert();
        _release20(address(bare), 1);
    }

    function test_HookCallingMoneyGetsNothingMore() public {
        HookCallingMoney money = new HookCallingMoney();
        money.mint(address(vault), 100);
        money.aim(
            address(vault),
            abi.encodeCall(
                IVault.release, (address(money), STANDARD_ERC20, ALICE, abi.encodePacked(uint128(40)))
            )
        );
        _release20(address(money), 60);
        assertFalse(money.succeeded());
        assertEq(money.balanceOf(address(vault)), 40);
    }

    function test_RebasingMoneyIsMeasured() public {
        RebasingMoney money = new RebasingMoney();
        money.mint(address(vault), 100);
        money.rebase(3, 2);
        _release20(address(money), 60);
        assertEq(money.balanceOf(BOB), 60);
        assertEq(money.balanceOf(address(vault)), 90);
        // 49 of what counts 3 for 2 cannot be moved exactly.
        vm.expectRevert(abi.encodeWithSelector(IVault.AmountNotReleased.selector, money, 49, 48));
        _release20(address(money), 49);
        money.rebase(1, 2);
        vm.expectRevert();
        _release20(address(money), 90);
    }

    // ---------------------------------------------------------------------------------------------------------- RIGHTS

    function test_OnlyTheCustodyMayRelease() public {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IVault.CallerNotCustody.selector, ALICE));
        vault.release(address(1), STANDARD_ERC20, ALICE, abi.encodePacked(uint128(1)));
        vm.prank(GATEWAY);
        vm.expectRevert(abi.encodeWithSelector(IVault.CallerNotCustody.selector, GATEWAY));
        vault.release(address(1), STANDARD_ERC20, ALICE, abi.encodePacked(uint128(1)));
    }

    function test_NobodyAndItselfAreNoRecipients() public {
        vm.expectRevert(abi.encodeWithSelector(IVault.RecipientInvalid.selector, address(0)));
        vault.release(address(1), STANDARD_ERC20, address(0), abi.encodePacked(uint128(1)));
        vm.expectRevert(abi.encodeWithSelector(IVault.RecipientInvalid.selector, vault));
        vault.release(address(1), STANDARD_ERC20, address(vault), abi.encodePacked(uint128(1)));
    }

    function test_RevertWhen_TheBytesAreNotTheAssets() public {
        uint8[5] memory standards = [0, 1, 2, 3, 4];
        for (uint256 i; i < 5; ++i) {
            vm.expectRevert(AssetLib.AssetsMalformed.selector);
            vault.release(address(1), standards[i], BOB, new bytes(17));
            vm.expectRevert(AssetLib.AssetsMalformed.selector);
            vault.release(address(1), standards[i], BOB, "");
        }
        address money = address(new SilentMoney());
        vm.expectRevert(AssetLib.AssetsMalformed.selector);
        vault.release(money, STANDARD_ERC20, BOB, new bytes(32));
    }

    function test_StraysAreRefused() public {
        OddUnits units = new SilentUnits();
        units.mint(ALICE, 7, 5);
        vm.prank(ALICE);
        vm.expectRevert();
        units.safeTransferFrom(ALICE, address(vault), 7, 5, "");
        vm.prank(ALICE);
        vm.expectRevert();
        units.safeBatchTransferFrom(ALICE, address(vault), ids(7), ids(5), "");
        _pull(units, 7, 5);
        vm.startPrank(ALICE);
        units.setApprovalForAll(GATEWAY, true);
        vm.stopPrank();
        vm.prank(GATEWAY);
        units.safeBatchTransferFrom(ALICE, address(vault), ids(7), ids(5), "");
        assertEq(units.balanceOf(address(vault), 7), 10);
        SilentToken token = new SilentToken();
        token.mint(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert();
        token.safeTransferFrom(ALICE, address(vault), 1);
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        (bool ok,) = address(vault).call{value: 1}("");
        assertFalse(ok);
        assertTrue(IERC165(address(vault)).supportsInterface(type(IERC1155Receiver).interfaceId));
        assertTrue(IERC165(address(vault)).supportsInterface(type(IERC165).interfaceId));
        assertFalse(IERC165(address(vault)).supportsInterface(0xffffffff));
        assertEq(other.counterpartChainId(), 6);
    }

    // --------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev With bounded gas: `this.release{gas: …}(…)`.
    function release(address token, uint8 standard, bytes calldata assets) external {
        vault.release(token, standard, BOB, assets);
    }

    function _release721(address token) private {
        vault.release(token, STANDARD_ERC721, BOB, abi.encodePacked(uint256(1), uint8(0)));
    }

    function _release20(address token, uint128 amount) private {
        vault.release(token, STANDARD_ERC20, BOB, abi.encodePacked(amount));
    }

    function _hold(Switchable token, uint256 id) private {
        token.mint(address(vault), id);
    }

    /// @dev As the gateway pulls.
    function _pull(OddUnits token, uint256 id, uint256 amount) private {
        token.mint(GATEWAY, id, amount);
        vm.prank(GATEWAY);
        token.safeTransferFrom(GATEWAY, address(vault), id, amount, "");
    }

    function _units(uint256 id, uint256 amount) private pure returns (bytes memory) {
        return abi.encodePacked(id, uint128(amount), uint8(0));
    }

    function _assertShortReason(address token, uint8 standard, bytes memory assets) private {
        bytes memory call = abi.encodeCall(IVault.release, (token, standard, BOB, assets));
        (bool ok, bytes memory reason) = address(vault).call(call);
        assertFalse(ok);
        assertEq(reason.length, 256);
    }
}
