import type { Address, Bytes32, ChainId, Hex } from "../primitives/index.ts";

/**
 * What is sold: one ERC-721 token that its owner approved for the market alone, units of an ERC-1155 token, or tokens
 * that the collection makes when they are bought.
 */
export type GoodsKind = "erc721" | "erc1155" | "voucher";

/** Who brings buyer and seller together, and never holds anything. */
export interface Intermediary {
  readonly account: Address;
  /** In basis points of the price. */
  readonly fee: number;
  /** The partner of the zone who answers for it, by its id in the zone's manifest: 1 to 32 ASCII characters. */
  readonly sponsor: string;
}

/** A seller's own rule about who may buy: a contract, and what it is told. */
export interface SalePolicy {
  readonly contract: Address;
  readonly terms: Bytes32;
}

/** What a seller offers and signs (`IMarket.Order`). It counts in one market on one chain. */
export interface Order {
  readonly chain: ChainId;
  readonly market: Address;
  readonly kind: GoodsKind;
  readonly seller: Address;
  readonly collection: Address;
  /** Of what is sold; of a voucher what the collection makes of it. */
  readonly tokenId: bigint;
  /** How many are sold in all; 1 of an ERC-721 token. */
  readonly quantity: number;
  /** How it is paid. */
  readonly rail: Address;
  /** In what it is paid. A ledger of its own is its own currency. */
  readonly currency: Address;
  /** Of one, in the currency's units. */
  readonly price: bigint;
  /** Who gets what royalty and fee leave: the seller, or a split. */
  readonly payee: Address;
  /** In basis points: a sale that the collection asks more royalty of is refused. */
  readonly mostRoyalty: number;
  readonly intermediary: Intermediary | undefined;
  /** Who alone may buy; anyone where undefined. */
  readonly buyer: Address | undefined;
  readonly policy: SalePolicy | undefined;
  /** Unix seconds after which it counts. */
  readonly validAfter: number;
  /** Unix seconds from which it counts no more. */
  readonly validBefore: number;
  /** The seller's when it was made: raising it takes back all orders that were made before. */
  readonly counter: bigint;
  readonly salt: Bytes32;
  /** Of a voucher, for the collection; empty otherwise. */
  readonly uri: string;
}

/** An order with its seller's word. */
export interface SignedOrder extends Order {
  /** By key 65 bytes; by a contract (ERC-1271) whatever that takes. */
  readonly signature: Hex;
}

/**
 * Where an order stands. `stale`: the seller does not have the token any more, or has not approved the market for it.
 */
export type OrderState = "open" | "early" | "expired" | "cancelled" | "filled" | "stale";

/** All basis points of a price. */
export const WHOLE = 10_000;
