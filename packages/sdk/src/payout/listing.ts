import type { Address, Bytes32, ChainId } from "../primitives/index.ts";

/** A payee's part of a price, in basis points (1 to 10,000). */
export interface Share {
  readonly payee: Address;
  readonly basisPoints: number;
}

/** What a seller offers: one ERC-721 token for a price in one ERC-20. */
export interface ListingTerms {
  readonly collection: Address;
  readonly tokenId: bigint;
  readonly currency: Address;
  /** In the currency's units. */
  readonly price: bigint;
  /** 1 to 16, 10,000 basis points in all. The last one also gets what rounding leaves. */
  readonly shares: readonly Share[];
}

/**
 * Where a listing stands. `stale`: it was not sold or cancelled, but the seller no longer owns the token or no
 * longer approves the market for it.
 */
export type ListingState = "open" | "stale" | "sold" | "cancelled";

/** What a listing's id commits to: its terms, its seller, and the market it stands in. */
export interface ListingContent extends ListingTerms {
  readonly chain: ChainId;
  readonly market: Address;
  readonly seller: Address;
  /** How many listings the seller had made before. */
  readonly nonce: number;
}

/** A listing as it stands. */
export interface Listing extends ListingContent {
  readonly id: Bytes32;
  readonly state: ListingState;
  /** The block in which it was listed, sold or cancelled. */
  readonly changedInBlock: number;
}
