import { type Address, address, type ChainId } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../../domain/kept-log.ts";
import { inRuns, marks } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { toKeptLog } from "./payout-logs.ts";
import { text } from "./rows.ts";

/** Who passes money on, of the accounts that logs name. */
export interface Conduits {
  splits: Address[];
  routers: Address[];
  /** All lists of the splits, and of those that their lists name. */
  lists: KeptLog[];
}

/**
 * Finds splits and routers among whatever logs name, without decoding them: a rail sees through splits in splits, which the log of a
 * sale does not name, and their lists do.
 */
export async function conduitsNamed(
  db: SqlSession,
  chain: ChainId,
  logs: readonly KeptLog[],
): Promise<Conduits> {
  const seen = new Set<Address>();
  const found: Conduits = { splits: [], routers: [], lists: [] };
  let next = namedBy(logs, seen);
  while (next.length > 0) {
    found.routers.push(...(await among(db, "royalty_router", "router", chain, next)));
    const splits = await among(db, "payout_split", "split", chain, next);
    found.splits.push(...splits);
    const lists = await listsOf(db, chain, splits);
    found.lists.push(...lists);
    next = namedBy(lists, seen);
  }
  return found;
}

async function among(
  db: SqlSession,
  table: string,
  column: string,
  chain: ChainId,
  accounts: readonly Address[],
): Promise<Address[]> {
  const found: Address[] = [];
  for (const run of inRuns(accounts)) {
    const rows = await db.all(
      `SELECT DISTINCT ${column} AS account FROM ${table} WHERE chain = ? AND ${column} IN (${marks(run.length)})`,
      chain,
      ...run,
    );
    found.push(...rows.map((row) => text(row, "account") as Address));
  }
  return found;
}

async function listsOf(
  db: SqlSession,
  chain: ChainId,
  splits: readonly Address[],
): Promise<KeptLog[]> {
  const found: KeptLog[] = [];
  for (const run of inRuns(splits)) {
    const rows = await db.all(
      `SELECT * FROM payout_log WHERE about IN (${marks(run.length)}) AND chain = ?`,
      ...run,
      chain,
    );
    found.push(...rows.map(toKeptLog));
  }
  return found;
}

/** A word that may be an address. Of what is smaller nobody can have the key, and amounts are. */
const ADDRESS_WORD = /^0{24}(?!0{16})[0-9a-f]{40}$/;

/** Every address that logs name and that was not seen before. */
function namedBy(logs: readonly KeptLog[], seen: Set<Address>): Address[] {
  const words = new Set(
    logs.flatMap(({ topics, data }) => [
      ...topics.map((topic) => topic.slice(2)),
      ...(data.slice(2).match(/.{64}/g) ?? []),
    ]),
  );
  const found: Address[] = [];
  for (const word of words) {
    if (!ADDRESS_WORD.test(word)) continue;
    const account = address(`0x${word.slice(24)}`);
    if (seen.has(account)) continue;
    seen.add(account);
    found.push(account);
  }
  return found;
}
