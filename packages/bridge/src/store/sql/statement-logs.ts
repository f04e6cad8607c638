import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../../domain/kept-log.ts";
import type { IndexedRange } from "../../domain/payout-facts.ts";
import type {
  StatementChain,
  StatementLogStore,
  StatementLogs,
  StatementQuery,
  StatementRoyalty,
} from "../../ports/statement-logs.ts";
import { inRuns, marks } from "./batch.ts";
import type { Row, SqlDatabase, SqlSession } from "./database.ts";
import { toRange } from "./payout-index.ts";
import { toKeptLog } from "./payout-logs.ts";
import { text, toMessage } from "./rows.ts";
import { readRoyaltyArrivals } from "./royalty-arrivals.ts";
import { conduitsNamed } from "./statement-conduits.ts";
import { followBack, type StatementTrail, tooLong } from "./statement-trail.ts";

/** What statements are derived of, over a database that speaks SQL. */
export function statementLogStore(db: SqlDatabase): StatementLogStore {
  return { statementLogs: (query) => db.snapshot((tx) => readLogs(tx, query)) };
}

async function readLogs(db: SqlSession, query: StatementQuery): Promise<StatementLogs> {
  const rows = await db.all("SELECT * FROM payout_index ORDER BY chain");
  const wanted = rows.map(toRange).filter(({ chain }) => query.chains.includes(chain));
  const ranges = new Map(wanted.map((range) => [range.chain, range]));
  const trail = await followBack(db, query, ranges);
  const chains: StatementChain[] = [];
  let left = query.most;
  for (const range of ranges.values()) {
    const logs = await logsOf(db, range, trail, left);
    left -= logs.length;
    chains.push(await withConduits(db, range, logs));
  }
  const royalties = await royaltiesOf(db, trail, ranges);
  return { chains, royalties };
}

async function logsOf(
  db: SqlSession,
  { chain }: IndexedRange,
  trail: StatementTrail,
  most: number,
): Promise<KeptLog[]> {
  const found: KeptLog[] = [];
  for (const run of inRuns([...(trail.transactions.get(chain) ?? [])])) {
    const rows = await db.all(
      `SELECT * FROM payout_log WHERE chain = ? AND tx IN (${marks(run.length)}) LIMIT ?`,
      chain,
      ...run,
      most - found.length + 1,
    );
    found.push(...rows.map(toKeptLog));
    if (found.length > most) throw tooLong(`${most} logs`);
  }
  return found.sort(byPlace);
}

const byPlace = (a: KeptLog, b: KeptLog): number =>
  a.at.block - b.at.block || a.at.logIndex - b.at.logIndex;

/** Adds the splits and routers that the logs name, and all lists of these splits as they were told. */
async function withConduits(
  db: SqlSession,
  range: IndexedRange,
  logs: readonly KeptLog[],
): Promise<StatementChain> {
  const { splits, routers, lists } = await conduitsNamed(db, range.chain, logs);
  const known = new Map(
    [...logs, ...lists].map((log) => [`${log.at.block}/${log.at.logIndex}`, log]),
  );
  return { ...range, splits, routers, logs: [...known.values()].sort(byPlace) };
}

async function royaltiesOf(
  db: SqlSession,
  { messages }: StatementTrail,
  ranges: ReadonlyMap<ChainId, IndexedRange>,
): Promise<StatementRoyalty[]> {
  const found: StatementRoyalty[] = [];
  for (const id of messages) {
    const row = await db.get(
      `SELECT m.*, s.landed, l.origin_gateway, l.destination_chain, l.destination_gateway
       FROM royalty_sent s JOIN message m ON m.id = s.message JOIN lane l ON l.id = m.lane
       WHERE s.message = ?`,
      id,
    );
    if (row !== undefined) found.push(await toRoyalty(db, row, ranges));
  }
  return found;
}

async function toRoyalty(
  db: SqlSession,
  row: Row,
  ranges: ReadonlyMap<ChainId, IndexedRange>,
): Promise<StatementRoyalty> {
  const message = toMessage(row);
  const destinationChain = text(row, "destination_chain") as ChainId;
  const through = ranges.get(destinationChain)?.through.number ?? -1;
  return {
    message,
    originChain: text(row, "chain") as ChainId,
    originGateway: text(row, "origin_gateway") as Address,
    destinationChain,
    destinationGateway: text(row, "destination_gateway") as Address,
    arrivals: await readRoyaltyArrivals(db, message, through),
    landed: row.landed === null ? undefined : JSON.parse(text(row, "landed")),
  };
}
