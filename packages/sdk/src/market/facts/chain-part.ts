import type { BatchFact, ChainFacts, Place } from "../../payout/statement/index.ts";
import type { Address, ChainId } from "../../primitives/index.ts";
import type { FactLog } from "./events.ts";
import type { RoyaltyMessage } from "./messages.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What of all chains is known before one is followed. */
export interface Known {
  readonly messages: ReadonlyMap<string, RoyaltyMessage>;
  /** Messages that gave back what they carried: their money was never away. */
  readonly returned: ReadonlySet<string>;
  /** Routers and splits of a chain. */
  readonly conduits: ReadonlyMap<ChainId, ReadonlySet<string>>;
  /** Transfers to whom royalties were sent, on each chain. */
  readonly transfers: ReadonlyMap<ChainId, readonly FactLog[]>;
}

/** Facts of one chain; of batches to or from another one their own end. */
export type ChainPart = Writable<Omit<ChainFacts, "chains">> & {
  /** Where messages arrived, by id. */
  readonly arrivals: Map<string, Place>;
};

/** Somebody's part as a rail or split told it. */
export interface Paid {
  readonly log: FactLog;
  readonly payee: Address;
  readonly amount: bigint;
  readonly isCredited: boolean;
}

/** A batch with the place where it arrived, if it did. */
export const arrivedAt = (batch: BatchFact, arrived: Place | undefined): BatchFact =>
  batch.arrived !== undefined || arrived === undefined ? batch : { ...batch, arrived };
