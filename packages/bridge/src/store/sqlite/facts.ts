import { decodeMessage } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { GatewayLog } from "../../domain/gateway-log.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import { StoreConflictError } from "../errors.ts";
import type { Database } from "./database.ts";
import { addEvent, addEvents } from "./events.ts";
import { number, text, toBlob } from "./rows.ts";

/** 1 for what stands in a final block, as it is stored. */
export type FinalFlag = 0 | 1;

/**
 * Writes a message in its place, or confirms it.
 *
 * @returns whether something else had stood there as seen
 * @throws StoreConflictError when something else stands there as final
 */
export function writeMessage(
  db: Database,
  chain: ChainId,
  message: LaneMessage,
  final: FinalFlag,
): boolean {
  const known = db.get(
    "SELECT position, id, final FROM message WHERE lane = ? AND sequence = ?",
    message.laneId,
    message.sequence,
  );
  if (known === undefined) {
    insertMessage(db, chain, message, final);
    return false;
  }
  if (text(known, "id") === message.messageId) {
    confirmMessage(db, number(known, "position"), message, final);
    if (final > number(known, "final")) addEvent(db, message.messageId);
    return false;
  }
  if (known.final === 1) {
    throw new StoreConflictError("Another message stands at this sequence as final.", {
      details: [`Lane: ${message.laneId}`, `Sequence: ${message.sequence}`],
    });
  }
  db.run("DELETE FROM message WHERE position = ?", number(known, "position"));
  insertMessage(db, chain, message, final);
  return true;
}

function confirmMessage(
  db: Database,
  position: number,
  { at }: LaneMessage,
  final: FinalFlag,
): void {
  db.run(
    "UPDATE message SET block = ?, block_hash = ?, time = ?, tx = ?, log_index = ?, final = max(final, ?) WHERE position = ?",
    at.block,
    at.blockHash,
    at.time,
    at.transaction,
    at.logIndex,
    final,
    position,
  );
}

function insertMessage(db: Database, chain: ChainId, message: LaneMessage, final: FinalFlag): void {
  const decoded = decodeMessage(message.body);
  const people = "sender" in decoded ? decoded : undefined;
  const { at } = message;
  db.run(
    `INSERT INTO message (lane, sequence, id, hash, body, sender, recipient, home_chain, home_token,
       chain, block, block_hash, time, tx, log_index, final)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.laneId,
    message.sequence,
    message.messageId,
    message.messageHash,
    toBlob(message.body),
    people?.sender ?? null,
    people?.recipient ?? null,
    decoded.homeChain,
    decoded.homeToken,
    chain,
    at.block,
    at.blockHash,
    at.time,
    at.transaction,
    at.logIndex,
    final,
  );
  const position = number(db.get("SELECT last_insert_rowid() AS position") ?? {}, "position");
  if (decoded.kind !== "collection") {
    for (const { id } of decoded.assets) {
      db.run(
        "INSERT OR IGNORE INTO asset (token, token_id, position) VALUES (?, ?, ?)",
        decoded.homeToken,
        `${id}`,
        position,
      );
    }
  }
  if (decoded.kind === "return") {
    db.run("INSERT INTO returned (id, position) VALUES (?, ?)", decoded.returnedId, position);
    addEvent(db, decoded.returnedId);
  }
  addEvent(db, message.messageId);
}

/** Writes what happened to a message on its lane's destination; what was seen becomes final in place. */
export function writeArrival(
  db: Database,
  chain: ChainId,
  log: Exclude<GatewayLog, { type: "sent" }>,
  final: FinalFlag,
): void {
  const { at } = log;
  const position = [
    chain,
    at.block,
    at.blockHash,
    at.time,
    at.transaction,
    at.logIndex,
    final,
  ] as const;
  const where =
    "chain = excluded.chain, block = excluded.block, block_hash = excluded.block_hash, time = excluded.time, tx = excluded.tx, log_index = excluded.log_index, final = excluded.final";
  if (log.type === "delivered") {
    db.run(
      `INSERT INTO delivery (lane, last, first, head, chain, block, block_hash, time, tx, log_index, final)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (lane, last) DO UPDATE SET first = excluded.first, head = excluded.head, ${where}
       WHERE excluded.final >= delivery.final`,
      log.laneId,
      log.last,
      log.first,
      log.head,
      ...position,
    );
    addEvents(db, log.laneId, log.first, log.last);
    return;
  }
  if (log.type === "parked") {
    db.run(
      `INSERT INTO parked (id, lane, sequence, reason, chain, block, block_hash, time, tx, log_index, final)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, ${where} WHERE excluded.final >= parked.final`,
      log.messageId,
      log.laneId,
      log.sequence,
      log.reason,
      ...position,
    );
  } else {
    db.run(
      `INSERT INTO retried (id, lane, chain, block, block_hash, time, tx, log_index, final)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET ${where} WHERE excluded.final >= retried.final`,
      log.messageId,
      log.laneId,
      ...position,
    );
  }
  addEvent(db, log.messageId);
}

/** Forgets what was only seen in a chain's blocks: those above a height, or at and under it. */
export function forgetSeen(
  db: Database,
  chain: ChainId,
  side: "above" | "through",
  block: number,
): number {
  const compare = side === "above" ? ">" : "<=";
  const seen = `chain = ? AND final = 0 AND block ${compare} ?`;
  db.run(
    `INSERT INTO event (message) SELECT m.id FROM delivery d JOIN message m ON m.lane = d.lane
       AND m.sequence BETWEEN d.first AND d.last WHERE d.chain = ? AND d.final = 0 AND d.block ${compare} ?`,
    chain,
    block,
  );
  db.run(`INSERT INTO event (message) SELECT id FROM parked WHERE ${seen}`, chain, block);
  db.run(`INSERT INTO event (message) SELECT id FROM message WHERE ${seen}`, chain, block);
  for (const table of ["delivery", "parked", "retried"])
    db.run(`DELETE FROM ${table} WHERE ${seen}`, chain, block);
  return db.run(`DELETE FROM message WHERE ${seen}`, chain, block);
}
