import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { checkpointsOf } from "../../domain/checkpoints.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { BlockRef } from "../../domain/position.ts";
import type { ChainCursor, ChainUpdate } from "../../ports/store.ts";
import { ARRIVAL_TABLES, type FinalFlag, writeArrival } from "./arrivals.ts";
import type { Database } from "./database.ts";
import { pruneEvents } from "./events.ts";
import { forgetSeen, writeMessage } from "./facts.ts";
import { readLane, refreshLanes } from "./lanes.ts";
import { countQuorum } from "./quorum.ts";
import { number, text, word } from "./rows.ts";

/** Ends of final readings under this many blocks are dropped; a deeper fork is read from the start. */
const KEPT_BLOCKS = 20_000;

type Scan = NonNullable<ChainUpdate["scanned"]>;

export function readCursor(db: Database, chain: ChainId): ChainCursor | undefined {
  const row = db.get("SELECT * FROM chain WHERE id = ?", chain);
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

function writeCursor(db: Database, { chain, final, seen, latest }: ChainCursor): void {
  db.run(
    `INSERT OR REPLACE INTO chain (id, final_number, final_hash, seen_number, seen_hash, latest_number, latest_hash, latest_time)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
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
export function begin(db: Database, cursor: ChainCursor): void {
  db.transaction(() => {
    if (readCursor(db, cursor.chain) === undefined) writeCursor(db, cursor);
  });
}

/** Writes one reading of a chain, wholly or not at all. */
export function record(db: Database, quorum: number, update: ChainUpdate): void {
  db.transaction(() => {
    const { chain, latest, scanned, forgetAbove } = update;
    if (forgetAbove !== undefined) forget(db, update, forgetAbove);
    if (scanned?.finality === "seen") recordSeen(db, update, scanned);
    if (scanned?.finality === "final") recordFinal(db, quorum, update, scanned);
    const cursor = readCursor(db, chain);
    if (cursor !== undefined) writeCursor(db, { ...cursor, latest });
    refreshLanes(db, chain);
    pruneEvents(db);
  });
}

function forget(db: Database, { chain, latest }: ChainUpdate, above: number): void {
  forgetSeen(db, chain, "above", above);
  db.run("DELETE FROM block WHERE chain = ? AND final = 0 AND number > ?", chain, above);
  const cursor = readCursor(db, chain);
  if (cursor === undefined || cursor.seen.number <= above) return;
  const row = db.get("SELECT number, hash FROM block WHERE chain = ? AND number = ?", chain, above);
  const seen =
    row === undefined ? cursor.final : { number: number(row, "number"), hash: word(row, "hash") };
  writeCursor(db, { ...cursor, latest, seen });
}

function writeAll(db: Database, chain: ChainId, scanned: Scan, final: FinalFlag): boolean {
  let replaced = false;
  for (const message of scanned.messages)
    replaced = writeMessage(db, chain, message, final) || replaced;
  for (const arrival of scanned.arrivals) writeArrival(db, chain, arrival, final);
  return replaced;
}

function recordSeen(db: Database, { chain, latest }: ChainUpdate, scanned: Scan): void {
  writeAll(db, chain, scanned, 0);
  const { through } = scanned;
  const blocks: BlockRef[] = [...scanned.messages, ...scanned.arrivals].map(({ at }) => ({
    number: at.block,
    hash: at.blockHash,
  }));
  for (const { number: height, hash } of [...blocks, through]) {
    db.run(
      "INSERT OR IGNORE INTO block (chain, number, hash, final) VALUES (?, ?, ?, 0)",
      chain,
      height,
      hash,
    );
  }
  const cursor = readCursor(db, chain);
  if (cursor !== undefined) writeCursor(db, { ...cursor, latest, seen: through });
}

function recordFinal(
  db: Database,
  quorum: number,
  { chain, latest }: ChainUpdate,
  scanned: Scan,
): void {
  const { through } = scanned;
  const replaced = writeAll(db, chain, scanned, 1);
  const left = forgetSeen(db, chain, "through", through.number);
  writeCheckpoints(db, quorum, scanned.messages);
  db.run("DELETE FROM block WHERE chain = ? AND final = 0 AND number <= ?", chain, through.number);
  db.run(
    "INSERT OR REPLACE INTO block (chain, number, hash, final) VALUES (?, ?, ?, 1)",
    chain,
    through.number,
    through.hash,
  );
  db.run(
    "DELETE FROM block WHERE chain = ? AND final = 1 AND number < ?",
    chain,
    through.number - KEPT_BLOCKS,
  );
  const seen = readCursor(db, chain)?.seen ?? through;
  const broken = replaced || left > 0;
  // What was seen above stands on what turned out otherwise: it is read again.
  if (broken) forgetSeen(db, chain, "above", through.number);
  writeCursor(db, {
    chain,
    latest,
    final: through,
    seen: broken || seen.number < through.number ? through : seen,
  });
}

function writeCheckpoints(db: Database, quorum: number, messages: readonly LaneMessage[]): void {
  const lanes = Map.groupBy(messages, ({ laneId }) => laneId);
  for (const [laneId, own] of lanes) {
    const anchor = readLane(db, laneId)?.anchor ?? 0;
    for (const { sequence, head } of checkpointsOf(own)) {
      db.run(
        "INSERT OR IGNORE INTO checkpoint (lane, anchor, sequence, head) VALUES (?, ?, ?, ?)",
        laneId,
        anchor,
        sequence,
        head,
      );
      countQuorum(db, quorum, { laneId, anchor, sequence, head });
    }
  }
}

export function seenBlocks(db: Database, chain: ChainId): BlockRef[] {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 0 ORDER BY number DESC",
    chain,
  );
}

export function finalBlocks(db: Database, chain: ChainId, limit: number): BlockRef[] {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 1 ORDER BY number DESC LIMIT ?",
    chain,
    limit,
  );
}

function blocks(db: Database, sql: string, ...values: (string | number)[]): BlockRef[] {
  return db
    .all(sql, ...values)
    .map((row) => ({ number: number(row, "number"), hash: text(row, "hash") as Bytes32 }));
}

/** Forgets how far a chain was read above a block; final messages stay, to be compared with what comes. */
export function rewind(db: Database, chain: ChainId, to: BlockRef): void {
  db.transaction(() => {
    const cursor = readCursor(db, chain);
    if (cursor === undefined) return;
    forgetSeen(db, chain, "above", -1);
    for (const table of ARRIVAL_TABLES) {
      db.run(`DELETE FROM ${table} WHERE chain = ? AND block > ?`, chain, to.number);
    }
    db.run("DELETE FROM block WHERE chain = ? AND number > ?", chain, to.number);
    writeCursor(db, { ...cursor, final: to, seen: to });
    refreshLanes(db, chain);
  });
}
