// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev ERC-20 tokens that exist, or could. Each behaves until it is told not to.
abstract contract OddMoney is ERC20 {
    bool public hostile;

    constructor() ERC20("Odd Money", "ODD") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setHostile(bool on) external {
        hostile = on;
    }
}

/// @dev Fee-on-transfer: the receiver gets a hundredth less.
contract FeeOnTransferMoney is OddMoney {
    function _update(address from, address to, uint256 value) internal override {
        uint256 fee = hostile && from != address(0) && to != address(0) ? value / 100 : 0;
        super._update(from, to, value - fee);
        if (fee != 0) super._update(from, address(this), fee);
    }
}

/// @dev Fee on top: the giver loses a hundredth more.
contract FeeOnTopMoney is OddMoney {
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (hostile && from != address(0) && to != address(0)) {
            super._update(from, address(this), value / 100);
        }
    }
}

/// @dev No return value, as USDT.
contract NoReturnMoney is OddMoney {
    function transfer(address to, uint256 value) public override returns (bool) {
        super.transfer(to, value);
        assembly {
            return(0, 0)
        }
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        super.transferFrom(from, to, value);
        assembly {
            return(0, 0)
        }
    }

    /// @dev As USDT: an allowance must be zero before it can be set.
    function approve(address spender, uint256 value) public override returns (bool) {
        require(value == 0 || allowance(msg.sender, spender) == 0, "not from zero");
        super.approve(spender, value);
        assembly {
            return(0, 0)
        }
    }
}

/// @dev Answers `true` and does nothing.
contract SilentMoney is OddMoney {
    function transfer(address to, uint256 value) public override returns (bool) {
        return hostile || super.transfer(to, value);
    }
}

/// @dev Answers `false` and does nothing.
contract FalseMoney is OddMoney {
    function transfer(address to, uint256 value) public override returns (bool) {
        return !hostile && super.transfer(to, value);
    }
}

/// @dev Reverts.
contract RevertingMoney is OddMoney {
    error Frozen();

    function _update(address from, address to, uint256 value) internal override {
        if (hostile) revert Frozen();
        super._update(from, to, value);
    }
}

/// @dev Pausable.
contract PausableMoney is OddMoney {
    error Paused();

    function _update(address from, address to, uint256 value) internal override {
        if (hostile) revert Paused();
        super._update(from, to, value);
    }
}

/// @dev Blocklisting.
contract BlocklistingMoney is OddMoney {
    mapping(address account => bool) public blocked;

    error Blocked(address account);

    function setBlocked(address account, bool on) external {
        blocked[account] = on;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
        super._update(from, to, value);
    }
}

/// @dev Gas-burning.
contract GasBurningMoney is OddMoney {
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (hostile) {
            assembly {
                invalid()
            }
        }
    }
}

/// @dev Moves, and answers with a megabyte.
contract MegabyteMoney is OddMoney {
    function transfer(address to, uint256 value) public override returns (bool) {
        super.transfer(to, value);
        if (!hostile) return true;
        assembly {
            mstore(0, 1)
            return(0, 1000000)
        }
    }
}

/// @dev Reverts with a megabyte.
contract RevertBombMoney is OddMoney {
    function _update(address from, address to, uint256 value) internal override {
        if (hostile) {
            assembly {
                revert(0, 1000000)
            }
        }
        super._update(from, to, value);
    }
}

/// @dev Calls whom it pays, with all gas (ERC-777), or something else.
contract HookCallingMoney is OddMoney {
    address private _target;
    bytes private _call;
    bool public succeeded;

    function aim(address target, bytes calldata call_) external {
        (_target, _call, hostile) = (target, call_, true);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (hostile && from != address(0)) (succeeded,) = _target.call(_call);
    }
}

/// @dev Rebasing: everybody's balance is a share of a pool, and rounds.
contract RebasingMoney is OddMoney {
    uint256 public numerator = 1;
    uint256 public denominator = 1;

    function rebase(uint256 numerator_, uint256 denominator_) external {
        (numerator, denominator) = (numerator_, denominator_);
    }

    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) * numerator / denominator;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value * denominator / numerator);
    }
}

/// @dev No decimals, and a name and symbol in 32 bytes, as the oldest tokens have them.
contract BareMoney {
    mapping(address account => uint256) public balanceOf;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function name() external pure returns (bytes32) {
        return "Bare";
    }

    function transfer(address to, uint256 value) external {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
    }
}

/// @dev Says that it has more decimals than there are.
contract NonsenseMoney is OddMoney {
    uint256 private immutable ANSWER;

    constructor(uint256 answer) {
        ANSWER = answer;
    }

    function decimals() public view override returns (uint8) {
        uint256 answer = ANSWER;
        assembly {
            mstore(0, answer)
            return(0, 32)
        }
    }
}
