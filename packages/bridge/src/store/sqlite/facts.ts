import { decodeMessage, type ReturnMessage, type TransferMessage } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../../domain/lane-log.ts";
import { StoreConflictError } from "../errors.ts";
import { ARRIVAL_TABLES, type FinalFlag } from "./arrivals.ts";
import type { Database } from "./database.ts";
import { addEvent } from "./events.ts";
import { number, text, toBlob } from "./rows.ts";

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
  if (decoded.kind !== "collection") insertAssets(db, decoded, position);
  addEvent(db, message.messageId);
}

function insertAssets(
  db: Database,
  { standard, homeToken, assets }: TransferMessage | ReturnMessage,
  position: number,
): void {
  // An ERC-1155 id may stand in a message more than once.
  const amounts = new Map<bigint, bigint>();
  for (const { id, amount } of assets) amounts.set(id, (amounts.get(id) ?? 0n) + amount);
  for (const [id, amount] of amounts) {
    db.run(
      "INSERT INTO asset (token, token_id, position, amount) VALUES (?, ?, ?, ?)",
      homeToken,
      `${id}`,
      position,
      standard === "erc721" ? null : `${amount}`,
    );
  }
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
  for (const table of ["parked", "claimed", "retried", "ended", "message"])
    db.run(`INSERT INTO event (message) SELECT id FROM ${table} WHERE ${seen}`, chain, block);
  for (const table of ARRIVAL_TABLES) db.run(`DELETE FROM ${table} WHERE ${seen}`, chain, block);
  return db.run(`DELETE FROM message WHERE ${seen}`, chain, block);
}
