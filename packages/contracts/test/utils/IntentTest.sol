// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IOutbox} from "../../src/interfaces/IOutbox.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {EndingTest} from "./EndingTest.sol";

/// @title Alice signs, and a relayer submits
abstract contract IntentTest is EndingTest {
    uint256 internal immutable ALICES_KEY = uint256(keccak256("alice"));
    uint40 internal constant LATER = 1_800_000_000 + 1 days;

    function intentOf(address sender, uint256 nonce_) internal pure returns (IIntents.Intent memory) {
        return IIntents.Intent(sender, nonce_, LATER);
    }

    /// @dev External, because the contracts hash calldata.
    function intentHash(IOutbox.SendRequest calldata r, IIntents.Intent calldata intent)
        external
        pure
        returns (bytes32)
    {
        return ActLib.sendIntent(r, intent);
    }

    function digestOf(Side memory at, IOutbox.SendRequest memory r, IIntents.Intent memory intent)
        internal
        view
        returns (bytes32)
    {
        return digestAt(at, this.intentHash(r, intent));
    }

    function signed(Side memory at, IOutbox.SendRequest memory r, IIntents.Intent memory intent)
        internal
        view
        returns (bytes memory)
    {
        return signature(ALICES_KEY, digestOf(at, r, intent));
    }

    /// @dev 65 bytes, as tokens take them: r, s, v.
    function wideSignature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function submit(
        Side memory at,
        IOutbox.SendRequest memory r,
        IIntents.Intent memory intent,
        bytes memory authorization,
        bytes memory permit
    ) internal returns (bytes32 id) {
        on(at);
        vm.prank(RELAYER);
        id = at.gateway.sendBySignature(r, intent, authorization, permit);
        collect();
    }

    function expectRefused(
        Side memory at,
        IOutbox.SendRequest memory r,
        IIntents.Intent memory intent,
        bytes memory authorization,
        bytes memory permit,
        bytes4 reason
    ) internal {
        on(at);
        vm.prank(RELAYER);
        vm.expectPartialRevert(reason);
        at.gateway.sendBySignature(r, intent, authorization, permit);
    }
}
