// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title The zone's contract on one chain
/// @notice Sends and delivers messages over gapless, hash-chained lanes. docs/reference/protocol.md has every layout.
/// @dev Anyone may deliver, retry and resend; nobody can withdraw what a vault holds.
interface IGateway {
    /// @notice What a person asks to send: up to 16 tokens of one collection.
    /// @param destinationChainId the chain (EIP-155) where the tokens are to arrive
    /// @param token the collection on this chain: a home collection or a representation
    /// @param ids the tokens
    /// @param amounts one per id for ERC-1155; empty for ERC-721
    /// @param recipient who is to have them there
    /// @param refundAccount who gets them back here if they cannot be delivered; zero means the caller
    /// @param deadline unix seconds, absolute; zero means the zone's default
    /// @param ref 0 to 32 bytes, opaque to the protocol; never personal data
    struct SendRequest {
        uint64 destinationChainId;
        address token;
        uint256[] ids;
        uint256[] amounts;
        address recipient;
        address refundAccount;
        uint40 deadline;
        bytes ref;
    }

    /// @notice The log of messages that leave this chain for one gateway.
    /// @param head the hash chain's value at `count`
    /// @param count how many messages were sent
    struct OutboundLane {
        bytes32 head;
        uint64 count;
    }

    /// @notice What has arrived from one gateway.
    /// @param head the hash chain's value at `delivered`
    /// @param delivered the sequence up to which every message was consumed
    /// @param anchor how often the lane was re-anchored
    struct InboundLane {
        bytes32 head;
        uint64 delivered;
        uint64 anchor;
    }

    /// @notice No lane is open to this chain.
    error LaneNotOpen(uint64 chainId);

    /// @notice No inbound lane has this id.
    error LaneUnknown(bytes32 laneId);

    /// @notice The lanes to and from this chain are open already, or it is this chain or no chain.
    error CounterpartInvalid(uint64 chainId, address gateway);

    /// @notice A message carries 1 to 16 assets.
    error AssetCountInvalid(uint256 count);

    /// @notice Assets of this standard are not carried by this gateway.
    error StandardUnsupported(uint8 standard);

    /// @notice A representation can only go home; passing on to a third chain is not offered by this gateway.
    error ForwardUnsupported(uint64 homeChainId, uint64 destinationChainId);

    /// @notice Nobody is named to receive the tokens.
    error RecipientMissing();

    /// @notice A reference has at most 32 bytes.
    error ReferenceTooLong(uint256 length);

    /// @notice The deadline is outside of what the zone allows.
    error DeadlineOutOfBounds(uint40 deadline, uint40 earliest, uint40 latest);

    /// @notice The value sent with a call must be the lane's send fee.
    error FeeWrong(uint256 needed, uint256 given);

    /// @notice After its transfer the token does not say that the vault owns it.
    error TokenNotReceived(address token, uint256 id);

    /// @notice A lane counts at most 65,535 metadata records of one collection.
    error RecordsExhausted(address token);

    /// @notice A representation cannot be announced: its home does that.
    error NotAHomeCollection(address token);

    /// @notice Messages between the last delivered one and the first given one are missing.
    error SequenceGap(uint64 expected, uint64 firstSequence);

    /// @notice Every message given was delivered before.
    error NothingToDeliver(uint64 delivered);

    /// @notice The call has less gas than the next message may need. Without this, whoever delivers could make a message
    /// park.
    error GasTooLow(uint256 needed);

    /// @notice No such message is parked on this lane.
    error NotParked(bytes32 messageId);

    /// @notice The message's time to arrive is over.
    error DeadlinePassed(uint40 deadline);

    /// @notice The zone's deadline bounds are not in order, or longer than 30 days.
    error SettingsInvalid();

    /// @notice A lane pair to and from a counterpart was opened and its vault made.
    event LaneOpened(
        uint64 indexed counterpartChainId,
        address counterpartGateway,
        bytes32 indexed outboundLaneId,
        bytes32 indexed inboundLaneId,
        address vault
    );

    /// @notice A message was appended to an outbound lane. `messageId` is the lane's new head.
    event MessageSent(
        bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message
    );

