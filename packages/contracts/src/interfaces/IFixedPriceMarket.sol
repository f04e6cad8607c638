// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Sells single ERC-721 tokens at a fixed price, and pays everyone who has a share
/// @notice A token stays in its seller's wallet until it is sold. Nobody can hold a sale up: a payee who cannot be paid is
/// credited and claims later, and all others are paid. Money in is money out, to the unit.
/// @dev No owner, no fee, no pause. A seller approves this contract for the one token, not for all: a token loses that
/// approval whenever it moves, so that a forgotten listing cannot come alive when the token returns.
interface IFixedPriceMarket {
    /// @notice Where a listing stands.
    /// @param Unknown nothing was listed under this id
    /// @param Open it can be bought now
    /// @param Stale it was not sold or cancelled, but the seller no longer owns the token or no longer approves it
    /// @param Sold it was bought
    /// @param Cancelled the seller took it back, or the token was listed anew
    enum State {
        Unknown,
        Open,
        Stale,
        Sold,
        Cancelled
    }

    /// @notice A payee's part of the price.
    /// @param basisPoints 1 to 10,000
    struct Share {
        address payee;
        uint16 basisPoints;
    }

    /// @notice What a seller offers.
    /// @param collection the token's ERC-721 contract
    /// @param currency the ERC-20 in which the price is paid
    /// @param price in the currency's units, 1 to 2^96 - 1
    /// @param shares 1 to 16 of them, 10,000 basis points in all; the last one also gets what rounding leaves
    struct Terms {
        address collection;
        uint256 tokenId;
        address currency;
        uint256 price;
        Share[] shares;
    }

    /// @notice A listing as it stands.
    /// @param nonce how many listings the seller had made before
    /// @param changedInBlock the block in which it was listed, sold or cancelled
    struct Listing {
        address seller;
        uint40 nonce;
        State state;
        uint48 changedInBlock;
        Terms terms;
    }

    /// @notice A buyer's signed payment (ERC-3009 `receiveWithAuthorization`).
    /// @param from the buyer
    /// @param salt chosen by the buyer; see {purchaseNonce}
    struct Authorization {
        address from;
        uint256 validAfter;
        uint256 validBefore;
        bytes32 salt;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice There is no such listing.
    error ListingUnknown(bytes32 listingId);

    /// @notice The listing was sold or cancelled.
    error ListingEnded(bytes32 listingId, State state);

    /// @notice The seller no longer owns the token, or has not approved this contract for it.
    error ListingStale(bytes32 listingId);

    /// @notice The price is not the one that the buyer expects.
    error PriceDiffers(uint256 expected, uint256 price);

    /// @notice Only the token's owner may list it.
    error CallerNotTokenOwner(address caller, address owner);

    /// @notice Only the listing's seller may cancel it.
    error CallerNotSeller(address caller);

    /// @notice A price is 1 to 2^96 - 1 units.
    error PriceInvalid(uint256 price);

    /// @notice There is no contract at the currency's address.
    error CurrencyInvalid(address currency);

    /// @notice A listing has 1 to 16 shares.
    error ShareCountInvalid(uint256 count);

    /// @notice Nobody can be paid at this address, or its share is nothing.
    error ShareInvalid(address payee, uint16 basisPoints);

    /// @notice The shares do not sum to 10,000 basis points.
    error ShareSumInvalid(uint256 basisPoints);

    /// @notice Nobody or this contract would become the owner.
    error RecipientInvalid(address recipient);

    /// @notice The currency moved another amount than it was asked to: it takes a fee, or does nothing.
    error PaymentInexact(address currency, uint256 asked, uint256 moved);

    /// @notice After its transfer the token does not say that the recipient owns it.
    error TokenNotReceived(address collection, uint256 tokenId);

    /// @notice The call has less gas than a payee may need. Without this, whoever pays for the gas could make a share be
    /// credited that can be paid.
    error GasTooLowToPay();

    /// @notice Nothing is credited to the caller in this currency.
    error NothingToClaim(address payee, address currency);

