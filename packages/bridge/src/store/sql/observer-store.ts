import type { ChainId } from "@ryugu/sdk/primitives";
import { checkpointsOf } from "../../domain/checkpoints.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { BlockRef } from "../../domain/position.ts";
import type { ChainUpdate } from "../../ports/observer-store.ts";
import { StoreOutrunError } from "../errors.ts";
import { ARRIVAL_TABLES, type FinalFlag, writeArrivals } from "./arrivals.ts";
import { insertAll } from "./batch.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { SqlSession } from "./database.ts";
import { pruneEvents } from "./events.ts";
import { forgetSeen, writeMessages } from "./facts.ts";
import { readLane, refreshLanes } from "./lanes.ts";
import { countQuorums } from "./quorum.ts";
import { number, word } from "./rows.ts";

/** Ends of final readings under this many blocks are dropped; a deeper fork is read from the start. */
const KEPT_BLOCKS = 20_000;

type Scan = NonNullable<ChainUpdate["scanned"]>;

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
