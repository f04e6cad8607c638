// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {ISplit} from "../interfaces/ISplit.sol";
import {CoinLib} from "./CoinLib.sol";
import {Crediting} from "./Crediting.sol";
import {Dividing} from "./Dividing.sol";
import {NestingLib} from "./NestingLib.sol";
import {Owning} from "./Owning.sol";
import {ShareLib} from "./ShareLib.sol";

/// @title Divides whatever money comes to it
contract Split is Owning, Dividing, IERC165 {
    /// @dev What of a currency's balance is not free to be divided.
    /// @param kept what is credited, and what an open round has not paid yet
    /// @param next the place in the list at which the open round goes on; 0 where none is open
    struct Book {
        uint128 kept;
        uint32 next;
    }

    /// @dev A division in parts.
    /// @param listAt the list by which it is divided; see {ISplit.listAt}
    struct Round {
        uint256 amount;
        address listAt;
    }

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    /// @dev What all splits delegate to.
    address private immutable SELF = address(this);

    // ------------------------------------------------------------------------------------------------------ STORAGE

    mapping(address currency => Book) private _books;
    mapping(address currency => Round) private _rounds;

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    receive() external payable {}

    /// @inheritdoc ISplit
    function distribute(address currency) external nonReentrant returns (uint256 amount) {
        return _distribute(currency, type(uint256).max, MOST_LEVELS);
    }

    /// @inheritdoc ISplit
    function distributePart(address currency, uint256 most) external nonReentrant returns (uint256 amount) {
        return _distribute(currency, most, 1);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc ISplit
    function undistributed(address currency) public view returns (uint256) {
        return _free(CoinLib.held(currency), _books[currency].kept);
    }

    /// @inheritdoc ISplit
    function openRound(address currency) external view returns (uint256 amount, uint256 next) {
        return (_rounds[currency].amount, _books[currency].next);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(ISplit).interfaceId || id == type(IERC165).interfaceId;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _distribute(address currency, uint256 most, uint256 levels) private returns (uint256) {
        Book memory book = _books[currency];
        uint256 before = CoinLib.held(currency);
        (ShareLib.List memory list, uint256 amount) = _roundOf(currency, book, before);
        if (amount == 0 || most == 0) revert NothingToDistribute(currency);
        uint256 end = most < list.count - book.next ? book.next + most : list.count;
        Sum memory sum;
        sum.room = type(uint256).max;
        _payRange(currency, list, amount, book.next, end, levels, sum);
        uint256 left = CoinLib.held(currency);
        // A currency that takes more than it is told to would take what is credited.
        if (left + sum.paid < before) revert PaymentInexact(currency, sum.paid, before - left);
        _write(currency, book, amount, end == list.count ? 0 : end, sum);
        emit Distributed(currency, sum.paid + sum.credited, end != list.count);
        return sum.paid + sum.credited;
    }

    /// @dev What is divided, and by which list: the open round's, or all that is free.
    function _roundOf(address currency, Book memory book, uint256 held)
        private
        view
        returns (ShareLib.List memory list, uint256 amount)
    {
        if (book.next == 0) {
            amount = _free(held, book.kept);
            uint256 most = type(uint128).max - book.kept;
            return (_list(), amount < most ? amount : most);
        }
        Round storage round = _rounds[currency];
        return (NestingLib.changed(NestingLib.firstList(address(this)), round.listAt), round.amount);
    }

    /// @inheritdoc Dividing
    function _splitImplementation() internal view override returns (address) {
        return SELF;
    }

    /// @inheritdoc Dividing
    /// @dev An ERC-20 tells itself what it paid, and a credit is told where it is made.
    function _told(address currency, address payee, uint256 amount, bool isPaid, Sum memory)
        internal
        override
    {
        if (isPaid && currency == CoinLib.COIN) emit Paid(payee, amount);
    }

    /// @dev Nothing is written where all were paid at once.
    function _write(address currency, Book memory book, uint256 amount, uint256 next, Sum memory sum)
        private
    {
        if (book.next == 0 && next == 0) {
            if (sum.credited != 0) _books[currency].kept = uint128(book.kept + sum.credited);
            return;
        }
        uint256 kept = book.next == 0 ? book.kept + amount : book.kept;
        _books[currency] = Book(uint128(kept - sum.paid), uint32(next));
        if (next == 0) delete _rounds[currency];
        else if (book.next == 0) _rounds[currency] = Round(amount, listAt);
    }

    /// @inheritdoc Crediting
    function _released(address currency, uint256 amount) internal override {
        _books[currency].kept -= uint128(amount);
    }

    function _free(uint256 held, uint256 kept) private pure returns (uint256) {
        return held > kept ? held - kept : 0;
    }
}
