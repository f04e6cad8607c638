// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";

/// @title What sellers and buyers sign (EIP-712)
library SaleOrderLib {
    /// @dev All basis points of a price.
    uint256 internal constant WHOLE = 10_000;

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant NAME = keccak256("Ryugu Market");
    bytes32 private constant VERSION = keccak256("1");
    bytes32 private constant ORDER_TYPE = keccak256(
        "Order(uint8 kind,address seller,address collection,uint256 tokenId,uint64 quantity,address rail,address currency,uint96 price,address payee,uint16 mostRoyalty,address intermediary,uint16 fee,bytes32 sponsor,address buyer,address policy,bytes32 policyTerms,uint64 validAfter,uint64 validBefore,uint256 counter,bytes32 salt,string uri)"
    );
    bytes32 private constant PURCHASE_TYPE =
        keccak256("Purchase(bytes32 orderHash,address buyer,address recipient,uint64 count)");
    bytes32 private constant REFUND_TYPE =
        keccak256("Refund(bytes32 orderHash,address payer,address buyer,uint64 count)");
    bytes32 private constant CANCELLATION_TYPE =
        keccak256("Cancellation(address seller,bytes32 orderHash,uint256 deadline)");
    /// @dev An order's fields before the last one, which is a string.
    uint256 private constant STATIC_FIELDS = 20;

    function domain() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
    }

    /// @dev The calldata of all fields but the last is what EIP-712 encodes: each is a word.
    function structHash(IMarket.Order calldata order) internal pure returns (bytes32) {
        bytes memory fields = new bytes(32 * (STATIC_FIELDS + 2));
        bytes32 orderType = ORDER_TYPE;
        bytes32 uriHash = keccak256(bytes(order.uri));
        assembly ("memory-safe") {
            mstore(add(fields, 0x20), orderType)
            calldatacopy(add(fields, 0x40), order, mul(STATIC_FIELDS, 0x20))
            mstore(add(fields, mul(add(STATIC_FIELDS, 2), 0x20)), uriHash)
        }
        return keccak256(fields);
    }

    /// @dev Whether an order says something that can be carried out.
    function isValid(IMarket.Order calldata order) internal pure returns (bool) {
        bool isBrought = order.intermediary != address(0);
        return order.price != 0 && order.quantity != 0 && order.payee != address(0)
            && (order.kind != IMarket.Kind.Erc721 || order.quantity == 1)
            && uint256(order.fee) + order.mostRoyalty <= WHOLE && isBrought == (order.sponsor != 0)
            && (isBrought || order.fee == 0);
    }

    function purchasePurpose(bytes32 orderHash, IMarket.Purchase calldata purchase)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(
            abi.encode(PURCHASE_TYPE, orderHash, purchase.buyer, purchase.recipient, purchase.count)
        );
    }

    function refundPurpose(bytes32 orderHash, IMarket.Refund calldata given) internal pure returns (bytes32) {
        return keccak256(abi.encode(REFUND_TYPE, orderHash, given.payer, given.buyer, given.count));
    }

    function cancellation(address seller, bytes32 orderHash, uint256 deadline)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(CANCELLATION_TYPE, seller, orderHash, deadline));
    }
}
