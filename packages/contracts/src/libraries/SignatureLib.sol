// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {StrangerLib} from "./StrangerLib.sol";

/// @title Whether an account signed
library SignatureLib {
    uint256 private constant CONTRACT_GAS = 200_000;

    /// @dev By key (65 bytes, or 64 by EIP-2098), or as a contract by ERC-1271. The key first: an account whose code is only
    /// delegated (EIP-7702) still signs with it.
    function isSigned(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        if (signer == address(0)) return false;
        return _recover(digest, signature) == signer
            || (signer.code.length != 0 && _isAcceptedBy(signer, digest, signature));
    }

    /// @dev Nobody for what is no signature. Only the lower of the two values of `s` that every signature has.
    function _recover(bytes32 digest, bytes calldata signature) private pure returns (address signer) {
        if (signature.length == 65) {
            (signer,,) = ECDSA.tryRecover(
                digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64])
            );
        } else if (signature.length == 64) {
            (signer,,) = ECDSA.tryRecover(digest, bytes32(signature[:32]), bytes32(signature[32:]));
        }
    }

    /// @dev The answer is exactly the magic value, as a whole word.
    function _isAcceptedBy(address signer, bytes32 digest, bytes calldata signature)
        private
        view
        returns (bool)
    {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        (bool ok, uint256 size, bytes memory answer) = StrangerLib.ask(signer, CONTRACT_GAS, 32, question);
        return ok && size == 32 && bytes32(answer) == bytes32(IERC1271.isValidSignature.selector);
    }
}
