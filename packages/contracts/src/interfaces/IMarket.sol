// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPaymentRail} from "./IPaymentRail.sol";

/// @title Sells tokens by orders that their sellers signed, and honours royalties
/// @notice A token stays in its seller's wallet until it is sold, and money goes from the buyer through a payment rail to those
/// whom it belongs to: royalty first (ERC-2981), then the intermediary's fee, then the seller's payee. The market never holds
/// either. A sale happens whole, or not at all.
/// @dev No owner, no fee of its own, no pause. An order is EIP-712 data: it costs nothing to make, counts on one chain and in
/// one market, and ends by being filled, by its time, by its seller's word, or when the token is gone.
interface IMarket {
    /// @notice What is sold.
    /// @param Erc721 one token, which its owner approved for this market alone (`approve`): a token loses that approval whenever
    /// it moves, so that a forgotten order cannot come alive when the token returns
    /// @param Erc1155 units of one token, of an owner who approved this market for all
    /// @param Voucher tokens that the collection makes when they are bought; see `IVoucherCollection`
    enum Kind {
        Erc721,
        Erc1155,
        Voucher
    }

    /// @notice Where an order stands.
    /// @param Open it can be bought now
    /// @param Early it does not count yet
    /// @param Expired its time is over
    /// @param Cancelled the seller took it back
    /// @param Filled all of it was bought
    /// @param Stale the seller does not have the token any more, or has not approved this market for it
    enum State {
        Open,
        Early,
        Expired,
        Cancelled,
        Filled,
        Stale
    }

    /// @notice What a seller offers, and signs.
    /// @param collection the tokens' contract
    /// @param tokenId of what is sold; of a voucher what the collection makes of it
    /// @param quantity how many are sold in all; 1 of an ERC-721 token
    /// @param rail how it is paid
    /// @param currency in what it is paid; the rail itself where the rail keeps its own books, see `IPaymentRail`
    /// @param price of one, in the currency's units, from 1
    /// @param payee who gets what royalty and fee leave: the seller, or a split
    /// @param mostRoyalty in basis points of the price: a sale that the collection asks more of is refused
    /// @param intermediary who brings buyer and seller together; zero for nobody
    /// @param fee the intermediary's, in basis points of the price
    /// @param sponsor the partner of the zone who answers for the intermediary, by its id in the zone's manifest; zero without one
    /// @param buyer who alone may buy; zero for anyone
    /// @param policy who is asked about each purchase; zero for nobody. See `ISalePolicy`
    /// @param policyTerms what the policy is told
    /// @param validAfter unix seconds after which it counts
    /// @param validBefore unix seconds from which it counts no more
    /// @param counter the seller's, see {counterOf}
    /// @param salt for several orders that say the same
    /// @param uri of a voucher, for the collection; empty otherwise
    struct Order {
        Kind kind;
        address seller;
        address collection;
        uint256 tokenId;
        uint64 quantity;
        address rail;
        address currency;
        uint96 price;
        address payee;
        uint16 mostRoyalty;
        address intermediary;
        uint16 fee;
        bytes32 sponsor;
        address buyer;
        address policy;
        bytes32 policyTerms;
        uint64 validAfter;
        uint64 validBefore;
        uint256 counter;
        bytes32 salt;
        string uri;
    }

    /// @notice What a buyer takes of an order.
    /// @param buyer who pays
    /// @param recipient who gets the tokens: ERC-721 by a plain transfer, so a contract there must be able to use them
    struct Purchase {
        address buyer;
        address recipient;
        uint64 count;
    }

    /// @notice What a seller gives back.
    /// @param payer who gives it: the seller, or anyone who stands in
    /// @param buyer who had paid
    /// @param count for how many of the order's tokens
    struct Refund {
        address payer;
        address buyer;
        uint64 count;
    }

    /// @notice The order cannot be bought.
    error OrderNotOpen(bytes32 orderHash, State state);

    /// @notice The seller did not sign this order.
    error OrderNotSigned(address seller);

    /// @notice What no order can say: no price, no quantity, no payee, more than one of an ERC-721 token, royalty and fee above the
    /// price, an intermediary without a sponsor, or a sponsor or fee without an intermediary.
    error OrderInvalid();

    /// @notice The order is for another buyer.
    error BuyerInvalid(address buyer);

    /// @notice Nobody, this market or the seller would get the tokens.
    error RecipientInvalid(address recipient);

    /// @notice There are not so many left, or none were asked for.
    error CountInvalid(uint256 count, uint256 left);

    /// @notice The collection asks for more royalty than the seller agreed to.
    error RoyaltyTooHigh(uint256 royalty, uint256 most);

    /// @notice The collection stands for one of another chain, and the rail's money cannot leave this chain: the creators would
    /// never get the royalty. Such a token is sold for money that travels.
    /// @param receiver the router that would hold it
    error RoyaltyCannotTravel(address rail, address receiver);

    /// @notice The policy does not let this buyer buy so many.
    error PolicyRefused(address policy, address buyer);

    /// @notice After its transfer the token does not say that the recipient owns it.
    error TokenNotReceived(address collection, uint256 tokenId);

