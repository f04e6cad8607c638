// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";

import {Moody} from "./Moody.sol";

/// @title An ERC-721 collection with moods
contract MoodyCollection is ERC721URIStorage, Moody {
    constructor(address owner_) ERC721("Moody Creatures", "MOOD") Moody(owner_) {}

    function mintBatch(address to, uint256 firstId, string[] calldata uris) external onlyOwner {
        for (uint256 i; i < uris.length; ++i) {
            _mint(to, firstId + i);
            _setTokenURI(firstId + i, uris[i]);
        }
    }

    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        _askMood(_ownerOf(id), to);
        return super._update(to, id, auth);
    }
}
