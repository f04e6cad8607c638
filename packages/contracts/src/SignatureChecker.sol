// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISignatureChecker} from "./interfaces/ISignatureChecker.sol";
import {SignatureLib} from "./libraries/SignatureLib.sol";

/// @title Whether an account signed
contract SignatureChecker is ISignatureChecker {
    /// @inheritdoc ISignatureChecker
    function isSigned(address signer, bytes32 digest, bytes calldata signature) external view returns (bool) {
        return SignatureLib.isSigned(signer, digest, signature);
    }
}
