import { type TypedDataDomain, TypedDataEncoder } from "ethers";
import { type Address, type Bytes32, type ChainId, chainNumber } from "../primitives/index.ts";
import type { TypedDataTypes } from "../wallet/index.ts";
import type { Order } from "./order.ts";
import { orderStruct } from "./order-struct.ts";

/** EIP-712 typed data that a seller's wallet can sign. */
export interface MarketTypedData {
  readonly domain: TypedDataDomain;
  readonly types: TypedDataTypes;
  readonly primaryType: "Order" | "Cancellation";
  readonly message: Record<string, unknown>;
}

const ORDER = {
  Order: [
    { name: "kind", type: "uint8" },
    { name: "seller", type: "address" },
    { name: "collection", type: "address" },
    { name: "tokenId", type: "uint256" },
    { name: "quantity", type: "uint64" },
    { name: "rail", type: "address" },
    { name: "currency", type: "address" },
    { name: "price", type: "uint96" },
    { name: "payee", type: "address" },
    { name: "mostRoyalty", type: "uint16" },
    { name: "intermediary", type: "address" },
    { name: "fee", type: "uint16" },
    { name: "sponsor", type: "bytes32" },
    { name: "buyer", type: "address" },
    { name: "policy", type: "address" },
    { name: "policyTerms", type: "bytes32" },
    { name: "validAfter", type: "uint64" },
    { name: "validBefore", type: "uint64" },
    { name: "counter", type: "uint256" },
    { name: "salt", type: "bytes32" },
    { name: "uri", type: "string" },
  ],
};

const CANCELLATION = {
  Cancellation: [
    { name: "seller", type: "address" },
    { name: "orderHash", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
};

/** An order, ready to be signed. */
export function orderTypedData(order: Order): MarketTypedData {
  return {
    domain: marketDomain(order),
    types: ORDER,
    primaryType: "Order",
    message: orderStruct(order),
  };
}

/** What a seller signs, and by what an order is known (`IMarket.orderHash`): its EIP-712 digest. */
export function orderHash(order: Order): Bytes32 {
  const { domain, types, message } = orderTypedData(order);
  return TypedDataEncoder.hash(domain, types, message) as Bytes32;
}

/** A seller's word that one of their orders counts no more, ready to be signed. */
export function cancellationTypedData(
  { chain, market, seller }: Pick<Order, "chain" | "market" | "seller">,
  hash: Bytes32,
  deadline: number,
): MarketTypedData {
  return {
    domain: marketDomain({ chain, market }),
    types: CANCELLATION,
    primaryType: "Cancellation",
    message: { seller, orderHash: hash, deadline },
  };
}

function marketDomain({ chain, market }: { chain: ChainId; market: Address }): TypedDataDomain {
  return {
    name: "Ryugu Market",
    version: "1",
    chainId: chainNumber(chain),
    verifyingContract: market,
  };
}