    /// @notice A token was offered for sale.
    event Listed(
        bytes32 indexed listingId,
        address indexed collection,
        uint256 indexed tokenId,
        address seller,
        uint40 nonce,
        address currency,
        uint256 price,
        Share[] shares
    );

    /// @notice A listing was taken back by its seller, or ended by a newer one of the same token.
    event Cancelled(bytes32 indexed listingId);

    /// @notice A token was sold. One {SharePaid} or {ShareCredited} for each share follows in the same transaction.
    event Sold(
        bytes32 indexed listingId,
        address indexed buyer,
        address indexed recipient,
        address currency,
        uint256 price
    );

    /// @notice A share arrived at its payee.
    event SharePaid(
        bytes32 indexed listingId, address indexed payee, address indexed currency, uint256 amount
    );

    /// @notice A share could not be paid; the payee may {claim} it.
    event ShareCredited(
        bytes32 indexed listingId, address indexed payee, address indexed currency, uint256 amount
    );

    /// @notice A payee took what was credited to them.
    event CreditClaimed(address indexed payee, address indexed currency, address indexed to, uint256 amount);

    /// @notice Offers a token of the caller for sale, in place of any earlier listing of that token.
    /// @dev Callable by the token's owner. It can be bought as soon as this contract is approved for the token
    /// (`approve`, not `setApprovalForAll`). List first: an earlier listing must not come alive by the approval.
    /// Emits {Listed}, and {Cancelled} for the listing that it replaces. Reverts with {CallerNotTokenOwner}, {PriceInvalid},
    /// {CurrencyInvalid}, {ShareCountInvalid}, {ShareInvalid} or {ShareSumInvalid}.
    /// @return listingId the EIP-712 hash of the whole content with chain, market, seller and nonce: who buys by id buys at
    /// this price, and pays these people
    function list(Terms calldata terms) external returns (bytes32 listingId);

    /// @notice Takes an offer back.
    /// @dev Callable by the seller. Emits {Cancelled}. Reverts with {ListingUnknown}, {CallerNotSeller} or {ListingEnded}.
    function cancel(bytes32 listingId) external;

    /// @notice Buys with the caller's allowance.
    /// @dev Callable by anyone. Emits {Sold}. Reverts with {ListingUnknown}, {ListingEnded}, {ListingStale},
    /// {PriceDiffers}, {RecipientInvalid}, {PaymentInexact}, {TokenNotReceived}, {GasTooLowToPay}, or the currency's or the
    /// token's own reason.
    /// @param recipient who gets the token, by a plain transfer: a contract there must be able to use it
    function buy(bytes32 listingId, uint256 expectedPrice, address recipient) external;

    /// @notice Buys with a payment that the buyer signed.
    /// @dev Callable by anyone, who pays the gas and can change nothing: the currency checks the signature over buyer, this
    /// contract, the price and {purchaseNonce}. Emits {Sold}. Reverts as {buy}, or as the currency does for a wrong signature.
    function buyWithAuthorization(bytes32 listingId, address recipient, Authorization calldata authorization)
        external;

    /// @notice Gives the caller all that is credited to them in a currency.
    /// @dev Callable by anyone, for themselves. Emits {CreditClaimed}. Reverts with {NothingToClaim}, {PaymentInexact} or the
    /// currency's own reason, and then the credit stays.
    /// @param to where it goes; any address that the currency pays
    function claim(address currency, address to) external returns (uint256 amount);

    /// @notice A listing and where it stands now. All zero where it is unknown.
    function listing(bytes32 listingId) external view returns (Listing memory);

    /// @notice The newest listing of a token; zero where it was never listed.
    function listingOf(address collection, uint256 tokenId) external view returns (bytes32 listingId);

    /// @notice How many listings a seller has made: the next one's nonce.
    function listingCount(address seller) external view returns (uint40);

    /// @notice What a payee may claim in a currency.
    function credit(address payee, address currency) external view returns (uint256);

    /// @notice The ERC-3009 nonce that binds a payment to one listing and recipient.
    /// @return the EIP-712 struct hash `Purchase(bytes32 listingId,address recipient,bytes32 salt)`
    function purchaseNonce(bytes32 listingId, address recipient, bytes32 salt) external pure returns (bytes32);
}
