// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

import {IRepresentation20} from "../interfaces/IRepresentation20.sol";

/// @title Moving tokens by signature (ERC-3009)
/// @dev OpenZeppelin's needs a name that is fixed when the code is made; a representation's comes from home.
abstract contract Authorizations is ERC20, IRepresentation20 {
    bytes32 private constant TRANSFER_TYPE = keccak256(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant RECEIVE_TYPE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant CANCEL_TYPE = keccak256("CancelAuthorization(address authorizer,bytes32 nonce)");

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IRepresentation20
    mapping(address authorizer => mapping(bytes32 nonce => bool)) public authorizationState;

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    /// @inheritdoc IRepresentation20
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        bytes32 authorization = keccak256(
            abi.encode(TRANSFER_TYPE, from, to, value, validAfter, validBefore, nonce)
        );
        _checkTime(validAfter, validBefore);
        _spend(from, nonce, authorization, v, r, s);
        emit AuthorizationUsed(from, nonce);
        _transfer(from, to, value);
    }

    /// @inheritdoc IRepresentation20
    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (msg.sender != to) revert CallerNotPayee(to);
        bytes32 authorization =
            keccak256(abi.encode(RECEIVE_TYPE, from, to, value, validAfter, validBefore, nonce));
        _checkTime(validAfter, validBefore);
        _spend(from, nonce, authorization, v, r, s);
        emit AuthorizationUsed(from, nonce);
        _transfer(from, to, value);
    }

    /// @inheritdoc IRepresentation20
    function cancelAuthorization(address authorizer, bytes32 nonce, uint8 v, bytes32 r, bytes32 s) external {
        _spend(authorizer, nonce, keccak256(abi.encode(CANCEL_TYPE, authorizer, nonce)), v, r, s);
        emit AuthorizationCanceled(authorizer, nonce);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _checkTime(uint256 validAfter, uint256 validBefore) private view {
        if (block.timestamp <= validAfter || block.timestamp >= validBefore) {
            revert AuthorizationOutOfTime(validAfter, validBefore);
        }
    }

    function _spend(address authorizer, bytes32 nonce, bytes32 authorization, uint8 v, bytes32 r, bytes32 s)
        private
    {
        if (authorizationState[authorizer][nonce]) revert AuthorizationSpent(authorizer, nonce);
        bytes32 digest = MessageHashUtils.toTypedDataHash(DOMAIN_SEPARATOR(), authorization);
        (address signer, ECDSA.RecoverError wrong,) = ECDSA.tryRecover(digest, v, r, s);
        if (wrong != ECDSA.RecoverError.NoError || signer != authorizer) {
            revert AuthorizationNotSigned(authorizer);
        }
        authorizationState[authorizer][nonce] = true;
    }
}
