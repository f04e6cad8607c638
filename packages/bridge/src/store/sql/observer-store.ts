import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { checkpointsOf } from "../../domain/checkpoints.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { BlockRef, ChainCursor } from "../../domain/position.ts";
import type { ChainUpdate } from "../../ports/observer-store.ts";
import { StoreOutrunError } from "../errors.ts";
import { ARRIVAL_TABLES, type FinalFlag, writeArrivals } from "./arrivals.ts";
import { insertAll } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { pruneEvents } from "./events.ts";
import { forgetSeen, writeMessages } from "./facts.ts";
import { readLane, refreshLanes } from "./lanes.ts";
import { countQuorums } from "./quorum.ts";
import { number, text, word } from "./rows.ts";

/** Ends of final readings under this many blocks are dropped; a deeper fork is read from the start. */
const KEPT_BLOCKS = 20_000;

type Scan = NonNullable<ChainUpdate["scanned"]>;

export async function readCursor(db: SqlSession, chain: ChainId): Promise<ChainCursor | undefined> {
  const row = await db.get("SELECT * FROM chain WHERE id = ?", chain);
  return (
    row && {
      chain,
      final: { number: number(row, "final_number"), hash: word(row, "final_hash") },
      seen: { number: number(row, "seen_number"), hash: word(row, "seen_hash") },
      latest: {
        number: number(row, "latest_number"),
        hash: word(row, "latest_hash"),
        time: number(row, "latest_time"),
      },
    }
  );
}

async function writeCursor(
  db: SqlSession,
  { chain, final, seen, latest }: ChainCursor,
): Promise<void> {
  await db.run(
    `INSERT INTO chain (id, final_number, final_hash, seen_number, seen_hash, latest_number, latest_hash, latest_time)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET final_number = excluded.final_number, final_hash = excluded.final_hash,
       seen_number = excluded.seen_number, seen_hash = excluded.seen_hash, latest_number = excluded.latest_number,
       latest_hash = excluded.latest_hash, latest_time = excluded.latest_time`,
    chain,
    final.number,
    final.hash,
    seen.number,
    seen.hash,
    latest.number,
    latest.hash,
    latest.time,
  );
}

/** Sets where the reading of a new chain begins. */
export async function begin(db: SqlSession, cursor: ChainCursor): Promise<void> {
  if ((await readCursor(db, cursor.chain)) === undefined) await writeCursor(db, cursor);
}

/** Writes one reading of a chain. */
export async function record(db: SqlSession, update: ChainUpdate): Promise<void> {
  const { chain, latest, scanned, forgetAbove } = update;
  await assertNotOutrun(db, update);
  if (forgetAbove !== undefined) await forget(db, update, forgetAbove);
  if (scanned?.finality === "seen") await recordSeen(db, update, scanned);
  if (scanned?.finality === "final") await recordFinal(db, update, scanned);
  const cursor = await readCursor(db, chain);
  if (cursor !== undefined) await writeCursor(db, { ...cursor, latest });
  await refreshLanes(db, chain);
  await pruneEvents(db);
}

/** A process that was held up for long must not write over what another has read since. */
async function assertNotOutrun(db: SqlSession, update: ChainUpdate): Promise<void> {
  const { chain, scanned, after } = update;
  const cursor = await readCursor(db, chain);
  if (after === undefined || cursor === undefined) return;
  const { final, seen } = cursor;
  const isSeenAhead = scanned?.finality !== "final" && seen.number > final.number;
  assertAt(chain, after, isSeenAhead ? seen : final);
}

function assertAt(chain: ChainId, expected: BlockRef, found: BlockRef): void {
  if (expected.number === found.number && expected.hash === found.hash) return;
  throw new StoreOutrunError("Another process has read this chain meanwhile.", {
    details: [`Chain: ${chain}`, `Expected block: ${expected.number}`, `Found: ${found.number}`],
  });
}

async function forget(
  db: SqlSession,
  { chain, latest }: ChainUpdate,
  above: number,
): Promise<void> {
  await forgetSeen(db, chain, "above", above);
  await db.run("DELETE FROM block WHERE chain = ? AND final = 0 AND number > ?", chain, above);
  const cursor = await readCursor(db, chain);
  if (cursor === undefined || cursor.seen.number <= above) return;
  const row = await db.get(
    "SELECT number, hash FROM block WHERE chain = ? AND number = ?",
    chain,
    above,
  );
  const seen =
    row === undefined ? cursor.final : { number: number(row, "number"), hash: word(row, "hash") };
  await writeCursor(db, { ...cursor, latest, seen });
}

