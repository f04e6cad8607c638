// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @dev Units of tokens, which may stay where they are.
contract PlainUnits is ERC1155 {
    bool public isStuck;

    constructor() ERC1155("") {}

    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount, "");
    }

    function setStuck(bool on) external {
        isStuck = on;
    }

    function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes memory data)
        public
        override
    {
        if (!isStuck) super.safeTransferFrom(from, to, id, value, data);
    }
}
