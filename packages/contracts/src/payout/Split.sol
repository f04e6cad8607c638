// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {ISplit} from "../interfaces/ISplit.sol";
import {CoinLib} from "./CoinLib.sol";
import {Crediting} from "./Crediting.sol";
import {NestingLib} from "./NestingLib.sol";
import {Owning} from "./Owning.sol";
import {ShareLib} from "./ShareLib.sol";

/// @title Divides whatever money comes to it
contract Split is Owning, Crediting, IERC165 {
    using ShareLib for ShareLib.List;

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

    /// @dev What one call has done.
    struct Sum {
        uint256 paid;
        uint256 credited;
    }

    /// @dev Splits in splits are looked into so deep.
    uint256 private constant MOST_LEVELS = 4;

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

    /// @dev Each gets what its end of the whole is beyond its beginning, so that nothing is lost to rounding.
    function _payRange(
        address currency,
        ShareLib.List memory list,
        uint256 amount,
        uint256 start,
        uint256 end,
        uint256 levels,
        Sum memory sum
    ) private {
        uint256 weights = list.weightsTo(start);
        uint256 whole = list.whole;
        // Nothing overflows: an amount has 128 bits, and the sum of a list's weights 42.
        unchecked {
            uint256 given = amount * weights / whole;
            for (uint256 i = start; i < end; ++i) {
                (address payee, uint256 weight, bool nested) = list.get(i);
                weights += weight;
                uint256 upTo = amount * weights / whole;
                if (upTo != given) _payShare(currency, payee, upTo - given, nested ? levels : 1, sum);
                given = upTo;
            }
        }
    }

    function _payShare(address currency, address payee, uint256 amount, uint256 levels, Sum memory sum)
        private
    {
        if (levels > 1 && NestingLib.isSplit(payee, SELF)) {
            ShareLib.List memory list = NestingLib.listOf(payee);
            if (list.whole != 0) {
                return _payRange(currency, list, amount, 0, list.count, levels - 1, sum);
            }
        }
        if (!_pay(currency, payee, amount)) {
            sum.credited += amount;
            return;
        }
        sum.paid += amount;
        if (currency == CoinLib.COIN) emit Paid(payee, amount);
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
