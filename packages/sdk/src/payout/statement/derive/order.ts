import type { Place } from "../facts.ts";

/** Where a fact stands among the facts of all chains: by time, then by chain, block and log. */
export type Position = Pick<Place, "chain" | "block" | "time" | "transaction" | "logIndex"> & {
  readonly part?: number;
};

/** The one order of facts, whoever read them in what order. */
export function comparePositions(a: Position, b: Position): number {
  return (
    a.time - b.time ||
    compareText(a.chain, b.chain) ||
    a.block - b.block ||
    a.logIndex - b.logIndex ||
    (a.part ?? 0) - (b.part ?? 0)
  );
}

/** Order by code units, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
