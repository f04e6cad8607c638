// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Delivering, and how a message ends
interface IInbox {
    /// @notice Messages between the last delivered one and the first given one are missing.
    error SequenceGap(uint64 expected, uint64 firstSequence);

    /// @notice Every message given was delivered before.
    error NothingToDeliver(uint64 delivered);

    /// @notice The message was delivered or claimed before, or is before the lane's first.
    error AlreadyConsumed(bytes32 laneId, uint64 sequence);

    /// @notice The call has less gas than the next message may need. Without this, whoever delivers could make a message
    /// park.
    error GasTooLow(uint256 needed);

    /// @notice No such message is parked on this lane.
    error NotParked(bytes32 messageId);

    /// @notice Only who would receive the message here may name another account.
    error NotEntitled(bytes32 messageId);

    /// @notice The messages `first` to `last` of an inbound lane were consumed; `head` is the head at `last`.
    /// Those that did not succeed have a {MessageParked} or {MessageReturned} in the same transaction. Those claimed before
    /// were skipped.
    event MessagesDelivered(bytes32 indexed laneId, uint64 first, uint64 last, bytes32 head);

    /// @notice A message was consumed out of order.
    event MessageClaimed(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId);

    /// @notice A message was consumed but could not be carried out; anyone may {retry} it.
    event MessageParked(
        bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes reason
    );

    /// @notice A parked message was carried out.
    event MessageRetried(bytes32 indexed laneId, bytes32 indexed messageId);

    /// @notice A parked message was carried out for another account, which the person entitled named.
    event MessageRedirected(bytes32 indexed laneId, bytes32 indexed messageId, address recipient);

    /// @notice A message ended after its deadline. `returnId` is the id of the Return that gives back what it carried.
    event MessageReturned(bytes32 indexed laneId, bytes32 indexed messageId, bytes32 indexed returnId);

    /// @notice Delivers the next messages of an inbound lane, proven by a quorum's signatures on one checkpoint.
    /// @dev Callable by anyone. Messages already delivered or claimed are skipped. Emits {MessagesDelivered},
    /// {MessageParked}, {MessageReturned}. Reverts with {GasTooLow} when a message might lack gas, with {SequenceGap} or
    /// {NothingToDeliver}, with {QuorumLib}'s errors unless a quorum signed where these messages lead, and with
    /// {ILanes.LaneUnknown}, {ILanes.LaneIsPaused}, {ILanes.LaneIsHalted}, {ILanes.LaneIsClosed}.
    /// @param laneId the inbound lane
    /// @param firstSequence the sequence of `messages[0]`, at most one more than what is delivered
    /// @param messages whole messages in the lane's order
    /// @param tailHashes the hashes of the messages after them, up to the checkpoint
    /// @param signatures exactly k compact signatures (EIP-2098) on the checkpoint at
    /// `firstSequence + messages.length + tailHashes.length - 1`, by ascending validator address
    function deliver(
        bytes32 laneId,
        uint64 firstSequence,
        bytes[] calldata messages,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external;

    /// @notice Takes one message out of order, so that nobody waits or pays for those before it.
    /// @dev Callable by anyone. Its sequence is `checkpointSequence - tailHashes.length`. Emits {MessageClaimed}, and
    /// {MessageReturned} after its deadline. Reverts with {AlreadyConsumed}, as {deliver} for the lane and the signatures, and
    /// with the reason when it cannot be carried out; then it is not consumed.
    /// @param priorHead the lane's head before the message
    /// @param tailHashes the hashes of the messages after it, up to the checkpoint
    function claim(
        bytes32 laneId,
        uint64 checkpointSequence,
        bytes32 priorHead,
        bytes calldata message,
        bytes32[] calldata tailHashes,
        bytes calldata signatures
    ) external;

    /// @notice Tries a parked message again, with any gas; after its deadline, returns it.
    /// @dev Callable by anyone. Emits {MessageRetried} or {MessageReturned}. Reverts with {NotParked}, {ILanes.LaneIsPaused},
    /// {ILanes.LaneIsHalted}, or with the reason if it still cannot be carried out.
    function retry(bytes32 laneId, bytes32 messageId, bytes calldata message) external;

    /// @notice As {retry}, for another account.
    /// @dev Callable by who would receive the message here, or by anyone with their signature on
    /// `Redirect(messageId, recipient, expiry)`: a Transfer's recipient, a Return's refund account, and
    /// where the chain to go back to was closed also the refund account of a Return for there, or of a Forward from there
    /// past its deadline. Emits {MessageRedirected} or {MessageReturned}. Reverts with {NotParked}, {NotEntitled},
    /// {IIntents.IntentExpired}, or the reason for which it still cannot be carried out.
    function redirect(
        bytes32 laneId,
        bytes32 messageId,
        bytes calldata message,
        address recipient,
        uint40 expiry,
        bytes calldata signature
    ) external;
}
