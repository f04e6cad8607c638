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

/**
 * Why a payee has a part: what is left for the seller, the creators' cut of a sale, what a market or intermediary takes. `surplus` is no
 * part of a payment: it came back while it was being paid, and the payer was credited with it.
 */
export type ShareRole = "proceeds" | "royalty" | "fee" | "surplus";

/** One payee's part of one payment, as a chain recorded it. */
export interface ShareFact extends Place {
  /** 0, 1, … where one log tells of several payees; 0 by default. */
  readonly part?: number;
  /** The contract that paid or credited. */
  readonly rail: Address;
  readonly currency: Address;
  /** What the payment is for; of a batch, its `messageId`. Payments may share one, when somebody buys the same again. */
  readonly reference: Bytes32;
  readonly payee: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  /** The payee could not be paid: the amount waits in the rail. */
  readonly isCredited: boolean;
  /** The payee is a router or a split, which passes it on later. Whom it is for gets it by a {@link BatchFact}. */
  readonly isForwarded?: boolean;
  /** The splits that it came through, outermost first. */
  readonly via: readonly Address[];
  readonly role: ShareRole;
}

/**
 * One sale on a chain's market. The shares of its transaction and reference sum to its price. Where one transaction sells the same
 * twice, shares belong to the sale before them in the order of logs.
 */
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
  /** The partner who answers for the intermediary. */
  readonly sponsor?: string;
  readonly isPrimary: boolean;
  /** Where the token was born, if it is a representation: CAIP-19. */
  readonly home?: string;
}

/**
 * Money that was passed on, and what it came from: a router sent royalties home in one message, or a split divided what had come to it.
 * Its own parts are shares on `toChain` whose `reference` is its `messageId`; they may be passed on again.
 */
export interface BatchFact {
  readonly fromChain: ChainId;
  /** The same chain for a split. */
  readonly toChain: ChainId;
  /** Unique; for a split whatever the reader makes of the place where it divided. */
  readonly messageId: Bytes32;
  /** The router or the split. */
  readonly router: Address;
  /** On the chain that it left. */
  readonly currency: Address;
  /** The same money on the chain that it went to. */
  readonly homeCurrency: Address;
  /** In units, the same on both chains. */
  readonly amount: bigint;
  readonly sent: Place;
  /** Absent while it is on the way. */
  readonly arrived?: Place;
  /** What it holds of what. What is missing to `amount` came from elsewhere. */
  readonly sources: readonly BatchSource[];
}

/** What a batch holds of one payment, or of another batch that had arrived. */
export interface BatchSource {
  /** Where the sale, the payment's first share or the batch's arrival was recorded, on `fromChain`. */
  readonly transaction: Bytes32;
  readonly logIndex: number;
  readonly amount: bigint;
}

/** Money that somebody gave back to a buyer. The shares of this payment are not told besides. */
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
