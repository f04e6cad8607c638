import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../domain/kept-log.ts";
import type { IndexedRange, PayoutEntry, PayoutFacts } from "../domain/payout-facts.ts";
import type { BlockHeader, BlockRef, LogPosition } from "../domain/position.ts";
import type { RouterState } from "./royalty-store.ts";

/** Sales and payments of a further range of a chain's final blocks. */
export interface PayoutIndexUpdate extends PayoutFacts {
  chain: ChainId;
  /** Where the reading went on from: it is refused when another process has read on meanwhile. */
  after: BlockRef;
  through: BlockHeader;
  /** Splits that were found. */
  splits: readonly Address[];
  /** The logs that all this was told by, and those that tell lists of splits. */
  kept: readonly KeptLog[];
  /** Where somebody said that royalties were sent home: kept where the lane holds such a message of theirs. */
  royaltiesSent: readonly KeptLog[];
}

/** Royalties that arrived on a chain, and by which transfer there was not looked up yet. */
export interface UnlandedRoyalty {
  messageId: Bytes32;
  homeChain: ChainId;
  homeToken: Address;
  /** Whom the money went to: whoever the message names, or who had it instead. */
  recipient: Address;
  /** Where the gateway says so. */
  block: number;
}

/** A chain's index, and by what it was read. */
export interface PayoutIndexState extends IndexedRange {
  /** What was read, as text: an index of something else is of no use. */
  sources: string;
}

/** Kept by the payout role. */
export interface PayoutIndexStore {
  /** How far a chain is indexed; undefined before the first time. */
  payoutIndex(chain: ChainId): Promise<PayoutIndexState | undefined>;
  /** Forgets what a chain's index holds, and begins it at a block. */
  beginPayoutIndex(state: PayoutIndexState): Promise<void>;
  /** Splits that were found on a chain. */
  knownSplits(chain: ChainId): Promise<Address[]>;
  /**
   * Writes what a range holds, once. A refund of a sale that is not known is left out.
   *
   * @throws StoreOutrunError when the index does not end where the reading began
   */
  addToPayoutIndex(update: PayoutIndexUpdate): Promise<void>;
  /** Royalties that arrived, by final facts, in a chain's blocks up to one. */
  unlandedRoyalties(chain: ChainId, through: number, limit: number): Promise<UnlandedRoyalty[]>;
  /** Writes the transfers by which royalties arrived. */
  addLanding(messageId: Bytes32, transfers: readonly KeptLog[]): Promise<void>;
}

/** A sale, or the refund of one. Integers over 2^53 are decimal texts. */
export interface IndexedSale {
  kind: "sold" | "refunded";
  chain: ChainId;
  market: Address;
  orderHash: Bytes32;
  purpose: Bytes32;
  seller: Address;
  buyer: Address;
  /** Who got the tokens; of a refund who gave the money back. */
  recipient: Address;
  goods: "erc721" | "erc1155" | "voucher";
  collection: Address;
  tokenId: string;
  count: string;
  rail: Address;
  currency: Address;
  /** The whole price; of a refund what was given back. */
  paid: string;
  royaltyReceiver: Address;
  royalty: string;
  intermediary: Address;
  sponsor: Bytes32;
  fee: string;
  payee: Address;
  at: LogPosition;
}

/** Which sales are asked for. */
export interface SaleQuery {
  /** Seller, payee or creator: who gets the royalty, here or at home. */
  account?: Address;
  chain?: ChainId;
  collection?: Address;
  /** Unix seconds, the second one excluded. */
  from?: number;
  before?: number;
  limit: number;
  /** Continue before this position, as an earlier page's `next` said. */
  cursor?: number;
}

/** What an account got from one source, in units. */
export interface PayoutSum {
  chain: ChainId;
  source: Address;
  currency: Address;
  paid: bigint;
  credited: bigint;
  claimed: bigint;
}

/** Which of an account's entries are asked for. */
export interface EntryQuery extends Pick<SaleQuery, "from" | "before" | "limit" | "cursor"> {
  account: Address;
}

/** What of the index the API reads. */
export interface PayoutView {
  payoutIndexes(): Promise<IndexedRange[]>;
  /** One page, newest first; `next` where more follow. */
  sales(query: SaleQuery): Promise<{ sales: IndexedSale[]; next?: number }>;
  /** The same of what happened to an account's money. */
  payoutEntries(
    query: EntryQuery,
  ): Promise<{ entries: (PayoutEntry & { chain: ChainId })[]; next?: number }>;
  /** What an account got, by chain, source and currency. */
  payoutSums(account: Address, limit: number): Promise<PayoutSum[]>;
  /** Routers that pay an account at home, with what waits in them and what they sent since (unix seconds). */
  routersFor(account: Address, since: number, limit: number): Promise<RouterState[]>;
}
