// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

import {IWindDown} from "../interfaces/IWindDown.sol";
import {STANDARD_ERC1155, STANDARD_ERC20, STANDARD_ERC721} from "../types/Protocol.sol";
import {StrangerLib} from "./StrangerLib.sol";

/// @title The list of a dead chain's holders
library HoldingLib {
    /// @dev Whoever challenges cannot make a token look silent by giving less: {StrangerLib} reverts then.
    uint256 private constant QUESTION_GAS = 500_000;
    uint256 private constant ANSWER_BYTES = 32;

    /// @dev Hashed twice, so that no inner node of the tree is a leaf.
    function leafOf(IWindDown.Holding calldata holding) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(holding))));
    }

    /// @dev Reverts unless the list under `root` contains the holding.
    function prove(IWindDown.Holding calldata holding, bytes32[] calldata proof, bytes32 root)
        internal
        pure
        returns (bytes32 leaf)
    {
        leaf = leafOf(holding);
        if (!MerkleProof.verifyCalldata(proof, root, leaf)) revert IWindDown.HoldingUnproven(leaf);
    }

    /// @dev Whether the token says that the holding is more than the vault has. One that is silent says nothing: were that
    /// enough, whoever finds a token stopped for an hour could end what others have of it for ever.
    function isExcess(IWindDown.Holding calldata holding, address vault) internal view returns (bool) {
        bytes memory question;
        if (holding.standard == STANDARD_ERC721) {
            question = abi.encodeCall(IERC721.ownerOf, (holding.id));
        } else if (holding.standard == STANDARD_ERC1155) {
            question = abi.encodeCall(IERC1155.balanceOf, (vault, holding.id));
        } else if (holding.standard == STANDARD_ERC20) {
            question = abi.encodeCall(IERC20.balanceOf, (vault));
        } else {
            return true;
        }
        (bool ok, uint256 size, bytes memory answer) =
            StrangerLib.ask(holding.token, QUESTION_GAS, ANSWER_BYTES, question);
        if (!ok || size < ANSWER_BYTES) return false;
        uint256 word = abi.decode(answer, (uint256));
        if (holding.standard == STANDARD_ERC721) return word != uint160(vault) || holding.amount != 1;
        return word < holding.amount;
    }
}
