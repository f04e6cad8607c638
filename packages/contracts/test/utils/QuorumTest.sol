// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {DigestLib} from "../../src/libraries/DigestLib.sol";
import {IdLib} from "../../src/libraries/IdLib.sol";

/// @title A zone's first validators, and what they sign
abstract contract QuorumTest is Test {
    string internal constant ZONE = "ryugu-test";
    uint16 internal constant QUORUM = 3;
    uint256 internal constant VALIDATORS = 5;

    bytes32 internal immutable ZONE_ID = IdLib.zoneId(ZONE);

    /// @dev Sorted by address, as signatures must be.
    uint256[] internal keys;
    address[] internal validators;

    function _makeValidators() internal {
        for (uint256 i = 1; i <= VALIDATORS; ++i) {
            uint256 key = uint256(keccak256(abi.encode("validator", i)));
            uint256 at = keys.length;
            keys.push(key);
            while (at > 0 && vm.addr(keys[at - 1]) > vm.addr(key)) {
                keys[at] = keys[at - 1];
                --at;
            }
            keys[at] = key;
        }
        for (uint256 i; i < VALIDATORS; ++i) {
            validators.push(vm.addr(keys[i]));
        }
    }

    /// @dev The first k validators' compact signatures.
    function sign(bytes32 digest) internal view returns (bytes memory signatures) {
        for (uint256 i; i < QUORUM; ++i) {
            signatures = bytes.concat(signatures, signature(keys[i], digest));
        }
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (bytes32 r, bytes32 vs) = vm.signCompact(key, digest);
        return abi.encodePacked(r, vs);
    }

    function signCheckpoint(bytes32 laneId, uint64 sequence, bytes32 head)
        internal
        view
        returns (bytes memory)
    {
        return sign(DigestLib.checkpoint(DigestLib.zoneDomain(ZONE_ID), laneId, 0, sequence, head));
    }
}
