// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IOutbox} from "./IOutbox.sol";

/// @title Sending for somebody who signed
interface IIntents {
    /// @notice What makes a signed request good once.
    /// @param sender who owns the tokens and signed
    /// @param nonce any number that the sender has not used on this gateway
    /// @param expiry the last unix second at which the request may be submitted
    struct Intent {
        address sender;
        uint256 nonce;
        uint40 expiry;
    }

    /// @notice The request's time is over.
    error IntentExpired(uint40 expiry);

    /// @notice The nonce was used or voided.
    error NonceUsed(address sender, uint256 nonce);

    /// @notice The sender has not signed this.
    error SignatureWrong(address sender);

    /// @notice The permit is of a kind that this gateway does not know, or incomplete.
    error PermitMalformed();

    /// @notice A sender voided a nonce.
    event NonceVoided(address indexed sender, uint256 nonce);

    /// @notice As {IOutbox.send} for a sender who signed `Send(…)` in this gateway's EIP-712 domain.
    /// @dev Callable by anyone; the caller pays gas and the lane's fee. Contracts sign by ERC-1271. Emits
    /// {IOutbox.MessageSent}. Reverts with {IntentExpired}, {NonceUsed}, {SignatureWrong}, {PermitMalformed}, and as
    /// {IOutbox.send}; then the nonce is still good.
    /// @param permit empty; or `0x01 ‖ deadline ‖ signature` (ERC-2612), `0x02 ‖ deadline ‖ signatures` (ERC-4494),
    /// `0x03 ‖ signature` (ERC-3009, whose nonce is the digest, and which is the sender's signature too)
    function sendBySignature(
        IOutbox.SendRequest calldata request,
        Intent calldata intent,
        bytes calldata signature,
        bytes calldata permit
    ) external payable returns (bytes32 messageId);

    /// @notice Voids a nonce of the caller, so that what was signed with it cannot be submitted.
    /// @dev Callable by anyone, for themselves. Emits {NonceVoided}. Reverts with {NonceUsed}.
    function voidNonce(uint256 nonce) external;
}
