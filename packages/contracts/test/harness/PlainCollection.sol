// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";

/// @title OpenZeppelin's ERC-721 with a base URI and nothing else
/// @notice What the peers were measured with.
contract PlainCollection is ERC721("Sea Creatures", "SEA") {
    function mintBatch(address to, uint256 firstId, uint256 count) external {
        for (uint256 i; i < count; ++i) {
            _mint(to, firstId + i);
        }
    }

    function _baseURI() internal pure override returns (string memory) {
        return "https://sea.example/metadata/";
    }
}

/// @title OpenZeppelin's ERC-721 with a URI per token and nothing else
contract PlainUriCollection is ERC721URIStorage {
    constructor() ERC721("Sea Creatures", "SEA") {}

    function mintBatch(address to, uint256 firstId, string[] calldata uris) external {
        for (uint256 i; i < uris.length; ++i) {
            _mint(to, firstId + i);
            _setTokenURI(firstId + i, uris[i]);
        }
    }
}
