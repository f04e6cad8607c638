// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What validators decide
/// @notice Acts of the council need a quorum's signatures on the act's EIP-712 struct, which binds this gateway and
/// {councilNonce}; anyone may submit them. None can move an asset, except by a wind-down's public list.
/// @dev Acts revert with {QuorumLib}'s errors where the signatures are not exactly k of the current set's on exactly this act,
/// which is also what an act meets that was done before, or signed for another gateway. An act that reverts uses no nonce.
interface ICouncil {
    /// @notice What a lane asks of a send.
    /// @param fee in the chain's coin
    /// @param collector who may take the fees out
    /// @param quota how many sends of home tokens a sender has each day; zero means any number
    struct Terms {
        uint96 fee;
        address collector;
        uint32 quota;
    }

    /// @notice The lanes to and from this chain are open already, or it is this chain or no chain.
    error CounterpartInvalid(uint64 chainId, address gateway);

    /// @notice The act is for another epoch: this gateway is behind, or the signatures are old.
    error EpochWrong(uint64 current, uint64 given);

    /// @notice A rotation waits for its time already.
    error RotationPending(uint40 validFrom);

    /// @notice A rotation is announced at most 30 days ahead.
    error ValidFromTooLate(uint40 validFrom);

    /// @notice This zone is not wholly deployed here: a part has no code.
    error PartMissing(address part);

    /// @notice The terms, limit or class are outside of what the code allows.
    error ActOutOfBounds();

    /// @notice A validator has 6 hours of pause in 7 days.
    error PauseBudgetSpent(address validator, uint24 left);

    /// @notice Only a member of the current set may pause.
    error NotAValidator(address account);

    /// @notice The act's notice period is not over, or nothing was announced.
    error NoticeNotOver(uint40 until);

    /// @notice The hashes given do not lead from the common head to the lane's head, or both forks go on alike after it.
    error ForkUnproven();

    /// @notice The validators of an epoch count from `validFrom` on.
    event ValidatorsRotated(
        uint64 indexed epoch, bytes32 indexed setHash, uint40 validFrom, uint16 quorum, address[] validators
    );

    /// @notice A lane pair to and from a counterpart was opened and its vault made.
    event LaneOpened(
        uint64 indexed counterpartChainId,
        address counterpartGateway,
        bytes32 indexed outboundLaneId,
        bytes32 indexed inboundLaneId,
        address vault
    );

    /// @notice Home tokens are not sent over this lane any more.
    event LaneRetired(uint64 indexed counterpartChainId);

    /// @notice What a lane asks of a send changed.
    event TermsChanged(uint64 indexed counterpartChainId, uint96 fee, address collector, uint32 quota);

    /// @notice What may arrive of a collection in a window changed; of all NFT collections that had no limit yet, where
    /// `token` is zero.
    event LimitChanged(address indexed token, uint88 cap, uint16 windowMinutes);

    /// @notice An ERC-20 token of this chain was listed, or taken off the list where `class` is zero.
    event TokenListed(address indexed token, uint8 class);

    /// @notice A policy was announced, and counts from `validFrom` on.
    event PolicyProposed(address indexed policy, uint40 validFrom);

    /// @notice An announced policy was written down as the current one.
    event PolicyAdopted(address indexed policy);

    /// @notice The lanes of a chain (0: all), or a collection (not zero), stand still until a time; zero: no longer.
    /// @param validator who paused alone; zero where a quorum did
    event Paused(
        uint64 indexed counterpartChainId, address indexed token, uint40 until, address indexed validator
    );

    /// @notice A lane was halted: a quorum saw its origin say something else than before.
    event LaneHalted(bytes32 indexed laneId, uint64 sequence, bytes32 head, uint40 reanchorableFrom);

    /// @notice A lane goes on from another fork of its origin; older checkpoints are void.
    event LaneReAnchored(bytes32 indexed laneId, uint64 anchor, uint64 delivered, bytes32 head);

    /// @notice The act's nonce that the council's next act on this gateway must bind.
    function councilNonce() external view returns (uint64);

