import type { Address, Bytes32, ChainId } from "../../../primitives/index.ts";
import type {
  BatchFact,
  ClaimFact,
  CoveredChain,
  Place,
  RefundFact,
  SaleFact,
  ShareFact,
  ShareRole,
} from "../facts.ts";

/** A share that is a part of what was paid. */
export type PartFact = ShareFact & { readonly role: Exclude<ShareRole, "surplus"> };

/** Money that was divided at one place, and all its parts. */
interface Entry {
  readonly chain: ChainId;
  /** What it is for; of a batch, its message. */
  readonly reference: Bytes32;
  readonly currency: Address;
  readonly place: Place;
  readonly amount: bigint;
  readonly shares: readonly PartFact[];
}

/** One payment. Its place is that of the sale, or of the first part. */
export interface Payment extends Entry {
  readonly sale: SaleFact | undefined;
}

/** Money that was passed on and arrived. */
export interface Arrival extends Entry {
  readonly batch: BatchFact;
  readonly sources: readonly Source[];
}

/** What a batch holds of something. */
export interface Source {
  readonly entry: Payment | Arrival;
  readonly amount: bigint;
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

/** The sales and payments that an entry's money came from in the end: itself, where it came from nothing that is known. */
export function originsOf(entry: Payment | Arrival): (Payment | Arrival)[] {
  if (!("sources" in entry) || entry.sources.length === 0) return [entry];
  return entry.sources.flatMap((source) => originsOf(source.entry));
}
