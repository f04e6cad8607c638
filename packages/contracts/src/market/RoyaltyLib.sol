// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {IRepresentation} from "../interfaces/IRepresentation.sol";
import {StrangerLib} from "../libraries/StrangerLib.sol";
import {SaleOrderLib} from "./SaleOrderLib.sol";

/// @title What a collection asks of a sale (ERC-2981)
library RoyaltyLib {
    uint256 private constant ASK_GAS = 100_000;
    /// @dev What a collection may use to tell where it was born. A representation reads it from its own code.
    uint256 private constant HOME_GAS = 30_000;
    /// @dev What {IRepresentation.home} answers: three words.
    uint256 private constant HOME_BYTES = 96;

    /// @dev None where the collection gives no answer. One that it asks too much of is refused, not cut: royalties are paid as
    /// they are asked, or there is no sale. Tokens that are made by the sale owe none: their creators are its payees.
    function ask(IMarket.Order calldata order, uint256 paid)
        internal
        view
        returns (address receiver, uint256 royalty)
    {
        if (order.kind == IMarket.Kind.Voucher) return (address(0), 0);
        bytes memory question = abi.encodeCall(IERC2981.royaltyInfo, (order.tokenId, paid));
        (bool ok, uint256 size, bytes memory answer) =
            StrangerLib.ask(order.collection, ASK_GAS, 64, question);
        if (!ok || size < 64) return (address(0), 0);
        bytes32 told;
        assembly ("memory-safe") {
            told := mload(add(answer, 0x20))
            royalty := mload(add(answer, 0x40))
        }
        receiver = address(uint160(uint256(told)));
        if (receiver == address(0) || royalty == 0) return (address(0), 0);
        uint256 most = paid * order.mostRoyalty / SaleOrderLib.WHOLE;
        if (royalty > most) revert IMarket.RoyaltyTooHigh(royalty, most);
    }

    /// @dev Whether a collection says that it stands for one of another chain: then its receiver is a router, which brings home what
    /// the gateway takes. Who says so and is none is in nobody's way but its own.
    function isRouted(address collection) internal view returns (bool) {
        bytes memory question = abi.encodeCall(IRepresentation.home, ());
        (bool ok, uint256 size, bytes memory answer) = StrangerLib.ask(collection, HOME_GAS, 32, question);
        return ok && size == HOME_BYTES && uint256(bytes32(answer)) != block.chainid;
    }
}
