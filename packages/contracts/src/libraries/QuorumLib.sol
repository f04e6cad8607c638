// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
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

    struct Set {
        address members;
        uint64 epoch;
        uint16 quorum;
        uint16 size;
    }

    function store(Set storage set, uint64 epoch, uint16 quorum, address[] memory validators) internal {
        uint256 size = validators.length;
        if (size > MAX_VALIDATORS || quorum > size || uint256(quorum) * 2 <= size) {
            revert ValidatorSetInvalid();
        }
        address members = SSTORE2.write(_packed(validators));
        (set.members, set.epoch, set.quorum, set.size) = (members, epoch, quorum, uint16(size));
    }

    function listed(Set storage set) internal view returns (address[] memory all) {
        bytes memory packed = SSTORE2.read(set.members);
        all = new address[](packed.length / 20);
        for (uint256 i; i < all.length; ++i) {
            all[i] = _memberAt(packed, i);
        }
    }

    /// @dev Reverts unless exactly k members of the set signed the digest. Both lists ascend, so one walk over the
    /// members proves order, distinctness and membership at once.
    function check(Set memory set, bytes32 digest, bytes calldata signatures) internal view {
        if (signatures.length != set.quorum * SIGNATURE_BYTES) {
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
        pure
        returns (address signer)
    {
        bytes32 r;
        bytes32 vs;
        assembly ("memory-safe") {
            let at := add(signatures.offset, shl(6, index))
            r := calldataload(at)
            vs := calldataload(add(at, 0x20))
        }
        (signer,,) = ECDSA.tryRecover(digest, r, vs);
        if (signer == address(0)) revert SignatureInvalid(index);
    }

    function _memberAt(bytes memory members, uint256 index) private pure returns (address member) {
        assembly ("memory-safe") {
            member := shr(96, mload(add(add(members, 0x20), mul(index, 20))))
        }
    }
}
