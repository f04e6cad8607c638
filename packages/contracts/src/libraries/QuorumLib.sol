// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ECDSA} from "solady/utils/ECDSA.sol";
import {SSTORE2} from "solady/utils/SSTORE2.sol";

/// @title The validator set and its quorum
/// @notice Members are kept as one contract's code: one slot and one code read, however many they are.
library QuorumLib {
    uint256 private constant SIGNATURE_BYTES = 64;
    uint256 private constant MAX_VALIDATORS = 255;

    /// @notice Validators are strictly ascending and not zero; k is more than half of n and at most n; n at most 255.
    error ValidatorSetInvalid();

    /// @notice Exactly k signatures are needed.
    error SignatureCountWrong(uint256 needed, uint256 bytesGiven);

    /// @notice A signature does not recover to any account.
    error SignatureInvalid(uint256 index);

    /// @notice Signatures must be ordered by their validators' addresses, each validator once.
    error SignaturesUnordered(uint256 index);

    /// @notice Whoever signed this digest is not in the set. A changed byte anywhere ends here too.
    error SignerNotValidator(uint256 index, address signer);

    /// @param nextFrom when the set after this one counts; zero where none is announced
    struct Set {
        address members;
        uint40 epoch;
        uint8 quorum;
        uint8 size;
        uint40 nextFrom;
    }

    /// @dev A gateway that nobody calls at `nextFrom` changes over all the same: whoever asks next sees the next set.
    struct Sets {
        Set latest;
        Set next;
    }

    /// @dev The set that counts now.
    function current(Sets storage sets) internal view returns (Set memory set) {
        set = sets.latest;
        if (set.nextFrom != 0 && set.nextFrom <= block.timestamp) set = sets.next;
    }

    /// @dev Makes a set count at once.
    function store(Sets storage sets, uint40 epoch, uint16 quorum, address[] memory validators) internal {
        sets.latest = _made(epoch, quorum, validators);
    }

    /// @dev Makes a set count after the current one, which may be the one announced last.
    function announce(
        Sets storage sets,
        uint40 epoch,
        uint16 quorum,
        address[] memory validators,
        uint40 validFrom
    ) internal {
        Set memory latest = current(sets);
        if (validFrom <= block.timestamp) {
            sets.latest = _made(epoch, quorum, validators);
        } else {
            latest.nextFrom = validFrom;
            sets.latest = latest;
            sets.next = _made(epoch, quorum, validators);
        }
    }

    function listed(Set memory set) internal view returns (address[] memory all) {
        bytes memory packed = SSTORE2.read(set.members);
        all = new address[](packed.length / 20);
        for (uint256 i; i < all.length; ++i) {
            all[i] = _memberAt(packed, i);
        }
    }

    /// @dev Reverts unless exactly k members of the set signed the digest. Both lists ascend, so one walk over the
    /// members proves order, distinctness and membership at once.
    function check(Set memory set, bytes32 digest, bytes calldata signatures) internal view {
        // A set that was never stored has a quorum of 0, and nobody's signatures would do.
        if (set.quorum == 0) revert ValidatorSetInvalid();
        if (signatures.length != uint256(set.quorum) * SIGNATURE_BYTES) {
            revert SignatureCountWrong(set.quorum, signatures.length);
        }
        bytes memory members = SSTORE2.read(set.members);
        uint256 next;
        address last;
        for (uint256 i; i < set.quorum; ++i) {
            address signer = _recover(digest, signatures, i);
            while (true) {
                if (next == set.size) {
                    if (signer <= last) revert SignaturesUnordered(i);
                    revert SignerNotValidator(i, signer);
                }
                if (_memberAt(members, next++) == signer) break;
            }
            last = signer;
        }
    }

    function _made(uint40 epoch, uint16 quorum, address[] memory validators) private returns (Set memory) {
        uint256 size = validators.length;
        if (size > MAX_VALIDATORS || quorum > size || uint256(quorum) * 2 <= size) {
            revert ValidatorSetInvalid();
        }
        return Set(SSTORE2.write(_packed(validators)), epoch, uint8(quorum), uint8(size), 0);
    }

    /// @dev Whether the account is in the set.
    function has(Set memory set, address account) internal view returns (bool) {
        bytes memory members = SSTORE2.read(set.members);
        for (uint256 i; i < set.size; ++i) {
            if (_memberAt(members, i) == account) return true;
        }
        return false;
    }

    function _packed(address[] memory validators) private pure returns (bytes memory packed) {
        address last;
        for (uint256 i; i < validators.length; ++i) {
            if (validators[i] <= last) revert ValidatorSetInvalid();
            last = validators[i];
            packed = abi.encodePacked(packed, last);
        }
    }

    function _recover(bytes32 digest, bytes calldata signatures, uint256 index)
        private
        view
        returns (address signer)
    {
        bytes32 r;
        bytes32 vs;
        assembly ("memory-safe") {
            let at := add(signatures.offset, shl(6, index))
            r := calldataload(at)
            vs := calldataload(add(at, 0x20))
        }
        // A second form of a signature changes nothing: each validator counts once, for one digest.
        signer = ECDSA.tryRecover(digest, r, vs);
        if (signer == address(0)) revert SignatureInvalid(index);
    }

    function _memberAt(bytes memory members, uint256 index) private pure returns (address member) {
        assembly ("memory-safe") {
            member := shr(96, mload(add(add(members, 0x20), mul(index, 20))))
        }
    }
}
