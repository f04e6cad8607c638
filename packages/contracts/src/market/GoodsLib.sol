// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IVoucherCollection} from "../interfaces/IVoucherCollection.sol";
import {StrangerLib} from "../libraries/StrangerLib.sol";

/// @title Handing over what was sold, believed only when it is seen
library GoodsLib {
    /// @dev What a token may use to tell its owner, or whom it is approved for.
    uint256 private constant ASK_GAS = 60_000;

    /// @dev Whether the seller has the goods and lets this contract move them. A voucher's are made later.
    function isOffered(IMarket.Order calldata order) internal view returns (bool) {
        (address collection, address seller) = (order.collection, order.seller);
        if (order.kind == IMarket.Kind.Erc721) {
            return _ask(collection, abi.encodeCall(IERC721.ownerOf, (order.tokenId))) == _word(seller)
                && _ask(collection, abi.encodeCall(IERC721.getApproved, (order.tokenId)))
                    == _word(address(this));
        }
        if (order.kind == IMarket.Kind.Erc1155) {
            return uint256(_ask(collection, abi.encodeCall(IERC1155.balanceOf, (seller, order.tokenId)))) != 0
                && _ask(collection, abi.encodeCall(IERC1155.isApprovedForAll, (seller, address(this))))
                    == bytes32(uint256(1));
        }
        return collection.code.length != 0;
    }

    /// @return tokenId what was handed over; of a voucher the first token
    function handOver(IMarket.Order calldata order, address recipient, uint256 count)
        internal
        returns (uint256 tokenId)
    {
        tokenId = order.tokenId;
        if (order.kind == IMarket.Kind.Erc1155) {
            _handOverUnits(IERC1155(order.collection), order.seller, recipient, tokenId, count);
            return tokenId;
        }
        if (order.kind == IMarket.Kind.Erc721) {
            IERC721(order.collection).transferFrom(order.seller, recipient, tokenId);
        } else {
            tokenId = IVoucherCollection(order.collection)
                .mintByVoucher(order.seller, recipient, tokenId, count, order.uri);
        }
        for (uint256 id = tokenId; id < tokenId + count; ++id) {
            if (IERC721(order.collection).ownerOf(id) != recipient) {
                revert IMarket.TokenNotReceived(order.collection, id);
            }
        }
    }

    function _handOverUnits(IERC1155 token, address seller, address recipient, uint256 id, uint256 count)
        private
    {
        uint256 before = token.balanceOf(recipient, id);
        token.safeTransferFrom(seller, recipient, id, count, "");
        if (token.balanceOf(recipient, id) != before + count) {
            revert IMarket.TokenNotReceived(address(token), id);
        }
    }

    /// @dev Zero where there is no answer: a burned token reverts.
    function _ask(address collection, bytes memory question) private view returns (bytes32) {
        (bool ok, uint256 size, bytes memory answer) = StrangerLib.ask(collection, ASK_GAS, 32, question);
        return ok && size >= 32 ? bytes32(answer) : bytes32(0);
    }

    function _word(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
