// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Vm} from "forge-std/Vm.sol";

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {CLASS_PAYMENT, STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../../src/types/Protocol.sol";
import {FreezingNft, FreezingUnits, IFreezing} from "../mocks/Freezing.sol";
import {
    FeeUnits,
    GreedyUnits,
    OddUnits,
    ReentrantUnits,
    RevertBombUnits,
    SilentUnits
} from "../mocks/HostileErc1155.sol";
import {
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
    ReentrantToken,
    RevertBombToken,
    RevertingToken,
    SilentToken,
    Switchable
} from "../mocks/HostileTokens.sol";
import {
    BlocklistingNft,
    BlocklistingUnits,
    GasBurningUnits,
    IBlocklisting,
    MegabyteNft,
    MegabyteUnits
} from "../mocks/MoreOddTokens.sol";
import {EndingTest} from "../utils/EndingTest.sol";

/// @title Every odd token of every standard, out and home again: refused or parked for a reason that is named, or handled
/// @notice Each behaves oddly on its way out, and where that is refused, is sent before it begins to. On its way home an
/// honest token is behind it in the same batch, and always arrives.
contract OddTokensTest is EndingTest {
    uint256 private constant AMOUNT = 200;
    bytes4 private constant FINE = 0xffffffff;
    /// @dev It took all gas, or gave a megabyte of nothing as its reason.
    bytes4 private constant NO_REASON = 0;

    uint256 private honest = 100;
    bytes32 private back;

    function setUp() public override {
        super.setUp();
        back = laneBetween(b, a);
    }

    // ------------------------------------------------------------------------------------------------------- ERC-721

    function test_Nfts() public {
        bytes4 frozen = RevertingToken.Frozen.selector;
        _outAndHome(address(new RevertingToken()), 1, frozen, frozen);
        _outAndHome(address(new FreezingNft()), 1, FreezingNft.Frozen.selector, FreezingNft.Frozen.selector);
        _outAndHome(address(new GasBurningToken()), 1, NO_REASON, NO_REASON);
        _outAndHome(address(new RevertBombToken()), 1, NO_REASON, NO_REASON);
        _outAndHome(address(new MegabyteNft()), 1, FINE, NO_REASON);
        _outAndHome(
            address(new SilentToken()), 1, IOutbox.TokenNotReceived.selector, IVault.TokenNotReleased.selector
        );
        ReentrantToken reentrant = new ReentrantToken();
        reentrant.aim(address(a.gateway), abi.encodeCall(IInbox.retry, (back, "id", "message")));
        _outAndHome(address(reentrant), 1, FINE, FINE);
        assertFalse(reentrant.succeeded());
    }

    // ------------------------------------------------------------------------------------------------------ ERC-1155

    function test_Units() public {
        bytes4 frozen = FreezingUnits.Frozen.selector;
        _outAndHome(address(new FreezingUnits()), 2, frozen, frozen);
        _outAndHome(address(new GasBurningUnits()), 2, NO_REASON, NO_REASON);
        _outAndHome(address(new RevertBombUnits()), 2, NO_REASON, NO_REASON);
        _outAndHome(address(new MegabyteUnits()), 2, FINE, NO_REASON);
        bytes4 notReleased = IVault.AmountNotReleased.selector;
        _outAndHome(address(new SilentUnits()), 2, IOutbox.AmountNotReceived.selector, notReleased);
        // One more from whoever gives: the sender's own loss on the way out, and nobody's on the way home.
        _outAndHome(_withMoreThere(address(new GreedyUnits()), 2), 2, FINE, notReleased);
        // One less for whoever receives: refused on the way out; at home it is the person's.
        FeeUnits fee = new FeeUnits();
        _outAndHome(address(fee), 2, IOutbox.AmountNotReceived.selector, FINE);
        assertEq(fee.balanceOf(ALICE, ID), 2 * AMOUNT - 1);
        assertEq(fee.balanceOf(vaultAt(a, b), ID), 0);
        ReentrantUnits reentrant = new ReentrantUnits();
        _outAndHome(address(reentrant), 2, FINE, FINE);
        assertFalse(reentrant.succeeded());
    }

    /// @dev More than a million of one id are money by another name: at once, or by and by.
    function test_AFungibleLikeIdIsRefused() public {
        OddUnits coins = new SilentUnits();
        _ready(address(coins), 2);
        coins.mint(ALICE, ID, 2_000_000);
        IOutbox.SendRequest memory r = _asked(b, address(coins), 2);
        r.amounts[0] = 1_000_001;
        bytes memory fungible = abi.encodeWithSelector(IOutbox.TokenFungibleLike.selector, ID, 1_000_001);
        vm.startPrank(ALICE);
        vm.expectRevert(fungible);
        a.gateway.send(r);
        r.amounts[0] = 1_000_000;
        a.gateway.send(r);
        r.amounts[0] = 1;
        vm.expectRevert(fungible);
        a.gateway.send(r);
        // What is on one chain is not counted for another, nor one id for another.
        r.destinationChainId = c.id;
        a.gateway.send(r);
        coins.mint(ALICE, ID + 1, 1);
        (r.destinationChainId, r.ids[0]) = (b.id, ID + 1);
        a.gateway.send(r);
        vm.stopPrank();
    }

    // -------------------------------------------------------------------------------------------------------- ERC-20

    function test_Money() public {
        _outAndHome(address(new NoReturnMoney()), 3, FINE, FINE);
        bytes4 frozen = RevertingMoney.Frozen.selector;
        _outAndHome(address(new RevertingMoney()), 3, frozen, frozen);
        _outAndHome(
            address(new PausableMoney()), 3, PausableMoney.Paused.selector, PausableMoney.Paused.selector
        );
        _outAndHome(address(new GasBurningMoney()), 3, NO_REASON, NO_REASON);
        _outAndHome(address(new RevertBombMoney()), 3, NO_REASON, NO_REASON);
        bytes4 notReleased = IVault.AmountNotReleased.selector;
        _outAndHome(address(new SilentMoney()), 3, FINE, notReleased);
        _outAndHome(address(new FalseMoney()), 3, FINE, notReleased);
        _outAndHome(_withMoreThere(address(new FeeOnTopMoney()), 3), 3, FINE, notReleased);
        FeeOnTransferMoney fee = new FeeOnTransferMoney();
        _outAndHome(address(fee), 3, IOutbox.AmountNotReceived.selector, FINE);
        assertEq(fee.balanceOf(ALICE), 2 * AMOUNT - AMOUNT / 100);
        assertEq(fee.balanceOf(vaultAt(a, b)), 0);
        HookCallingMoney hooks = new HookCallingMoney();
        _outAndHome(address(hooks), 3, FINE, FINE);
        assertFalse(hooks.succeeded());
    }

    /// @dev A megabyte costs the token more than a relayer gives; whoever wants the money pays for it, megabyte and all.
    function test_AMegabyteOfMoneyComesHomeByRetry() public {
        MegabyteMoney money = new MegabyteMoney();
        _outAndHome(address(money), 3, FINE, NO_REASON);
        _mint(address(money), 3);
        _give(address(money), 3);
        deliverAll(a, b);
        bytes32 id = _comeBack(address(money), 3);
        money.setHostile(true);
        deliverAll(b, a);
        a.gateway.retry(back, id, latest(back));
        assertEq(money.balanceOf(vaultAt(a, b)), 0);
    }

    // ------------------------------------------------------------------------------------------------- BLOCKLISTS

    /// @dev Who is blocked at home names another account. A blocked vault is the issuer's freeze: nothing leaves it until the
    /// issuer lets it, and nothing is lost meanwhile.
    function test_Blocklists() public {
        address[3] memory tokens = [
            address(new BlocklistingNft()), address(new BlocklistingUnits()), address(new BlocklistingMoney())
        ];
        for (uint8 standard = 1; standard <= 3; ++standard) {
            address token = tokens[standard - 1];
            IBlocklisting issuer = IBlocklisting(token);
            _ready(token, standard);
            issuer.setBlocked(vaultAt(a, b), true);
            _expectNotGiven(token, standard, IBlocklisting.Blocked.selector);
            issuer.setBlocked(vaultAt(a, b), false);
            _give(token, standard);
            deliverAll(a, b);
            bytes32 id = _comeBack(token, standard);
            issuer.setBlocked(ALICE, true);
            assertEq(_arrives(id), IBlocklisting.Blocked.selector);
            issuer.setBlocked(vaultAt(a, b), true);
            bytes memory message = _beforeTheHonest();
            vm.startPrank(ALICE);
            vm.expectPartialRevert(IBlocklisting.Blocked.selector);
            a.gateway.redirect(back, id, message, BOB, 0, "");
            issuer.setBlocked(vaultAt(a, b), false);
            a.gateway.redirect(back, id, message, BOB, 0, "");
            vm.stopPrank();
            assertEq(_has(token, standard, BOB), standard == STANDARD_ERC721 ? 1 : AMOUNT);
        }
    }

    // ------------------------------------------------------------------------------------------------------ REBASING

    /// @dev More is surplus that stays. Less is short by that: who comes first is paid, and the last one waits.
    function test_RebasingMoneyPaysWhatItCan() public {
        RebasingMoney money = new RebasingMoney();
        _ready(address(money), 3);
        _give(address(money), 3);
        _give(address(money), 3);
        deliverAll(a, b);
        money.rebase(2, 1);
        assertEq(_arrives(_comeBack(address(money), 3)), FINE);
        assertEq(money.balanceOf(ALICE), AMOUNT, "what was sent, and not a unit more");
        assertEq(money.balanceOf(vaultAt(a, b)), 3 * AMOUNT);
        money.rebase(1, 2);
        bytes32 id = _comeBack(address(money), 3);
        assertTrue(_arrives(id) != FINE);
        money.rebase(1, 1);
        a.gateway.retry(back, id, _beforeTheHonest());
        assertEq(money.balanceOf(vaultAt(a, b)), 2 * AMOUNT - AMOUNT / 2 - AMOUNT);
    }

    // ------------------------------------------------------------------------------------------------------- HELPERS

    function _outAndHome(address token, uint8 standard, bytes4 onSend, bytes4 onRelease) private {
        _ready(token, standard);
        _setHostile(token, true);
        if (onSend != FINE) {
            _expectNotGiven(token, standard, onSend);
            _setHostile(token, false);
        }
        _give(token, standard);
        _setHostile(token, false);
        deliverAll(a, b);
        bytes32 id = _comeBack(token, standard);
        _setHostile(token, true);
        assertEq(_arrives(id), onRelease);
        if (onRelease == FINE) return;
        uint256 before = _has(token, standard, ALICE);
        _setHostile(token, false);
        a.gateway.retry(back, id, _beforeTheHonest());
        assertEq(_has(token, standard, ALICE), before + (standard == STANDARD_ERC721 ? 1 : AMOUNT));
    }

    /// @dev Others' units, which it could take from.
    function _withMoreThere(address token, uint8 standard) private returns (address) {
        _ready(token, standard);
        _give(token, standard);
        return token;
    }

    function _ready(address token, uint8 standard) private {
        on(a);
        _mint(token, standard);
        _mint(token, standard);
        if (standard == STANDARD_ERC20) list(token, CLASS_PAYMENT);
        vm.startPrank(ALICE);
        if (standard == STANDARD_ERC20) {
            // As `NoReturnMoney` answers: nothing.
            (bool ok,) = token.call(abi.encodeCall(IERC20.approve, (address(a.gateway), type(uint256).max)));
            assertTrue(ok);
        } else {
            IERC721(token).setApprovalForAll(address(a.gateway), true);
        }
        vm.stopPrank();
    }

    function _mint(address token, uint8 standard) private {
        if (standard == STANDARD_ERC1155) OddUnits(token).mint(ALICE, ID, AMOUNT);
        else if (standard == STANDARD_ERC20) OddMoney(token).mint(ALICE, AMOUNT);
        else if (Switchable(token).balanceOf(ALICE) == 0) Switchable(token).mint(ALICE, ID);
    }

    function _setHostile(address token, bool on_) private {
        IFreezing(token).setHostile(on_);
        if (!on_) return;
        bytes memory again = abi.encodeCall(IInbox.retry, (back, "id", "message"));
        (bool ok,) = token.call(abi.encodeCall(ReentrantUnits.aim, (address(a.gateway), again)));
        ok;
    }

    function _asked(Side memory to, address token, uint8 standard)
        private
        view
        returns (IOutbox.SendRequest memory r)
    {
        r = ask(a, to, standard, ALICE);
        r.token = token;
        if (standard != STANDARD_ERC721) r.amounts[0] = AMOUNT;
    }

    function _give(address token, uint8 standard) private {
        on(a);
        vm.prank(ALICE);
        a.gateway.send(_asked(b, token, standard));
        collect();
    }

    function _expectNotGiven(address token, uint8 standard, bytes4 reason) private {
        on(a);
        bytes memory call = abi.encodeCall(IOutbox.send, (_asked(b, token, standard)));
        vm.prank(ALICE);
        // As much as a transaction may have.
        (bool ok, bytes memory why) = address(a.gateway).call{gas: 16_000_000}(call);
        assertFalse(ok);
        assertEq(bytes4(why), reason);
    }

    function _comeBack(address token, uint8 standard) private returns (bytes32 id) {
        IOutbox.SendRequest memory r = _asked(a, b.gateway.representationOf(a.id, token, standard), standard);
        on(b);
        vm.prank(ALICE);
        id = b.gateway.send(r);
        collect();
    }

    /// @dev With an honest one behind it. {FINE} if it was carried out, and why not otherwise.
    function _arrives(bytes32 id) private returns (bytes4 reason) {
        on(a);
        art.mint(ALICE, ++honest);
        send(a, b, address(art), honest, ALICE);
        deliverAll(a, b);
        send(b, a, address(representation(b, a, address(art))), honest, ALICE);
        deliverAll(b, a);
        assertEq(art.ownerOf(honest), ALICE, "the lane went on");
        reason = FINE;
        Vm.Log[] memory logs = collect();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IInbox.MessageParked.selector) continue;
            assertEq(logs[i].topics[3], id);
            reason = bytes4(abi.decode(logs[i].data, (bytes)));
        }
        assertEq(isParked(a, id), reason != FINE);
        on(a);
    }

    function _beforeTheHonest() private view returns (bytes memory) {
        return sent[back][sent[back].length - 2];
    }

    function _has(address token, uint8 standard, address who) private view returns (uint256) {
        return
            standard == STANDARD_ERC1155 ? OddUnits(token).balanceOf(who, ID) : OddMoney(token).balanceOf(who);
    }
}