    /// @notice The messages `first` to `last` of an inbound lane were consumed; `head` is the head at `last`.
    /// Those that did not succeed have a {MessageParked} in the same transaction.
    event MessagesDelivered(bytes32 indexed laneId, uint64 first, uint64 last, bytes32 head);

    /// @notice A message was consumed but could not be carried out; anyone may {retry} it.
    event MessageParked(
        bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes reason
    );

    /// @notice A parked message was carried out.
    event MessageRetried(bytes32 indexed laneId, bytes32 indexed messageId);

    /// @notice Gives up tokens of the caller here, so that they arrive on another chain.
    /// @dev Callable by anyone who owns the tokens and has approved this gateway. Emits {MessageSent}, preceded by one for a
    /// Collection message where the destination does not know the collection or its metadata record yet.
    /// @return messageId the id by which the transfer is followed
    function send(SendRequest calldata request) external payable returns (bytes32 messageId);

    /// @notice Delivers the next messages of an inbound lane, proven by a quorum's signatures on one checkpoint.
    /// @dev Callable by anyone. Messages already delivered are skipped. Emits {MessagesDelivered} and {MessageParked}.
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

    /// @notice Tries a parked message again, with any gas.
    /// @dev Callable by anyone. Emits {MessageRetried}. Reverts with the reason if it still cannot be carried out, and with
    /// {DeadlinePassed} after the message's deadline.
    function retry(bytes32 laneId, bytes32 messageId, bytes calldata message) external;

    /// @notice Sends a collection's name, symbol, contract URI and the metadata record of one sample token again, and
    /// refreshes that token's own metadata where it is.
    /// @dev Callable by anyone. Emits {MessageSent}.
    function announce(uint64 destinationChainId, address token, uint256 sampleId)
        external
        returns (bytes32 messageId);

    /// @notice Opens the lanes to and from a gateway on another chain and makes its vault, by a quorum's signatures on
    /// `OpenLane(nonce, counterpartChainId, counterpartGateway)`.
    function openLane(uint64 counterpartChainId, address counterpartGateway, bytes calldata signatures)
        external;

    /// @notice The zone's id.
    function zoneId() external view returns (bytes32);

    /// @notice The current validator set: its epoch, hash, quorum and members in ascending order.
    function validatorSet()
        external
        view
        returns (uint64 epoch, bytes32 setHash, uint16 quorum, address[] memory validators);

    /// @notice The nonce that the council's next act on this gateway must bind.
    function councilNonce() external view returns (uint64);

    /// @notice The lane ids to and from a chain; zero where no lane is open.
    function lanesOf(uint64 counterpartChainId)
        external
        view
        returns (bytes32 outboundLaneId, bytes32 inboundLaneId);

    /// @notice An outbound lane's count and head.
    function outboundLane(bytes32 laneId) external view returns (OutboundLane memory);

    /// @notice An inbound lane's delivered sequence, head and anchor.
    function inboundLane(bytes32 laneId) external view returns (InboundLane memory);

    /// @notice The hash of a parked message; zero where none is parked under this id.
    function parkedMessage(bytes32 messageId) external view returns (bytes32 messageHash);

    /// @notice The vault that holds home tokens of this chain which are on a counterpart chain.
    function vaultOf(uint64 counterpartChainId) external view returns (address);

    /// @notice The representation on this chain of a collection born elsewhere: its deterministic address, made or not.
    /// @param standard 1 = ERC-721, 2 = ERC-1155, 3 = ERC-20
    function representationOf(uint64 homeChainId, address homeToken, uint8 standard)
        external
        view
        returns (address);

    /// @notice The home of a representation made by this zone on this chain; zeros for any other address.
    function homeOf(address representation)
        external
        view
        returns (uint64 homeChainId, address homeToken, uint8 standard);

    /// @notice The contract that makes and ends representations and lets vaults release, for this gateway only.
    function custody() external view returns (address);

    /// @notice The bounds of deadlines in seconds after sending, and what a transfer gets that names none.
    function settings() external view returns (uint40 minDeadline, uint40 maxDeadline, uint40 defaultDeadline);
}
