// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {ActLib} from "../libraries/ActLib.sol";
import {DigestLib} from "../libraries/DigestLib.sol";
import {PermitLib} from "../libraries/PermitLib.sol";
import {STANDARD_ERC20} from "../types/Protocol.sol";
import {Outbox} from "./Outbox.sol";

/// @title Sending for somebody who signed
abstract contract Intents is Outbox {
    /// @dev See {IIntents.sendBySignature}.
    function sendBySignature(
        IOutbox.SendRequest calldata request,
        IIntents.Intent calldata intent,
        bytes calldata signature,
        bytes calldata permit
    ) external payable nonReentrant returns (bytes32 messageId) {
        if (block.timestamp > intent.expiry) {
            revert IIntents.IntentExpired(intent.expiry);
        }
        bytes32 digest = DigestLib.typed(_gatewayDomain(), ActLib.sendIntent(request, intent));
        _useNonce(intent.sender, intent.nonce);
        address holder = intent.sender;
        if (PermitLib.isAuthorization(permit)) {
            // A listed token checks the authorization itself, and its nonce is this very digest.
            _classOf(STANDARD_ERC20, request.token);
            PermitLib.receive_(permit, request, intent, digest);
            holder = address(this);
        } else if (!CHECKER.isSigned(intent.sender, digest, signature)) {
            revert IIntents.SignatureWrong(intent.sender);
        } else if (permit.length != 0) {
            PermitLib.permit(permit, request, intent.sender);
        }
        uint256 fee;
        (messageId, fee) = _send(request, intent.sender, holder);
        if (msg.value != fee) revert IOutbox.FeeWrong(fee, msg.value);
    }

    /// @dev See {IIntents.voidNonce}.
    function voidNonce(uint256 nonce) external {
        _useNonce(msg.sender, nonce);
        emit IIntents.NonceVoided(msg.sender, nonce);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _useNonce(address sender, uint256 nonce) private {
        uint256 bit = uint256(1) << (nonce & 255);
        uint256 word = _nonces[sender][nonce >> 8];
        if (word & bit != 0) revert IIntents.NonceUsed(sender, nonce);
        _nonces[sender][nonce >> 8] = word | bit;
    }
}
