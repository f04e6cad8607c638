// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC7598} from "../interfaces/IERC7598.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {TestYen} from "./TestYen.sol";

/// @title Yen for tests whose authorizations contracts sign too
contract ContractYen is TestYen, IERC7598 {
    constructor(address owner_) TestYen(owner_) {}

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    /// @inheritdoc IERC7598
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        bytes32 kind = TRANSFER_WITH_AUTHORIZATION_TYPEHASH;
        _checkSigned(from, abi.encode(kind, from, to, value, validAfter, validBefore, nonce), signature);
        _transferWithAuthorization(from, to, value, validAfter, validBefore, nonce);
    }

    /// @inheritdoc IERC7598
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        bytes32 kind = RECEIVE_WITH_AUTHORIZATION_TYPEHASH;
        _checkSigned(from, abi.encode(kind, from, to, value, validAfter, validBefore, nonce), signature);
        if (to != msg.sender) revert ERC20InvalidReceiver(to);
        _transferWithAuthorization(from, to, value, validAfter, validBefore, nonce);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _checkSigned(address from, bytes memory message, bytes calldata signature) private view {
        bytes32 digest = _hashTypedDataV4(keccak256(message));
        if (!SignatureLib.isSigned(from, digest, signature)) revert ERC3009InvalidSignature();
    }
}
