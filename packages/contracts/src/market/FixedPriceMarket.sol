// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IFixedPriceMarket} from "../interfaces/IFixedPriceMarket.sol";
import {StrangerLib} from "../libraries/StrangerLib.sol";
import {ListingLib, MAX_SHARES, WHOLE} from "./ListingLib.sol";
import {MoneyLib} from "./MoneyLib.sol";

/// @title Sells single ERC-721 tokens at a fixed price, and pays everyone who has a share
contract FixedPriceMarket is IFixedPriceMarket, ReentrancyGuardTransient {
    /// @dev A listing in four slots and one for each share.
    struct Stored {
        address seller;
        uint40 nonce;
        uint48 changedInBlock;
        State state;
        address collection;
        uint8 shareCount;
        address currency;
        uint96 price;
        uint256 tokenId;
        Share[MAX_SHARES] shares;
    }

    /// @dev What a token may use to tell its owner, or whom it is approved for.
    uint256 private constant ASK_GAS = 60_000;

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @inheritdoc IFixedPriceMarket
    mapping(address collection => mapping(uint256 tokenId => bytes32)) public listingOf;
    /// @inheritdoc IFixedPriceMarket
    mapping(address seller => uint40) public listingCount;
    /// @inheritdoc IFixedPriceMarket
    mapping(address payee => mapping(address currency => uint256)) public credit;
    mapping(bytes32 listingId => Stored) private _listings;

    // ----------------------------------------------------------------------------------------------------- SELLER'S

    /// @inheritdoc IFixedPriceMarket
    function list(Terms calldata terms) external nonReentrant returns (bytes32 listingId) {
        ListingLib.check(terms);
        address owner = IERC721(terms.collection).ownerOf(terms.tokenId);
        if (owner != msg.sender) revert CallerNotTokenOwner(msg.sender, owner);
        uint40 nonce = listingCount[msg.sender]++;
        listingId = ListingLib.id(msg.sender, nonce, terms);
        _replace(terms.collection, terms.tokenId, listingId);
        _store(listingId, nonce, terms);
        emit Listed(
            listingId,
            terms.collection,
            terms.tokenId,
            msg.sender,
            nonce,
            terms.currency,
            terms.price,
            terms.shares
        );
    }

    /// @inheritdoc IFixedPriceMarket
    function cancel(bytes32 listingId) external nonReentrant {
        Stored storage stored = _going(listingId);
        if (stored.seller != msg.sender) revert CallerNotSeller(msg.sender);
        _end(stored, State.Cancelled);
        emit Cancelled(listingId);
    }

    // ------------------------------------------------------------------------------------------------------ BUYER'S

    /// @inheritdoc IFixedPriceMarket
    function buy(bytes32 listingId, uint256 expectedPrice, address recipient) external nonReentrant {
        Stored storage stored = _startSale(listingId, recipient);
        uint256 price = stored.price;
        if (price != expectedPrice) revert PriceDiffers(expectedPrice, price);
        MoneyLib.pull(stored.currency, msg.sender, price);
        _settle(listingId, stored, msg.sender, recipient);
    }

    /// @inheritdoc IFixedPriceMarket
    function buyWithAuthorization(bytes32 listingId, address recipient, Authorization calldata authorization)
        external
        nonReentrant
    {
        Stored storage stored = _startSale(listingId, recipient);
        bytes32 nonce = ListingLib.purchaseNonce(listingId, recipient, authorization.salt);
        MoneyLib.pullAuthorized(stored.currency, stored.price, nonce, authorization);
        _settle(listingId, stored, authorization.from, recipient);
    }

    // ------------------------------------------------------------------------------------------------------ PAYEE'S

    /// @inheritdoc IFixedPriceMarket
    function claim(address currency, address to) external nonReentrant returns (uint256 amount) {
        amount = credit[msg.sender][currency];
        if (amount == 0) revert NothingToClaim(msg.sender, currency);
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        credit[msg.sender][currency] = 0;
        MoneyLib.send(currency, to, amount);
        emit CreditClaimed(msg.sender, currency, to, amount);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IFixedPriceMarket
    function listing(bytes32 listingId) external view returns (Listing memory told) {
        Stored storage stored = _listings[listingId];
        told.seller = stored.seller;
        told.nonce = stored.nonce;
        told.changedInBlock = stored.changedInBlock;
        told.state = stored.state;
        if (told.state == State.Open && !_isOffered(stored)) told.state = State.Stale;
        told.terms.collection = stored.collection;
        told.terms.tokenId = stored.tokenId;
        told.terms.currency = stored.currency;
        told.terms.price = stored.price;
        told.terms.shares = new Share[](stored.shareCount);
        for (uint256 i; i < told.terms.shares.length; ++i) {
            told.terms.shares[i] = stored.shares[i];
        }
    }

    /// @inheritdoc IFixedPriceMarket
    function purchaseNonce(bytes32 listingId, address recipient, bytes32 salt)
        external
        pure
        returns (bytes32)
    {
        return ListingLib.purchaseNonce(listingId, recipient, salt);
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _replace(address collection, uint256 tokenId, bytes32 listingId) private {
        bytes32 former = listingOf[collection][tokenId];
        listingOf[collection][tokenId] = listingId;
        if (_listings[former].state != State.Open) return;
        _end(_listings[former], State.Cancelled);
        emit Cancelled(former);
    }

    function _store(bytes32 listingId, uint40 nonce, Terms calldata terms) private {
        Stored storage stored = _listings[listingId];
        stored.seller = msg.sender;
        stored.nonce = nonce;
        _end(stored, State.Open);
        stored.collection = terms.collection;
        stored.shareCount = uint8(terms.shares.length);
        stored.currency = terms.currency;
        stored.price = uint96(terms.price);
        stored.tokenId = terms.tokenId;
        for (uint256 i; i < terms.shares.length; ++i) {
            stored.shares[i] = terms.shares[i];
        }
    }

    function _end(Stored storage stored, State state) private {
        stored.state = state;
        stored.changedInBlock = uint48(block.number);
    }

    /// @dev Neither sold nor cancelled.
    function _going(bytes32 listingId) private view returns (Stored storage stored) {
        stored = _listings[listingId];
        State state = stored.state;
        if (state == State.Unknown) revert ListingUnknown(listingId);
        if (state != State.Open) revert ListingEnded(listingId, state);
    }

    /// @dev From here on the listing is sold, so that nothing that is called later can sell it again.
    function _startSale(bytes32 listingId, address recipient) private returns (Stored storage stored) {
        stored = _going(listingId);
        if (recipient == address(0) || recipient == address(this)) revert RecipientInvalid(recipient);
        if (!_isOffered(stored)) revert ListingStale(listingId);
        _end(stored, State.Sold);
    }

    /// @dev The token first and the payees last, as they are the strangers.
    function _settle(bytes32 listingId, Stored storage stored, address buyer, address recipient) private {
        (IERC721 token, uint256 tokenId) = (IERC721(stored.collection), stored.tokenId);
        token.transferFrom(stored.seller, recipient, tokenId);
        if (token.ownerOf(tokenId) != recipient) revert TokenNotReceived(address(token), tokenId);
        (address currency, uint256 price, uint256 count) = (stored.currency, stored.price, stored.shareCount);
        emit Sold(listingId, buyer, recipient, currency, price);
        uint256 rest = price;
        for (uint256 i; i < count; ++i) {
            Share memory share = stored.shares[i];
            uint256 amount = i + 1 == count ? rest : price * share.basisPoints / WHOLE;
            rest -= amount;
            _pay(listingId, share.payee, currency, amount);
        }
    }

    function _pay(bytes32 listingId, address payee, address currency, uint256 amount) private {
        uint256 paid = amount == 0 ? 0 : MoneyLib.push(currency, payee, amount);
        if (paid != 0 || amount == 0) emit SharePaid(listingId, payee, currency, paid);
        if (paid == amount) return;
        credit[payee][currency] += amount - paid;
        emit ShareCredited(listingId, payee, currency, amount - paid);
    }

    function _isOffered(Stored storage stored) private view returns (bool) {
        (address collection, uint256 tokenId) = (stored.collection, stored.tokenId);
        return _answer(collection, abi.encodeCall(IERC721.ownerOf, (tokenId))) == stored.seller
            && _answer(collection, abi.encodeCall(IERC721.getApproved, (tokenId))) == address(this);
    }

    /// @dev Nobody, where the token does not answer: a burned one reverts.
    function _answer(address collection, bytes memory question) private view returns (address) {
        (bool ok, uint256 size, bytes memory answer) = StrangerLib.ask(collection, ASK_GAS, 32, question);
        return ok && size >= 32 ? address(uint160(uint256(bytes32(answer)))) : address(0);
    }
}
