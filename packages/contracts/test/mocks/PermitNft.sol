// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IERC4494} from "../../src/interfaces/IERC4494.sol";

/// @dev An NFT that is approved by signature (ERC-4494).
contract PermitNft is ERC721, EIP712, IERC4494 {
    bytes32 private constant PERMIT =
        keccak256("Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)");

    mapping(uint256 id => uint256) public nonces;

    constructor() ERC721("Permitted", "PER") EIP712("Permitted", "1") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function digest(address spender, uint256 id, uint256 deadline) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(PERMIT, spender, id, nonces[id], deadline)));
    }

    function permit(address spender, uint256 id, uint256 deadline, bytes calldata signature) external {
        require(block.timestamp <= deadline, "too late");
        address owner = ownerOf(id);
        require(ECDSA.recover(digest(spender, id, deadline), signature) == owner, "not the owner's");
        ++nonces[id];
        _approve(spender, id, address(0));
    }
}