    /// @notice Reverts unless exactly k members of the current set signed the digest, by ascending address.
    /// @dev Reverts with {QuorumLib.SignatureCountWrong}, {QuorumLib.SignatureInvalid}, {QuorumLib.SignaturesUnordered} or
    /// {QuorumLib.SignerNotValidator}.
    function checkQuorum(bytes32 digest, bytes calldata signatures) external view;

    /// @notice The chains to which lanes are open, in the order in which they were opened.
    function counterparts() external view returns (uint64[] memory chainIds);

    /// @notice What a lane asks of a send.
    function termsOf(uint64 counterpartChainId) external view returns (Terms memory);

    /// @notice The bounds of deadlines in seconds after sending, and what a transfer gets that names none.
    function settings() external view returns (uint40 minDeadline, uint40 maxDeadline, uint40 defaultDeadline);

    /// @notice Whether a nonce was used or voided.
    function isNonceUsed(address sender, uint256 nonce) external view returns (bool);

    /// @notice The policy that counts now, and the next one with its time; zeros where there is none.
    function policy() external view returns (address current, address next, uint40 nextFrom);

    /// @notice How much pause a validator has left now, in seconds, and the nonce of its next signed pause.
    function pauseBudgetOf(address validator) external view returns (uint24 left, uint64 nonce);

    /// @notice Applies the zone's next rotation: `Rotation(zoneId, from, to, setHash, k, validFrom)`.
    /// @dev Callable by anyone with a quorum of the current set's signatures, on any gateway; needs no nonce. Emits
    /// {ValidatorsRotated}. Reverts with {RotationPending}, {ValidFromTooLate}, and with {QuorumLib.ValidatorSetInvalid} for
    /// a set that is not in order, whose quorum is no majority, or is below 3 where it was not.
    /// @param validators the next set, in strictly ascending order
    /// @param k its quorum
    /// @param validFrom unix seconds from which it counts; 0 or past for at once
    function rotate(address[] calldata validators, uint16 k, uint40 validFrom, bytes calldata signatures)
        external;

    /// @notice Opens the lanes to and from a gateway on another chain and makes its vault:
    /// `OpenLane(nonce, epoch, counterpartChainId, counterpartGateway)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {LaneOpened}. Reverts with {CounterpartInvalid},
    /// {EpochWrong}, {PartMissing}, and {ActOutOfBounds} beyond 64 chains.
    function openLane(
        uint64 epoch,
        uint64 counterpartChainId,
        address counterpartGateway,
        bytes calldata signatures
    ) external;

    /// @notice Ends sending home tokens to a chain: `RetireLane(nonce, counterpartChainId)`. Exits stay open.
    /// @dev Callable by anyone with a quorum's signatures. Emits {LaneRetired}. Reverts with {ILanes.LaneNotOpen}. There
    /// is no way back.
    function retireLane(uint64 counterpartChainId, bytes calldata signatures) external;

    /// @notice Sets what a lane asks of a send: `SetTerms(nonce, counterpartChainId, fee, collector, quota)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {TermsChanged}. Reverts with {ILanes.LaneNotOpen}, and
    /// {ActOutOfBounds} for a fee of more than 0.01 coins or one that nobody may take out.
    function setTerms(
        uint64 counterpartChainId,
        uint96 fee,
        address collector,
        uint32 quota,
        bytes calldata signatures
    ) external;

    /// @notice Limits what arrives of one collection in a window: `SetLimit(nonce, token, cap, windowMinutes)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {LimitChanged}. Reverts with {ActOutOfBounds} for no
    /// token, and for a cap or window of zero: a limit delays and never stops. A message that carries more than a cap
    /// that was lowered since waits until it is raised, or goes back after its deadline.
    /// @param token the home token or the representation on this chain
    /// @param cap units; the largest value means no limit
    function setLimit(address token, uint88 cap, uint16 windowMinutes, bytes calldata signatures) external;

    /// @notice The limit of NFT collections that had none yet: `SetDefaultLimit(nonce, cap, windowMinutes)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {LimitChanged} with token zero. Reverts as {setLimit}.
    function setDefaultLimit(uint88 cap, uint16 windowMinutes, bytes calldata signatures) external;