async function writeAll(
  db: SqlSession,
  chain: ChainId,
  scanned: Scan,
  final: FinalFlag,
): Promise<boolean> {
  const replaced = await writeMessages(db, chain, scanned.messages, final);
  await writeArrivals(db, chain, scanned.arrivals, final);
  return replaced;
}

async function recordSeen(
  db: SqlSession,
  { chain, latest }: ChainUpdate,
  scanned: Scan,
): Promise<void> {
  await writeAll(db, chain, scanned, 0);
  const { through } = scanned;
  const blocks = new Map(
    [...scanned.messages, ...scanned.arrivals].map(({ at }) => [at.block, at.blockHash]),
  );
  if (!blocks.has(through.number)) blocks.set(through.number, through.hash);
  const rows = [...blocks].map(([height, hash]) => [chain, height, hash, 0]);
  await insertAll(db, "block (chain, number, hash, final)", rows, "ON CONFLICT DO NOTHING");
  const cursor = await readCursor(db, chain);
  if (cursor !== undefined) await writeCursor(db, { ...cursor, latest, seen: through });
}

async function recordFinal(
  db: SqlSession,
  { chain, latest }: ChainUpdate,
  scanned: Scan,
): Promise<void> {
  const { through } = scanned;
  const replaced = await writeAll(db, chain, scanned, 1);
  const left = await forgetSeen(db, chain, "through", through.number);
  await writeCheckpoints(db, scanned.messages);
  await db.run(
    "DELETE FROM block WHERE chain = ? AND final = 0 AND number <= ?",
    chain,
    through.number,
  );
  await db.run(
    `INSERT INTO block (chain, number, hash, final) VALUES (?, ?, ?, 1)
     ON CONFLICT (chain, number) DO UPDATE SET hash = excluded.hash, final = 1`,
    chain,
    through.number,
    through.hash,
  );
  await db.run(
    "DELETE FROM block WHERE chain = ? AND final = 1 AND number < ?",
    chain,
    through.number - KEPT_BLOCKS,
  );
  const seen = (await readCursor(db, chain))?.seen ?? through;
  const broken = replaced || left > 0;
  // What was seen above stands on what turned out otherwise: it is read again.
  if (broken) await forgetSeen(db, chain, "above", through.number);
  await writeCursor(db, {
    chain,
    latest,
    final: through,
    seen: broken || seen.number < through.number ? through : seen,
  });
}

async function writeCheckpoints(db: SqlSession, messages: readonly LaneMessage[]): Promise<void> {
  for (const [laneId, own] of Map.groupBy(messages, (message) => message.laneId)) {
    const anchor = (await readLane(db, laneId))?.anchor ?? 0;
    const places = checkpointsOf(own).map((place) => ({ laneId, anchor, ...place }));
    await insertAll(
      db,
      "checkpoint (lane, anchor, sequence, head)",
      places.map(({ sequence, head }) => [laneId, anchor, sequence, head]),
      "ON CONFLICT DO NOTHING",
    );
    await countQuorums(db, places);
  }
}

export function seenBlocks(db: SqlSession, chain: ChainId): Promise<BlockRef[]> {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 0 ORDER BY number DESC",
    chain,
  );
}

export function finalBlocks(db: SqlSession, chain: ChainId, limit: number): Promise<BlockRef[]> {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 1 ORDER BY number DESC LIMIT ?",
    chain,
    limit,
  );
}

async function blocks(
  db: SqlSession,
  sql: string,
  ...values: (string | number)[]
): Promise<BlockRef[]> {
  const rows = await db.all(sql, ...values);
  return rows.map((row) => ({ number: number(row, "number"), hash: text(row, "hash") as Bytes32 }));
}

/**
 * Forgets how far a chain was read above a block. Final messages stay, to be compared with what comes, but none of
 * them is anywhere until it is read again: a rewritten chain may have them in later blocks, or not at all.
 */
export async function rewind(db: SqlSession, chain: ChainId, to: BlockRef): Promise<void> {
  const cursor = await readCursor(db, chain);
  if (cursor === undefined) return;
  await forgetSeen(db, chain, "above", -1);
  for (const table of ARRIVAL_TABLES)
    await db.run(`DELETE FROM ${table} WHERE chain = ? AND block > ?`, chain, to.number);
  await db.run("DELETE FROM block WHERE chain = ? AND number > ?", chain, to.number);
  await db.run(
    "UPDATE message SET block = -1 - block WHERE chain = ? AND final = 1 AND block > ?",
    chain,
    to.number,
  );
  await writeCursor(db, { ...cursor, final: to, seen: to });
  await refreshLanes(db, chain);
}
