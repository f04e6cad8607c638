// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @dev An ERC-1155 collection whose every answer is chosen by the test.
contract OddUnits is ERC1155 {
    bool public hostile;
    string private _text;
    string private _name;

    constructor() ERC1155("") {}

    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount, "");
    }

    function setHostile(bool on) external {
        hostile = on;
    }

    function script(string calldata text) external {
        _text = text;
    }

    function rename(string calldata name_) external {
        _name = name_;
    }

    function name() external view returns (string memory) {
        return _name;
    }

    function uri(uint256) public view override returns (string memory) {
        return _text;
    }

    function royaltyInfo(uint256, uint256 price) external view virtual returns (address, uint256) {
        return (address(this), price / 20);
    }
}

/// @dev Says that it moved, and does nothing.
contract SilentUnits is OddUnits {
    function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes memory data)
        public
        override
    {
        if (!hostile) super.safeTransferFrom(from, to, id, value, data);
    }
}

/// @dev Fee-on-transfer: whoever receives gets one less.
contract FeeUnits is OddUnits {
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        super._update(from, to, ids, values);
        if (!hostile || from == address(0) || to == address(0)) return;
        uint256[] memory fees = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            fees[i] = 1;
        }
        super._update(to, address(this), ids, fees);
    }
}

/// @dev Takes one more from the giver.
contract GreedyUnits is OddUnits {
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        super._update(from, to, ids, values);
        if (!hostile || from == address(0)) return;
        uint256[] memory fees = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            fees[i] = 1;
        }
        super._update(from, address(this), ids, fees);
    }
}

/// @dev Reverts with a megabyte.
contract RevertBombUnits is OddUnits {
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        if (hostile) {
            assembly {
                revert(0, 1000000)
            }
        }
        super._update(from, to, ids, values);
    }
}

/// @dev Calls something while it moves.
contract ReentrantUnits is OddUnits {
    address private _target;
    bytes private _call;
    bool public succeeded;

    function aim(address target, bytes calldata call_) external {
        (_target, _call, hostile) = (target, call_, true);
    }

    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        super._update(from, to, ids, values);
        if (hostile) (succeeded,) = _target.call(_call);
    }
}
