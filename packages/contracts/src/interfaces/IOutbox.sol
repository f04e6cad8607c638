// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Sending
interface IOutbox {
    /// @notice What a person asks to send: up to 16 assets of one collection.
    /// @param destinationChainId the chain (EIP-155) where the assets are to arrive
    /// @param token the collection on this chain: a home collection or a representation
    /// @param ids the tokens; empty for ERC-20
    /// @param amounts one per id for ERC-1155; one for ERC-20; empty for ERC-721
    /// @param recipient who is to have them there
    /// @param refundAccount who gets them back here if they cannot be delivered; zero means the sender
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

    /// @notice A message carries 1 to 16 assets.
    error AssetCountInvalid(uint256 count);

    /// @notice An amount is zero or does not fit 128 bits, or amounts and ids do not pair.
    error AmountsInvalid();

    /// @notice More than 1,000,000 units of one ERC-1155 id: that is money by another name.
    error TokenFungibleLike(uint256 id, uint256 amount);

    /// @notice The council has not listed this ERC-20 token here.
    error TokenNotListed(address token);

    /// @notice This address is no token that can be sent.
    error TokenInvalid(address token);

    /// @notice More than this chain lets in at once: what could not come home must not leave.
    error AmountOverLimit(address token, uint256 units);

    /// @notice Nobody is named to receive the tokens.
    error RecipientMissing();

    /// @notice A reference has at most 32 bytes.
    error ReferenceTooLong(uint256 length);

    /// @notice The deadline is outside of what the zone allows.
    error DeadlineOutOfBounds(uint40 deadline, uint40 earliest, uint40 latest);

    /// @notice The value sent with a call must be the lane's send fee.
    error FeeWrong(uint256 needed, uint256 given);

    /// @notice The collector does not take the fees.
    error FeesNotTaken(address collector);

    /// @notice The sender used up what the lane allows each day.
    error QuotaSpent(address sender, uint32 quota);

    /// @notice The zone's policy does not admit this transfer.
    error PolicyRefused(bytes32 reason);

    /// @notice The token does not say that its transfer made the vault its owner.
    error TokenNotReceived(address token, uint256 id);

    /// @notice The vault has not received what was to be sent: the token takes a fee, or does nothing.
    error AmountNotReceived(address token, uint256 expected, uint256 received);

    /// @notice A lane counts at most 65,535 metadata records of one collection.
    error RecordsExhausted(address token);

    /// @notice A representation cannot be announced: its home does that.
    error NotAHomeCollection(address token);

    /// @notice A message was appended to an outbound lane. `messageId` is the lane's new head.
    event MessageSent(
        bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message
    );

    /// @notice Gives up tokens of the caller here, so that they arrive on another chain.
    /// @dev Callable by anyone who owns the tokens; home tokens must be approved to this gateway, representations need no
    /// approval. A representation whose home is neither end passes through home. Emits {MessageSent}, preceded by one for a
    /// Collection message where the destination does not know the collection or its metadata record yet. Reverts with a
    /// named error or with the token's own reason.
    /// @return messageId the id by which the transfer is followed
    function send(SendRequest calldata request) external payable returns (bytes32 messageId);

    /// @notice As {send}, for several collections or destinations: all of them or none.
    /// @dev Callable by anyone who owns the tokens. The value is the sum of the lanes' fees. Emits and reverts as {send}.
    /// Reverts wholly where one of them cannot be sent.
    function sendMany(SendRequest[] calldata requests) external payable returns (bytes32[] memory messageIds);

    /// @notice Sends a collection's name, symbol, contract URI and the metadata record of one sample token again, and
    /// refreshes that token's own metadata where it is.
    /// @dev Callable by anyone, who pays the lane's fee. Emits {MessageSent}. Reverts with {FeeWrong}, {QuotaSpent},
    /// {NotAHomeCollection} for what was not born here,
    /// {TokenInvalid}, {TokenNotListed}, {RecordsExhausted}, and where the lane is not open or stands still.
    /// @param standard 1 = ERC-721, 2 = ERC-1155, 3 = ERC-20, which has no sample
    function announce(uint64 destinationChainId, address token, uint8 standard, uint256 sampleId)
        external
        payable
        returns (bytes32 messageId);

    /// @notice Gives the fees of a lane to its collector.
    /// @dev Callable by anyone. Emits nothing. Reverts with {FeesNotTaken} where the collector refuses, or where there is
    /// none.
    function collectFees(uint64 counterpartChainId) external;
}
