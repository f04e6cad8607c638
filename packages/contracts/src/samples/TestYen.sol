// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ITestYen} from "../interfaces/ITestYen.sol";

/// @title Yen for tests
contract TestYen is ERC20Permit, ERC3009, Ownable, ITestYen {
    using SafeCast for uint256;

    /// @dev What a word of an account has besides its balance: that an account may be paid costs no more to know than what it
    /// holds.
    uint256 private constant BLOCKED = 1 << 128;
    uint256 private constant REGISTERED = 1 << 129;
    /// @dev No limit.
    uint120 private constant BOUNDLESS = type(uint120).max;

    /// @dev What every transfer asks; one slot.
    struct Book {
        uint128 supply;
        uint120 freeLimit;
        bool isPaused;
    }

    // ------------------------------------------------------------------------------------------------------ STORAGE

    /// @dev `flags: 128 bits, balance: u128`.
    mapping(address account => uint256) private _accounts;
    Book private _book;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor(address owner_) ERC20("Test Yen", "tJPY") ERC20Permit("Test Yen") Ownable(owner_) {
        _book.freeLimit = BOUNDLESS;
    }

    // ------------------------------------------------------------------------------------------------------ OWNER'S

    /// @inheritdoc ITestYen
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    /// @inheritdoc ITestYen
    function redeem(uint256 amount) external onlyOwner {
        _burn(msg.sender, amount);
    }

    /// @inheritdoc ITestYen
    function setBlocked(address account, bool on) external onlyOwner {
        _mark(account, BLOCKED, on);
        emit BlockedSet(account, on);
    }

    /// @inheritdoc ITestYen
    function setRegistered(address account, bool on) external onlyOwner {
        _mark(account, REGISTERED, on);
        emit RegisteredSet(account, on);
    }

    /// @inheritdoc ITestYen
    function setFreeLimit(uint256 amount) external onlyOwner {
        _book.freeLimit = amount < BOUNDLESS ? uint120(amount) : BOUNDLESS;
        emit FreeLimitSet(amount);
    }

    /// @inheritdoc ITestYen
    function setPaused(bool on) external onlyOwner {
        _book.isPaused = on;
        emit PausedSet(on);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @notice What an account holds.
    function balanceOf(address account) public view override returns (uint256) {
        return uint128(_accounts[account]);
    }

    /// @notice All there is.
    function totalSupply() public view override returns (uint256) {
        return _book.supply;
    }

    /// @inheritdoc ITestYen
    function isBlocked(address account) external view returns (bool) {
        return _accounts[account] & BLOCKED != 0;
    }

    /// @inheritdoc ITestYen
    function isRegistered(address account) external view returns (bool) {
        return _accounts[account] & REGISTERED != 0;
    }

    /// @inheritdoc ITestYen
    function freeLimit() external view returns (uint256) {
        return _book.freeLimit == BOUNDLESS ? type(uint256).max : _book.freeLimit;
    }

    /// @inheritdoc ITestYen
    function paused() external view returns (bool) {
        return _book.isPaused;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _update(address from, address to, uint256 value) internal virtual override {
        (uint256 supply, uint256 most, bool isPaused) = (_book.supply, _book.freeLimit, _book.isPaused);
        if (isPaused) revert TransfersPaused();
        // What the issuer makes or ends was checked where the yen was paid for.
        if (most == BOUNDLESS || from == address(0) || to == address(0)) most = type(uint256).max;
        if (from == address(0)) {
            _book.supply = (supply + value).toUint128();
        } else {
            uint256 giver = _permitted(from, value, most);
            if (uint128(giver) < value) revert ERC20InsufficientBalance(from, uint128(giver), value);
            // Fits, as has just been looked at.
            unchecked {
                _accounts[from] = giver - value;
            }
        }
        if (to == address(0)) {
            _book.supply = uint128(supply - value);
        } else {
            // Fits: all balances together are the supply.
            unchecked {
                _accounts[to] = _permitted(to, value, most) + value;
            }
        }
        emit Transfer(from, to, value);
    }

    /// @param most what an account that is not registered may move at once
    function _permitted(address account, uint256 value, uint256 most) private view returns (uint256 word) {
        word = _accounts[account];
        if (word & BLOCKED != 0) revert AccountBlocked(account);
        if (value > most && word & REGISTERED == 0) revert AccountNotRegistered(account, value, most);
    }

    function _mark(address account, uint256 flag, bool on) private {
        uint256 word = _accounts[account];
        _accounts[account] = on ? word | flag : word & ~flag;
    }
}
