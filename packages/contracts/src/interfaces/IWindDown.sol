// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What happens at home when a chain dies
/// @notice A quorum names the last holders there; after a time in which anyone may show that the list is wrong, each holder
/// takes their own out of the vault.
interface IWindDown {
    /// @notice One holder's asset on the chain that died.
    /// @param standard 1 = ERC-721, 2 = ERC-1155, 3 = ERC-20
    /// @param token the home token on this chain
    /// @param id the token; zero for ERC-20
    /// @param amount one for ERC-721
    struct Holding {
        uint64 chainId;
        uint8 standard;
        address token;
        uint256 id;
        uint256 amount;
        address holder;
    }

    /// @notice Not everything that was attested from the chain has been delivered.
    error DeliveryIncomplete(uint64 delivered, uint64 sequence);

    /// @notice No wind-down of this chain stands, or another one does already.
    error WindDownWrong(uint64 chainId);

    /// @notice The list does not contain this holding.
    error HoldingUnproven(bytes32 leaf);

    /// @notice What was shown does not prove the list wrong.
    error ChallengeUnproven();

    /// @notice The holding was taken out before.
    error HoldingTaken(bytes32 leaf);

    /// @notice The lanes of a chain were closed; holdings under `root` can be taken out from `claimableFrom` on.
    event WindDownProposed(
        uint64 indexed chainId, bytes32 indexed root, bytes32 evidence, uint40 claimableFrom
    );

    /// @notice The proposal is void and the lanes are open again: it was challenged, or the council withdrew it.
    event WindDownCancelled(uint64 indexed chainId, bytes32 indexed root);

    /// @notice A holding was struck from the list: the token, which the council did not list, says that the vault has less.
    event HoldingStruck(uint64 indexed chainId, bytes32 indexed leaf);

    /// @notice A holding left the vault.
    event HoldingReleased(
        uint64 indexed chainId, bytes32 indexed leaf, address indexed holder, address recipient
    );

    /// @notice Closes a chain's lanes and announces its last holders:
    /// `ProposeWindDown(nonce, counterpartChainId, sequence, holdersRoot, evidence)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {WindDownProposed}. Reverts with {ILanes.LaneNotOpen},
    /// {ILanes.LaneIsHalted}, {WindDownWrong}, {DeliveryIncomplete}, and {ICouncil.ActOutOfBounds} without a root.
    /// @param sequence the last message that was attested from there; all up to it must be delivered
    /// @param evidence the digest of what the list was made from, published by the validators
    function proposeWindDown(
        uint64 counterpartChainId,
        uint64 sequence,
        bytes32 holdersRoot,
        bytes32 evidence,
        bytes calldata signatures
    ) external;

    /// @notice Withdraws a proposal before it counts: `CancelWindDown(nonce, counterpartChainId)`.
    /// @dev Callable by anyone with a quorum's signatures. Emits {WindDownCancelled}. Reverts with {WindDownWrong} where none
    /// stands or it counts already.
    function cancelWindDown(uint64 counterpartChainId, bytes calldata signatures) external;

    /// @notice Voids a proposal that names more than the vault holds of an ERC-20 token that the council listed. Of any other
    /// token only that holding is struck: a stranger's token may lie, and must not hold up what others have.
    /// @dev Callable by anyone during the notice period. Emits {WindDownCancelled} or {HoldingStruck}. Reverts with
    /// {WindDownWrong}, {HoldingUnproven}, and {ChallengeUnproven} where the vault holds enough or the token does not answer.
    function challengeExcess(Holding calldata holding, bytes32[] calldata proof) external;

    /// @notice Voids a proposal that names one ERC-721 token twice.
    /// @dev Callable by anyone during the notice period. Emits {WindDownCancelled}. Reverts with {HoldingUnproven},
    /// {ChallengeUnproven}, {WindDownWrong}.
    function challengeDouble(
        Holding calldata first,
        bytes32[] calldata firstProof,
        Holding calldata second,
        bytes32[] calldata secondProof
    ) external;

    /// @notice Takes a holding out of the vault.
    /// @dev Callable by the holder, or by anyone with the holder's signature on `Claim(leaf, recipient, expiry)`.
    /// Emits {HoldingReleased}. Reverts with {WindDownWrong}, {ICouncil.NoticeNotOver}, {HoldingUnproven}, {HoldingTaken},
    /// {IIntents.IntentExpired}, {IIntents.SignatureWrong}, or the token's own reason.
    function takeOut(
        Holding calldata holding,
        bytes32[] calldata proof,
        address recipient,
        uint40 expiry,
        bytes calldata signature
    ) external;

    /// @notice The standing wind-down of a chain; zeros where there is none.
    function windDownOf(uint64 chainId) external view returns (bytes32 root, uint40 claimableFrom);
}
