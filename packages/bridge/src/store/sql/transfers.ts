import { decodeMessage } from "@ryugu/sdk/lane";
import type { Address, ChainId, Hex } from "@ryugu/sdk/primitives";
import { describeMessage, describeRevert, type TransferStatus } from "@ryugu/sdk/transfer";
import type { LaneState } from "../../domain/lane.ts";
import type { LogPosition } from "../../domain/position.ts";
import { transferState } from "../../domain/transfer-state.ts";
import type { TransferQuery } from "../../ports/api-store.ts";
import type { Row, SqlSession } from "./database.ts";
import { destinationFacts } from "./destination-facts.ts";
import { readLane } from "./lanes.ts";
import { nextMessage } from "./next-message.ts";
import { quorumTowards } from "./quorum.ts";
import { number, text, toMessage, toPosition } from "./rows.ts";

/** How many checkpoints after a message are looked through for who signed it. */
const CHECKPOINTS_SEARCHED = 4;

export async function readTransfer(
  db: SqlSession,
  messageId: Hex,
): Promise<TransferStatus | undefined> {
  const row = await db.get("SELECT * FROM message WHERE id = ?", messageId);
  return row && toStatus(db, row);
}

export async function readTransfers(
  db: SqlSession,
  query: TransferQuery,
): Promise<{ transfers: TransferStatus[]; next?: number }> {
  const { conditions, values } = filterOf(query);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = await db.all(
    `SELECT m.* FROM message m ${where} ORDER BY m.position DESC LIMIT ?`,
    ...values,
    query.limit,
  );
  const transfers: TransferStatus[] = [];
  for (const row of rows) {
    const status = await toStatus(db, row);
    if (status !== undefined) transfers.push(status);
  }
  const last = rows.at(-1);
  if (last === undefined || rows.length < query.limit) return { transfers };
  return { transfers, next: number(last, "position") };
}

/** Every transfer after a position, oldest first. */
export async function exportTransfers(
  db: SqlSession,
  after: number,
  limit: number,
): Promise<{ transfers: TransferStatus[]; last: number }> {
  const rows = await db.all(
    "SELECT * FROM message WHERE position > ? ORDER BY position LIMIT ?",
    after,
    limit,
  );
  const statuses: TransferStatus[] = [];
  for (const row of rows) {
    const status = await toStatus(db, row);
    if (status !== undefined) statuses.push(status);
  }
  const last = rows.at(-1);
  return { transfers: statuses, last: last === undefined ? after : number(last, "position") };
}

function filterOf({ sender, recipient, token, before }: TransferQuery) {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, value: string | number) => {
    conditions.push(condition);
    values.push(value);
  };
  if (sender !== undefined) add("m.sender = ?", sender);
  if (recipient !== undefined) add("m.recipient = ?", recipient);
  if (token !== undefined) add("m.home_token = ?", token.contract);
  if (token?.chain !== undefined) add("m.home_chain = ?", token.chain);
  if (token?.id !== undefined) {
    values.push(token.contract);
    add(
      "m.position IN (SELECT position FROM asset WHERE token = ? AND token_id = ?)",
      `${token.id}`,
    );
  }
  if (before !== undefined) add("m.position < ?", before);
  return { conditions, values };
}

async function toStatus(db: SqlSession, row: Row): Promise<TransferStatus | undefined> {
  const message = toMessage(row);
  const lane = await readLane(db, message.laneId);
  if (lane === undefined) return undefined;
  const facts = await destinationFacts(db, message);
  const { parked, retried, ended } = facts;
  const state = transferState({
    final: row.final === 1,
    attested: lane.attested >= message.sequence,
    delivered: facts.consumed !== undefined,
    parked: parked !== undefined,
    retried: retried !== undefined,
    returned: ended !== undefined,
  });
  const arrived = ended ?? retried ?? facts.consumed;
  const next = await nextMessage(db, lane, message, facts);
  return {
    messageId: message.messageId,
    laneId: message.laneId,
    sequence: message.sequence,
    state,
    originChain: lane.originChain,
    destinationChain: lane.destinationChain,
    ...describeMessage(decodeMessage(message.body)),
    signers: await signersOf(db, lane, message.sequence, facts.consumed === undefined),
    quorum: (await quorumTowards(db, lane.destinationChain)) ?? 0,
    sent: toTransaction(lane.originChain, message.at),
    ...(arrived === undefined
      ? {}
      : { delivered: toTransaction(lane.destinationChain, toPosition(arrived)) }),
    ...(state === "parked" && parked !== undefined
      ? { parkedReason: describeRevert(text(parked, "reason")) }
      : {}),
    ...(retried?.recipient == null ? {} : { redirectedTo: text(retried, "recipient") }),
    ...(next === undefined ? {} : { next }),
  };
}

const toTransaction = (chain: ChainId, at: LogPosition) => ({
  chain,
  hash: at.transaction,
  block: at.block,
  time: at.time,
});

/**
 * Validators whose signature on a checkpoint at or after the message agrees with this node, by arrival. Before delivery
 * only those that count now, after it everybody who had signed.
 */
async function signersOf(
  db: SqlSession,
  { laneId, anchor, destinationChain }: LaneState,
  sequence: number,
  onlyMembers: boolean,
): Promise<Address[]> {
  const rows = await db.all(
    `SELECT a.validator FROM (SELECT sequence, head FROM checkpoint
         WHERE lane = ? AND anchor = ? AND sequence >= ? ORDER BY sequence LIMIT ?) c
       JOIN attestation a ON a.lane = ? AND a.anchor = ? AND a.sequence = c.sequence AND a.head = c.head
     ${onlyMembers ? "JOIN validator v ON v.chain = ? AND v.address = a.validator" : ""}
     ORDER BY a.position`,
    laneId,
    anchor,
    sequence,
    CHECKPOINTS_SEARCHED,
    laneId,
    anchor,
    ...(onlyMembers ? [destinationChain] : []),
  );
  return [...new Set(rows.map((row) => text(row, "validator") as Address))];
}
