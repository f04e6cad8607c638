import { zoneId } from "@ryugu/sdk/lane";
import {
  type ChainFacts,
  chainTotals,
  deriveStatements,
  periodSeconds,
  type Reconciliation,
  reconcile,
  type Statement,
} from "@ryugu/sdk/payout/statement";
import { CHAIN_IDS } from "../facts/place.ts";
import type { Stage } from "../model/stage.ts";
import { type Account, SIDES } from "../model/words.ts";

/** Far enough that nothing that is played lies outside. */
export const PERIOD = { from: "2026-11-01", to: "2028-01-01" };
/** How many accounts each creator has. */
const ACCOUNTS = 4;

/** Creators by their accounts: everybody on the stage is somebody's. */
export function creatorsOf({ people }: Stage): Account[][] {
  const count = Math.ceil(people.length / ACCOUNTS);
  return Array.from({ length: count }, (_, i) => people.filter((_, n) => n % count === i));
}

/** Every creator's statement, and whether they account for everything that the chains tell. */
export function statementsOf(
  stage: Stage,
  facts: ChainFacts,
): { statements: Statement[]; reconciliation: Reconciliation } {
  const currencies = SIDES.flatMap((side) => {
    const { tokens, ledger } = stage.sides[side];
    return [...tokens.map(({ address }) => address), ledger].map((address) => ({
      ...{ chain: CHAIN_IDS[side], address, symbol: "JPY", decimals: 0 },
      price: { kind: "par" as const },
    }));
  });
  const requests = creatorsOf(stage).map((accounts) => ({
    ...{ zoneId: zoneId("ryugu-books"), creator: { accounts }, period: PERIOD, currencies },
  }));
  const statements = deriveStatements(facts, requests);
  return { statements, reconciliation: reconcile(statements, chainTotals(facts, PERIOD)) };
}

/** Blocks that were read on no chain: to the end of the period. */
export function coveredBy(blocks: number): ChainFacts["chains"] {
  return SIDES.map((side) => ({
    ...{ id: CHAIN_IDS[side], fromBlock: 1, toBlock: blocks + 1 },
    toHash: `0x${"77".repeat(32)}` as ChainFacts["chains"][number]["toHash"],
    toTime: periodSeconds(PERIOD).to,
  }));
}
