import type { Address, AssetStandard, Bytes32, ChainId } from "../../primitives/index.ts";

/** Where a chain recorded a fact. */
export interface Place {
  readonly chain: ChainId;
  readonly block: number;
  readonly blockHash: Bytes32;
  /** The block's time, in unix seconds. */
  readonly time: number;
  readonly transaction: Bytes32;
  readonly logIndex: number;
}

/** Why a payee has a part: what is left for the seller, the creators' cut of a sale, what a market or intermediary takes. */
export type ShareRole = "proceeds" | "royalty" | "fee";

/** One payee's part of one payment, as a chain recorded it. */
export interface ShareFact extends Place {
  /** 0, 1, … where one log tells of several payees; 0 by default. */
  readonly part?: number;
  /** The contract that paid or credited. */
  readonly rail: Address;
  readonly currency: Address;
  /** The purchase that it is a part of; for royalties that came home, the message that brought them. */
  readonly reference: Bytes32;
  readonly payee: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  /** The payee could not be paid: the amount waits in the rail. */
  readonly isCredited: boolean;
  /** The payee is a router, which sends it home for the creators. They get it by a {@link BatchFact}. */
  readonly isForwarded?: boolean;
  /** The splits that it came through, outermost first. */
  readonly via: readonly Address[];
  readonly role: ShareRole;
}

/** One sale on a chain's market. The shares of its reference sum to its price. */
export interface SaleFact extends Place {
  readonly market: Address;
  readonly orderHash: Bytes32;
  /** Names the purchase: its shares carry the same. */
  readonly reference: Bytes32;
  readonly seller: Address;
  readonly buyer: Address;
  /** Who got the token. */
  readonly recipient: Address;
  readonly standard: Exclude<AssetStandard, "erc20">;
  readonly collection: Address;
  readonly tokenId: bigint;
  /** How many units of the token. */
  readonly count: bigint;
  readonly currency: Address;
  /** What the buyer paid in all, in the currency's units. */
  readonly price: bigint;
  readonly royalty: bigint;
  readonly fee: bigint;
  readonly intermediary?: Address;
  /** Who paid the gas in the buyer's place. */
  readonly sponsor?: string;
  readonly isPrimary: boolean;
  /** Where the token was born, if it is a representation: CAIP-19. */
  readonly home?: string;
}

/** Royalties that a router sent home in one message, and the sales that they came from. */
export interface BatchFact {
  readonly fromChain: ChainId;
  readonly toChain: ChainId;
  readonly messageId: Bytes32;
  readonly router: Address;
  /** On the chain that it left. */
  readonly currency: Address;
  /** The same money on the chain that it went to. */
  readonly homeCurrency: Address;
  /** In units, the same on both chains. */
  readonly amount: bigint;
  readonly sent: Place;
  /** Absent while it is on the way; its shares are on `toChain`, their reference is `messageId`. */
  readonly arrived?: Place;
  /** What it holds of each sale. What is missing to `amount` came to the router from elsewhere. */
  readonly sources: readonly { readonly reference: Bytes32; readonly amount: bigint }[];
}

/** Money that a payee gave back to a buyer. */
export interface RefundFact extends Place {
  readonly rail: Address;
  readonly reference: Bytes32;
  readonly currency: Address;
  /** Who gave it back. */
  readonly payee: Address;
  readonly buyer: Address;
  readonly amount: bigint;
}

/** A payee took credits that waited for them in a rail, to their own account or, by signature, to another. */
export interface ClaimFact extends Place {
  readonly rail: Address;
  readonly currency: Address;
  readonly payee: Address;
  /** Where the money went. */
  readonly to: Address;
  readonly amount: bigint;
}

/** The blocks of a chain that were read for facts, and the last one's hash and time. */
export interface CoveredChain {
  readonly id: ChainId;
  readonly fromBlock: number;
  readonly toBlock: number;
  readonly toHash: Bytes32;
  /** Of the last block, in unix seconds. */
  readonly toTime: number;
}

/** Everything that chains tell of payments, in any order. What is told twice counts once. */
export interface ChainFacts {
  readonly chains: readonly CoveredChain[];
  readonly sales: readonly SaleFact[];
  readonly shares: readonly ShareFact[];
  readonly batches: readonly BatchFact[];
  readonly refunds: readonly RefundFact[];
  readonly claims: readonly ClaimFact[];
}
