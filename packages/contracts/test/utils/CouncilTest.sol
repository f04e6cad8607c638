// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {QuorumLib} from "../../src/libraries/QuorumLib.sol";
import {ActLib} from "../../src/libraries/ActLib.sol";
import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";
import {ZoneTest} from "./ZoneTest.sol";

/// @title A zone whose council acts
abstract contract CouncilTest is ZoneTest {
    address internal constant NOBODY = address(0);
    bytes4 internal immutable UNSIGNED = QuorumLib.SignerNotValidator.selector;

    // ---------------------------------------------------------------------------------------------------------- ACTS

    function nonce(Side memory at) internal view returns (uint64) {
        return at.gateway.councilNonce();
    }

    /// @dev A quorum of the genesis set on an act for one gateway.
    function decide(Side memory at, bytes32 act) internal view returns (bytes memory) {
        return sign(digestAt(at, act));
    }

    function digestAt(Side memory at, bytes32 act) internal view returns (bytes32) {
        return DigestLib.typed(DigestLib.gatewayDomain(ZONE_ID, at.id, address(at.gateway)), act);
    }

    /// @dev The first k of some keys, which must ascend by address.
    function signWith(uint256[] memory some, uint256 k, bytes32 digest)
        internal
        pure
        returns (bytes memory signatures)
    {
        for (uint256 i; i < k; ++i) {
            signatures = bytes.concat(signatures, signature(some[i], digest));
        }
    }

    /// @dev A signature on something else recovers to anybody, before or after the last signer.
    function expectNoQuorum(Side memory at, bytes memory call) internal {
        on(at);
        (bool ok, bytes memory reason) = address(at.gateway).call(call);
        assertFalse(ok, "done");
        bool unordered = bytes4(reason) == QuorumLib.SignaturesUnordered.selector;
        assertTrue(unordered || bytes4(reason) == UNSIGNED, "for the signatures");
    }

    function pauseBy(uint256 key, Side memory at, uint64 chainId, address token, uint24 duration) internal {
        on(at);
        vm.prank(vm.addr(key));
        at.gateway.pause(vm.addr(key), chainId, token, duration, "");
    }

    // ------------------------------------------------------------------------------------------------------ ROTATION

    /// @dev Keys that are nobody's yet, in the order of their addresses.
    function freshKeys(string memory seed, uint256 n) internal pure returns (uint256[] memory fresh) {
        fresh = new uint256[](n);
        for (uint256 i; i < n; ++i) {
            uint256 key = uint256(keccak256(abi.encode(seed, i)));
            uint256 at = i;
            for (; at > 0 && vm.addr(fresh[at - 1]) > vm.addr(key); --at) {
                fresh[at] = fresh[at - 1];
            }
            fresh[at] = key;
        }
    }

    function addressesOf(uint256[] memory some) internal pure returns (address[] memory all) {
        all = new address[](some.length);
        for (uint256 i; i < some.length; ++i) {
            all[i] = vm.addr(some[i]);
        }
    }

    function rotationDigest(uint64 from, address[] memory members, uint16 k, uint40 validFrom)
        internal
        view
        returns (bytes32)
    {
        bytes32 act = ActLib.rotation(ZONE_ID, from, IdLib.setHash(from + 1, k, members), k, validFrom);
        return DigestLib.typed(DigestLib.zoneDomain(ZONE_ID), act);
    }

    /// @dev From the genesis set to `members`, with three of them as quorum.
    function rotate(Side memory at, address[] memory members, uint40 validFrom) internal {
        bytes memory signatures = sign(rotationDigest(0, members, QUORUM, validFrom));
        on(at);
        at.gateway.rotate(members, QUORUM, validFrom, signatures);
    }
}
