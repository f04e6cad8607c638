// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title A token whose issuer can stop it in several ways, and refuse accounts
/// @notice Every change is an event, so that who replays a chain knows how the token behaved when.
abstract contract Moody is Ownable {
    /// @dev How transfers fail: not at all, with an error, by using up all gas, with a megabyte of reasons.
    enum Mood {
        Good,
        Refusing,
        Burning,
        Babbling
    }

    Mood public mood;
    mapping(address account => bool) public blocked;

    event MoodChanged(Mood mood);
    event AccountBlocked(address indexed account, bool on);

    error Refused();
    error AccountIsBlocked(address account);

    constructor(address owner_) Ownable(owner_) {}

    function setMood(Mood to) external onlyOwner {
        mood = to;
        emit MoodChanged(to);
    }

    function setBlocked(address account, bool on) external onlyOwner {
        blocked[account] = on;
        emit AccountBlocked(account, on);
    }

    function _askMood(address from, address to) internal view {
        if (blocked[from]) revert AccountIsBlocked(from);
        if (blocked[to]) revert AccountIsBlocked(to);
        Mood now_ = mood;
        if (now_ == Mood.Refusing) revert Refused();
        if (now_ == Mood.Burning) {
            assembly {
                invalid()
            }
        }
        if (now_ == Mood.Babbling) {
            assembly {
                revert(0, 1000000)
            }
        }
    }
}
