// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {TestYen} from "../../src/samples/TestYen.sol";

/// @dev Anybody may mint.
abstract contract OpenYen is TestYen {
    constructor() TestYen(msg.sender) {}
}

/// @dev Tells those who asked for it that they were paid, with all gas.
abstract contract TellingYen is OpenYen {
    mapping(address account => bool) public told;

    function tell(address account) external {
        told[account] = true;
    }
}

/// @dev Fails where the payee fails.
contract HookedYen is TellingYen {
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (told[to]) IPayee(to).onPaid(from, value);
    }
}

/// @dev Asks the payee before, and answers `false` where it fails.
contract AskingYen is TellingYen {
    function transfer(address to, uint256 value) public override returns (bool) {
        if (!told[to]) return super.transfer(to, value);
        try IPayee(to).onPaid(msg.sender, value) {
            return super.transfer(to, value);
        } catch {
            return false;
        }
    }
}

/// @dev Keeps a hundredth of each transfer.
contract FeeYen is OpenYen {
    function _update(address from, address to, uint256 value) internal override {
        uint256 fee = from == address(0) ? 0 : value / 100;
        super._update(from, to, value - fee);
        if (fee != 0) super._update(from, address(this), fee);
    }
}

/// @dev Takes more from the sender than it was told to, once switched on.
contract GreedyYen is OpenYen {
    bool public greedy;

    function setGreedy(bool on) external {
        greedy = on;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (greedy && from != address(0) && balanceOf(from) != 0) super._update(from, address(this), 1);
    }
}

/// @dev Says that it paid, and does nothing, where the account is out of favour.
contract SilentYen is OpenYen {
    mapping(address account => bool) public ignored;

    function setIgnored(address account, bool on) external {
        ignored[account] = on;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return ignored[to] || super.transfer(to, value);
    }
}

/// @dev Answers `false` instead of reverting, as the standard allows.
contract FalseYen is OpenYen {
    mapping(address account => bool) public ignored;

    function setIgnored(address account, bool on) external {
        ignored[account] = on;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return !ignored[to] && super.transfer(to, value);
    }
}

interface IPayee {
    function onPaid(address from, uint256 value) external;
}

/// @dev A payee that does its worst when it is paid.
contract HostilePayee is IPayee {
    enum Mode {
        Accept,
        Fastidious,
        Revert,
        Bomb,
        Burn,
        GiveBack,
        GiveSomeBack,
        GiveBackMore,
        Call
    }

    Mode public mode;
    address private _target;
    bytes private _call;
    bool public succeeded;
    bytes public answer;

    function behave(Mode mode_) external {
        mode = mode_;
    }

    function aim(address target, bytes calldata call_) external {
        (mode, _target, _call) = (Mode.Call, target, call_);
    }

    function run(address target, bytes calldata call_) external returns (bytes memory) {
        (bool ok, bytes memory told) = target.call(call_);
        require(ok, "failed");
        return told;
    }

    function onPaid(address from, uint256 value) external {
        // Gives back the gas that it did not get enough of, as a careful contract does.
        if (mode == Mode.Fastidious) require(gasleft() > 80_000, "too little gas");
        if (mode == Mode.Revert) revert("no thanks");
        if (mode == Mode.Bomb) {
            assembly {
                revert(0, 1000000)
            }
        }
        if (mode == Mode.Burn) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.GiveBack) TestYen(msg.sender).transfer(from, value);
        if (mode == Mode.GiveSomeBack) TestYen(msg.sender).transfer(from, value / 3);
        if (mode == Mode.GiveBackMore) TestYen(msg.sender).transfer(from, value + 1);
        if (mode == Mode.Call) (succeeded, answer) = _target.call(_call);
    }
}
