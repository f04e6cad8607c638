// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Moody} from "./Moody.sol";

/// @title An ERC-1155 collection with moods
contract MoodyUnits is ERC1155, Moody {
    string public name = "Moody Shells";
    string public symbol = "SHELL";

    constructor(address owner_) ERC1155("https://shells.example/") Moody(owner_) {}

    function mintBatch(address to, uint256[] calldata ids, uint256[] calldata amounts) external onlyOwner {
        _mintBatch(to, ids, amounts, "");
    }

    function uri(uint256 id) public view override returns (string memory) {
        return string.concat(super.uri(id), Strings.toString(id), ".json");
    }

    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        _askMood(from, to);
        super._update(from, to, ids, values);
    }
}
