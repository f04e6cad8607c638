// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {IGateway} from "../../../src/interfaces/IGateway.sol";
import {ActLib} from "../../../src/libraries/ActLib.sol";
import {STANDARD_ERC20, STANDARD_ERC721} from "../../../src/types/Protocol.sol";
import {OddPolicy} from "../../mocks/OddPolicy.sol";
import {Attempts} from "./Attempts.sol";

/// @title A council with a full quorum: rules, rotations and pauses
abstract contract Deciding is Attempts {
    address internal immutable COLLECTOR = makeAddr("collector");

    function councilActs() internal {
        act(this.rotateOne.selector);
        act(this.pauseAlone.selector);
        act(this.extendOrLift.selector);
        act(this.limitOne.selector);
        act(this.changeTerms.selector);
        act(this.relist.selector);
        act(this.changePolicy.selector);
        act(this.retireOne.selector);
    }

    // --------------------------------------------------------------------------------------------------------- HANDLER

    /// @dev At once or ahead, on one gateway; the others follow when it is their turn.
    function rotateOne(uint256 seed, uint256 ahead) external {
        uint256 side = _place(seed);
        uint64 epoch = epochAt(side);
        address[] memory next = addressesOf(membersOf(epoch + 1));
        uint40 from = uint40(clock + bound(ahead, 0, 2) * 1 days);
        bytes memory signatures = signAt(side, rotationDigest(epoch, next, QUORUM, from));
        _submit(side, abi.encodeCall(ICouncil.rotate, (next, QUORUM, from, signatures)));
    }

    /// @dev One validator: the lanes of a chain, all lanes, or a collection.
    function pauseAlone(uint256 seed, uint256 time) external {
        uint256 side = _place(seed);
        address validator = vm.addr(members[epochAt(side)][pick(seed, 2, VALIDATORS)]);
        if (pick(seed, 5, 3) != 0) return;
        (uint64 chainId, address token) = _stopped(side, seed);
        uint24 duration = uint24(bound(time, 1, 6 hours));
        at(side);
        bytes memory call = abi.encodeCall(ICouncil.pause, (validator, chainId, token, duration, ""));
        attempt(validator, address(sides[side].gateway), 0, call, councilReasons());
    }

    function extendOrLift(uint256 seed, uint256 time) external {
        uint256 side = _place(seed);
        (uint64 chainId, address token) = _stopped(side, seed);
        bytes memory call;
        uint64 n = nonce(sides[side]);
        if (pick(seed, 5, 3) == 0) {
            uint40 until = uint40(clock + bound(time, 1, pick(seed, 6, 8) == 0 ? 14 days : 1 days));
            bytes memory signatures = decideAt(side, ActLib.extendPause(n, chainId, token, until));
            call = abi.encodeCall(ICouncil.extendPause, (chainId, token, until, signatures));
        } else {
            bytes memory signatures = decideAt(side, ActLib.liftPause(n, chainId, token));
            call = abi.encodeCall(ICouncil.liftPause, (chainId, token, signatures));
        }
        _submit(side, call);
    }

    function limitOne(uint256 seed, uint256 cap, uint256 window) external {
        uint256 side = _place(seed);
        uint256 asset = pick(seed, 2, assets.length);
        address token = tokenOn[asset][side];
        uint88 units = uint88(bound(cap, leastCap(asset), 2 * minted(asset)));
        uint16 minutes_ = uint16(bound(window, 1, 1_440));
        bytes memory signatures = decideAt(side, ActLib.setLimit(nonce(sides[side]), token, units, minutes_));
        _submit(side, abi.encodeCall(ICouncil.setLimit, (token, units, minutes_, signatures)));
    }

    function changeTerms(uint256 seed, uint256 fee, uint256 quota) external {
        uint256 side = _place(seed);
        uint64 chainId = sides[_other(side, seed)].id;
        uint96 coins = uint96(bound(fee, 0, 0.01 ether));
        uint32 sends = uint32(bound(quota, 0, 3));
        bytes32 terms = ActLib.setTerms(nonce(sides[side]), chainId, coins, COLLECTOR, sends);
        bytes memory signatures = decideAt(side, terms);
        _submit(side, abi.encodeCall(ICouncil.setTerms, (chainId, coins, COLLECTOR, sends, signatures)));
    }

    /// @dev Home money gets another class, or leaves the list.
    function relist(uint256 seed) external {
        uint256 asset = pick(seed, 1, assets.length);
        if (assets[asset].standard != STANDARD_ERC20) return;
        uint256 side = _place(assets[asset].home, seed);
        uint8 class = pick(seed, 2, 4) == 0 ? 0 : uint8(2 + pick(seed, 3, 3));
        address token = assets[asset].token;
        uint88 cap = uint88(minted(asset));
        bytes memory signatures = decideAt(side, ActLib.listToken(nonce(sides[side]), token, class, cap, 60));
        _submit(side, abi.encodeCall(ICouncil.listToken, (token, class, cap, 60, signatures)));
    }

    /// @dev Proposes one that does its worst, or takes it away, or has it change its mind.
    function changePolicy(uint256 seed) external {
        if (pick(seed, 2, 2) == 0) {
            policy.behave(OddPolicy.Mode(pick(seed, 5, 2) == 0 ? 0 : pick(seed, 3, 6)));
            return;
        }
        uint256 side = _place(seed);
        address next = pick(seed, 4, 2) == 0 ? address(0) : address(policy);
        bytes memory signatures = decideAt(side, ActLib.proposePolicy(nonce(sides[side]), next));
        _submit(side, abi.encodeCall(ICouncil.proposePolicy, (next, signatures)));
        _submit(side, abi.encodeCall(ICouncil.adoptPolicy, ()));
    }

    /// @dev Seldom, because it is for ever.
    function retireOne(uint256 seed) external {
        if (pick(seed, 5, 24) != 0) return;
        uint256 side = _place(seed);
        uint64 chainId = sides[_other(side, seed)].id;
        bytes memory signatures = decideAt(side, ActLib.retireLane(nonce(sides[side]), chainId));
        _submit(side, abi.encodeCall(ICouncil.retireLane, (chainId, signatures)));
    }

    // ---------------------------------------------------------------------------------------------------------- HELPERS

    /// @dev What a council is that means well: whatever there is of a collection may arrive in one window.
    function leastCap(uint256 asset) internal view virtual returns (uint256) {
        return assets[asset].standard == STANDARD_ERC721 ? 2 : minted(asset);
    }

    function _submit(uint256 side, bytes memory call) internal returns (bool) {
        at(side);
        return attempt(RELAYER, address(sides[side].gateway), 0, call, councilReasons());
    }

    function _place(uint256 seed) internal returns (uint256 side) {
        return _place(pick(seed, 1, sides.length), seed);
    }

    /// @dev Before anything is signed there, so that the time is right.
    function _place(uint256 side, uint256) internal returns (uint256) {
        at(side);
        return side;
    }

    function _other(uint256 side, uint256 seed) internal view returns (uint256) {
        return (side + 1 + pick(seed, 3, sides.length - 1)) % sides.length;
    }

    function _stopped(uint256 side, uint256 seed) private view returns (uint64 chainId, address token) {
        uint256 what = pick(seed, 4, 4);
        if (what == 0) return (0, tokenOn[pick(seed, 6, assets.length)][side]);
        if (what != 1) chainId = sides[_other(side, seed)].id;
    }

    function gatewayAt(uint256 side) internal view returns (IGateway) {
        return sides[side].gateway;
    }
}
