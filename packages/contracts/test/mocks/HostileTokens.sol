// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IGateway} from "../../src/interfaces/IGateway.sol";

/// @dev Behaves until it is told not to.
abstract contract Switchable is ERC721 {
    bool public hostile;

    constructor() ERC721("Hostile", "BAD") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function setHostile(bool on) external {
        hostile = on;
    }

    function _update(address to, uint256 id, address auth) internal virtual override returns (address) {
        if (hostile) _misbehave();
        return super._update(to, id, auth);
    }

    function _misbehave() internal virtual;
}

/// @dev Refuses every transfer.
contract RevertingToken is Switchable {
    error Frozen();

    function _misbehave() internal pure override {
        revert Frozen();
    }
}

/// @dev Uses up all gas that it gets.
contract GasBurningToken is Switchable {
    function _misbehave() internal pure override {
        assembly {
            invalid()
        }
    }
}

/// @dev Reverts with a megabyte.
contract RevertBombToken is Switchable {
    function _misbehave() internal pure override {
        assembly {
            revert(0, 1000000)
        }
    }
}

/// @dev Tells how much gas it got to move with.
contract MeasuringToken is Switchable {
    uint256 public given;

    function _misbehave() internal override {
        given = gasleft();
    }
}

/// @dev Tries to get a message carried out twice from within.
contract ReentrantToken is Switchable {
    address private _gateway;
    bytes private _call;
    bool public succeeded;

    function aim(address gateway, bytes calldata call) external {
        (_gateway, _call) = (gateway, call);
    }

    function _misbehave() internal override {
        (succeeded,) = _gateway.call(_call);
    }
}

/// @dev Says that a transfer happened, and does nothing.
contract SilentToken is Switchable {
    function transferFrom(address from, address to, uint256 id) public override {
        if (!hostile) super.transferFrom(from, to, id);
    }

    function _misbehave() internal pure override {}
}

/// @dev Says that whoever is asked about owns everything: what it hands out twice must not exist twice elsewhere.
contract LyingToken is Switchable {
    address public liar;

    function setOwnerForAll(address owner) external {
        liar = owner;
    }

    function transferFrom(address, address, uint256) public override {}

    function ownerOf(uint256) public view override returns (address) {
        return liar;
    }

    function _misbehave() internal pure override {}
}

/// @dev Answers every question about itself with a megabyte, or with nonsense.
contract BabblingToken is Switchable {
    function tokenURI(uint256) public pure override returns (string memory) {
        assembly {
            mstore(0, 0x20)
            mstore(0x20, 10)
            return(0, 1000000)
        }
    }

    function name() public pure override returns (string memory) {
        assembly {
            mstore(0, not(0))
            return(0, 0x40)
        }
    }

    function symbol() public pure override returns (string memory) {
        assembly {
            invalid()
        }
    }

    function royaltyInfo(uint256, uint256) external pure returns (uint256, uint256) {
        return (type(uint256).max, type(uint256).max);
    }

    function _misbehave() internal pure override {}
}

/// @dev A collection whose every answer is chosen by the test.
contract ScriptedToken is Switchable {
    string private _uri;
    string private _name = "Scripted";

    function script(string calldata uri) external {
        _uri = uri;
    }

    function rename(string calldata name_) external {
        _name = name_;
    }

    function name() public view override returns (string memory) {
        return _name;
    }

    function tokenURI(uint256) public view override returns (string memory) {
        return _uri;
    }

    function _misbehave() internal pure override {}
}
