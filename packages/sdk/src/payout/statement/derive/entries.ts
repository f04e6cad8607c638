import type { Address, Bytes32, ChainId } from "../../../primitives/index.ts";
import type {
  BatchFact,
  ClaimFact,
  CoveredChain,
  Place,
  RefundFact,
  SaleFact,
  ShareFact,
} from "../facts.ts";

/** One payment and all its parts. */
export interface Payment {
  readonly chain: ChainId;
  readonly reference: Bytes32;
  readonly currency: Address;
  /** Of the sale, or of the first part. */
  readonly place: Place;
  readonly amount: bigint;
  readonly shares: readonly ShareFact[];
  readonly sale: SaleFact | undefined;
}

/** Royalties that came home, and all their parts there. */
export interface Arrival {
  readonly batch: BatchFact;
  readonly place: Place;
  readonly shares: readonly ShareFact[];
  /** The payments behind it, with what it holds of each. */
  readonly sources: readonly { readonly payment: Payment; readonly amount: bigint }[];
}

/** Facts that fit together, each once, in one order. */
export interface FactBook {
  readonly chains: readonly CoveredChain[];
  readonly payments: readonly Payment[];
  readonly arrivals: readonly Arrival[];
  readonly shares: readonly ShareFact[];
  readonly refunds: readonly RefundFact[];
  readonly claims: readonly ClaimFact[];
}

/** What a payment is found by. */
export const paymentKey = (chain: string, reference: string): string => `${chain}/${reference}`;
