import type { Reserve } from "@ryugu/sdk/reserves";
import type { Backing, Ledger } from "../domain/reserves.ts";
import type { ChainPair, PairHeights } from "../ports/audit-store.ts";
import type { AuditorContext } from "./context.ts";
import { type Compared, comparePairs, readAgain } from "./pairs.ts";

/** One collection that is still to be looked at. */
export interface Pending {
  pair: ChainPair;
  at: PairHeights;
  backing: Backing;
  ledger: Ledger;
  /** Whether the counterpart died, and its holders take their own out of the vault. */
  winding: boolean;
}

/** A look at every vault that is under way, all at one cut. */
export interface Pass extends Omit<Compared, "pairs"> {
  pending: Pending[];
  reserves: Reserve[];
}

/** Begins a pass at the newest final blocks that this node has read. */
export async function openPass(context: AuditorContext): Promise<Pass> {
  const { store, readers, clock } = context;
  const { pairs, ...compared } = await comparePairs(context);
  const pass: Pass = { ...compared, pending: [], reserves: [] };
  for (const { pair, at } of pairs) {
    const reader = readers.get(pair.homeChain);
    const from = await reader?.windDownOf(pair.counterpartChain, at.home);
    const winding = from !== undefined && from * 1_000 <= clock.now();
    const ledgers = await store.ledgers(pair, at);
    if (ledgers === undefined) pass.unread.push(readAgain(pair));
    for (const { backing, ledger } of ledgers ?? []) {
      pass.pending.push({ pair, at, backing, ledger, winding });
    }
  }
  return pass;
}