    /// @notice More would be given back than was sold.
    error RefundTooHigh(uint256 count, uint256 sold);

    /// @notice The seller did not sign this cancellation, or its time is over.
    error CancellationInvalid(address seller);

    /// @notice Tokens were sold. What each payee got stands in the rail's events with the same purpose.
    /// @param purpose see {purchasePurpose}
    /// @param seller whose order it was
    /// @param tokenId of a voucher the first token that was made
    event Sold(
        bytes32 indexed orderHash,
        bytes32 indexed purpose,
        address indexed seller,
        address buyer,
        address recipient,
        Kind kind,
        address collection,
        uint256 tokenId,
        uint256 count,
        Money money
    );

    /// @notice How a sale was paid.
    /// @param paid the whole price, of which `royalty` went to `royaltyReceiver` and `fee` to the intermediary
    /// @param payee who got what was left
    struct Money {
        address rail;
        address currency;
        uint256 paid;
        address royaltyReceiver;
        uint256 royalty;
        address intermediary;
        bytes32 sponsor;
        uint256 fee;
        address payee;
    }

    /// @notice A seller took an order back.
    event Cancelled(address indexed seller, bytes32 indexed orderHash);

    /// @notice A seller took back all orders made before.
    event CounterRaised(address indexed seller, uint256 counter);

    /// @notice The price of tokens was given back.
    event Refunded(
        bytes32 indexed orderHash,
        bytes32 indexed purpose,
        address indexed buyer,
        address payer,
        uint256 count,
        uint256 paid
    );

    /// @notice Buys.
    /// @dev Callable by anyone, who pays the gas and can change nothing: the rail checks what the buyer agreed to, the price and
    /// {purchasePurpose}. Emits {Sold}. Reverts with {OrderInvalid}, {OrderNotOpen}, {OrderNotSigned}, {BuyerInvalid},
    /// {RecipientInvalid}, {CountInvalid}, {RoyaltyTooHigh}, {RoyaltyCannotTravel}, {PolicyRefused}, {TokenNotReceived}, the
    /// rail's reasons, or the token's own.
    /// @param signature the seller's over the order: by key, or as a contract by ERC-1271
    /// @return tokenId what was bought; of a voucher the first token that was made
    function buy(
        Order calldata order,
        bytes calldata signature,
        Purchase calldata purchase,
        IPaymentRail.Authorization calldata authorization
    ) external returns (uint256 tokenId);

    /// @notice Gives back the exact price of tokens that were sold. Royalty and fee stay with those who got them; the tokens go back
    /// by a transfer of their own, if at all.
    /// @dev Callable by anyone with the payer's word to the rail for {refundPurpose}. Emits {Refunded}. Reverts with
    /// {RefundTooHigh} for more than was sold and not given back yet, or with the rail's reasons.
    function refund(
        Order calldata order,
        Refund calldata given,
        IPaymentRail.Authorization calldata authorization
    ) external;

    /// @notice Takes one of the caller's orders back.
    /// @dev Callable by anyone, for themselves. Emits {Cancelled}. Never reverts.
    function cancel(bytes32 orderHash) external;

    /// @notice Takes an order back for a seller who signed so.
    /// @dev Callable by anyone, who pays the gas. Emits {Cancelled}. Reverts with {CancellationInvalid}.
    /// @param signature over `Cancellation(address seller,bytes32 orderHash,uint256 deadline)`
    function cancelBySignature(address seller, bytes32 orderHash, uint256 deadline, bytes calldata signature)
        external;

    /// @notice Takes back all orders of the caller's that were made so far.
    /// @dev Callable by anyone, for themselves. Emits {CounterRaised}. Never reverts.
    function cancelAll() external returns (uint256 counter);

    /// @notice Where an order stands now, whoever signed it.
    /// @return state where
    /// @return left how many can be bought
    function stateOf(Order calldata order) external view returns (State state, uint256 left);

    /// @notice What a seller signs: the EIP-712 digest of an order.
    function orderHash(Order calldata order) external view returns (bytes32);

    /// @notice What a seller's orders must name to count.
    function counterOf(address seller) external view returns (uint256);

    /// @notice How many of a seller's order were sold.
    function soldOf(address seller, bytes32 orderHash) external view returns (uint256);

    /// @notice Of how many of a seller's order the price was given back.
    function refundedOf(address seller, bytes32 orderHash) external view returns (uint256);

    /// @notice Whether a seller took an order back.
    function isCancelled(address seller, bytes32 orderHash) external view returns (bool);

    /// @notice What a buyer's payment is for.
    /// @return the EIP-712 struct hash `Purchase(bytes32 orderHash,address buyer,address recipient,uint64 count)`
    function purchasePurpose(bytes32 orderHash, Purchase calldata purchase) external pure returns (bytes32);

    /// @notice What a payment that gives money back is for.
    /// @return the EIP-712 struct hash `Refund(bytes32 orderHash,address payer,address buyer,uint64 count)`
    function refundPurpose(bytes32 orderHash, Refund calldata given) external pure returns (bytes32);
}