    /// @notice Lists an ERC-20 token of this chain: `ListToken(nonce, token, class, cap, windowMinutes)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {TokenListed}, and {LimitChanged} unless it takes the
    /// token off. Reverts with {ActOutOfBounds} for another class, for a representation, for an address without code, and
    /// as {setLimit}.
    /// @param class 2 = payment, 3 = crypto, 4 = prepaid; 0 takes it off the list: it is not sent any more, but still
    /// comes home
    function listToken(
        address token,
        uint8 class,
        uint88 cap,
        uint16 windowMinutes,
        bytes calldata signatures
    ) external;

    /// @notice Announces a policy: `ProposePolicy(nonce, policy)`. It counts after the notice period; zero admits all.
    /// @dev Callable by anyone with a quorum's signatures. Emits {PolicyProposed}. Takes the place of one that is
    /// announced and does not count yet. Reverts with {ActOutOfBounds} for an address without code.
    function proposePolicy(address policy_, bytes calldata signatures) external;

    /// @notice Writes down that an announced policy counts by now, which makes asking it cheaper.
    /// @dev Callable by anyone once the notice period is over. Emits {PolicyAdopted}. Reverts with
    /// {NoticeNotOver} before, and where none was announced.
    function adoptPolicy() external;

    /// @notice Lets everything about a chain (0: all chains) or a collection (not zero) stand still for a while.
    /// @dev Callable by a validator, or by anyone with its signature on
    /// `Pause(validator, counterpartChainId, token, duration, nonce)`. Spends the validator's budget.
    /// Emits {Paused}. Reverts with {NotAValidator}, {PauseBudgetSpent}, {IIntents.SignatureWrong}, {ILanes.LaneNotOpen}, and
    /// {ActOutOfBounds} for no time at all or a collection of one chain only.
    /// @param duration seconds from now
    function pause(
        address validator,
        uint64 counterpartChainId,
        address token,
        uint24 duration,
        bytes calldata signature
    ) external;

    /// @notice Extends a pause, at most 14 days from now: `ExtendPause(nonce, counterpartChainId, token, until)`.
    /// @dev Callable by anyone with a quorum's signatures. Needs no pause to extend and never shortens one. Emits
    /// {Paused}. Reverts with {ActOutOfBounds} for a time that is past or too far, and as {pause}.
    function extendPause(uint64 counterpartChainId, address token, uint40 until, bytes calldata signatures)
        external;

    /// @notice Ends a pause: `LiftPause(nonce, counterpartChainId, token)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {Paused} with zero. Reverts as {pause}. Each lane keeps
    /// one time: lifting for all chains lifts what was paused for one, and the other way round.
    function liftPause(uint64 counterpartChainId, address token, bytes calldata signatures) external;

    /// @notice Halts an inbound lane whose origin was rewritten past finality: `Halt(nonce, laneId, sequence, head)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {LaneHalted}. Reverts with {ILanes.LaneUnknown},
    /// {ILanes.LaneIsHalted}, {ILanes.LaneIsClosed}.
    /// @param sequence where the origin now says something else than what was signed
    /// @param head what it says there
    function halt(bytes32 laneId, uint64 sequence, bytes32 head, bytes calldata signatures) external;

    /// @notice Lets a halted lane go on from its origin's new fork:
    /// `ReAnchor(nonce, laneId, anchor, commonSequence, commonHead, nextHash)`.
    /// @dev Callable by anyone with a quorum's signatures. The act's `anchor` is the one that the lane gets. Emits
    /// {LaneReAnchored}. Reverts with {ILanes.LaneUnknown}, {ILanes.LaneIsClosed}, {NoticeNotOver} and {ForkUnproven}.
    /// @param commonSequence the last message that both forks share
    /// @param commonHead the head there
    /// @param nextHash the hash of the new fork's message after it; zero if there is none yet
    /// @param lostHashes the hashes of the delivered messages after it, empty if none was delivered. Those of them that are
    /// parked are forgotten; the others are never carried out again, should their fork come back
    function reanchor(
        bytes32 laneId,
        uint64 commonSequence,
        bytes32 commonHead,
        bytes32 nextHash,
        bytes32[] calldata lostHashes,
        bytes calldata signatures
    ) external;
}
