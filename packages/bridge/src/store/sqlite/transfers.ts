import { decodeMessage } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import { describeMessage, describeRevert, type TransferStatus } from "@ryugu/sdk/transfer";
import type { LaneState } from "../../domain/lane.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { LogPosition } from "../../domain/position.ts";
import { transferState } from "../../domain/transfer-state.ts";
import type { Holding, TransferQuery } from "../../ports/store.ts";
import type { Database, Row } from "./database.ts";
import { readLane } from "./lanes.ts";
import { number, text, toMessage, toPosition } from "./rows.ts";

/** How many checkpoints after a message are looked through for who signed it. */
const CHECKPOINTS_SEARCHED = 4;

export function readTransfer(
  db: Database,
  quorum: number,
  messageId: Hex,
): TransferStatus | undefined {
  const row = db.get("SELECT * FROM message WHERE id = ?", messageId);
  return row && toStatus(db, quorum, row);
}

export function readTransfers(
  db: Database,
  quorum: number,
  query: TransferQuery,
): { transfers: TransferStatus[]; next?: number } {
  const { conditions, values } = filterOf(query);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = db.all(
    `SELECT m.* FROM message m ${where} ORDER BY m.position DESC LIMIT ?`,
    ...values,
    query.limit,
  );
  const transfers = rows
    .map((row) => toStatus(db, quorum, row))
    .filter((status) => status !== undefined);
  const last = rows.at(-1);
  if (last === undefined || rows.length < query.limit) return { transfers };
  return { transfers, next: number(last, "position") };
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

function toStatus(db: Database, quorum: number, row: Row): TransferStatus | undefined {
  const message = toMessage(row);
  const lane = readLane(db, message.laneId);
  if (lane === undefined) return undefined;
  const facts = destinationFacts(db, message);
  const state = transferState({
    final: row.final === 1,
    attested: lane.attested >= message.sequence,
    delivered: facts.delivered !== undefined,
    parked: facts.parked !== undefined,
    retried: facts.retried !== undefined,
    returned: facts.returned,
  });
  const arrived = facts.retried ?? facts.delivered;
  const reason = facts.parked === undefined ? "" : text(facts.parked, "reason");
  return {
    messageId: message.messageId,
    laneId: message.laneId,
    sequence: message.sequence,
    state,
    originChain: lane.originChain,
    destinationChain: lane.destinationChain,
    ...describeMessage(decodeMessage(message.body)),
    signers: signersOf(db, lane, message.sequence),
    quorum,
    sent: toTransaction(lane.originChain, message.at),
    ...(arrived === undefined
      ? {}
      : { delivered: toTransaction(lane.destinationChain, toPosition(arrived)) }),
    ...(state === "parked" ? { parkedReason: describeRevert(reason) } : {}),
  };
}

const toTransaction = (chain: ChainId, at: LogPosition) => ({
  chain,
  hash: at.transaction,
  block: at.block,
  time: at.time,
});

function destinationFacts(db: Database, { laneId, sequence, messageId }: LaneMessage) {
  const delivery = db.get(
    "SELECT * FROM delivery WHERE lane = ? AND last >= ? ORDER BY last LIMIT 1",
    laneId,
    sequence,
  );
  return {
    delivered:
      delivery !== undefined && number(delivery, "first") <= sequence ? delivery : undefined,
    parked: db.get("SELECT * FROM parked WHERE id = ?", messageId),
    retried: db.get("SELECT * FROM retried WHERE id = ?", messageId),
    returned: db.get("SELECT 1 AS found FROM returned WHERE id = ?", messageId) !== undefined,
  };
}

/** Validators whose signature on a checkpoint at or after the message agrees with this node, by arrival. */
function signersOf(db: Database, { laneId, anchor }: LaneState, sequence: number): Address[] {
  const places = db.all(
    "SELECT sequence, head FROM checkpoint WHERE lane = ? AND anchor = ? AND sequence >= ? ORDER BY sequence LIMIT ?",
    laneId,
    anchor,
    sequence,
    CHECKPOINTS_SEARCHED,
  );
  const signatures = places.flatMap((place) =>
    db.all(
      "SELECT position, validator FROM attestation WHERE lane = ? AND anchor = ? AND sequence = ? AND head = ?",
      laneId,
      anchor,
      number(place, "sequence"),
      text(place, "head") as Bytes32,
    ),
  );
  signatures.sort((a, b) => number(a, "position") - number(b, "position"));
  return [...new Set(signatures.map((row) => text(row, "validator") as Address))];
}

/** Units per home collection that left home for a chain and have not been released: what its vault should hold. */
export function readHoldings(db: Database): Holding[] {
  const rows = db.all(
    `SELECT home, counterpart, token, sum(units) AS units FROM (
       SELECT m.home_chain AS home, l.destination_chain AS counterpart, m.home_token AS token, count(*) AS units
         FROM message m JOIN lane l ON l.id = m.lane JOIN asset a ON a.position = m.position
         WHERE m.final = 1 AND l.origin_chain = m.home_chain GROUP BY 1, 2, 3
       UNION ALL
       SELECT m.home_chain, l.origin_chain, m.home_token, -count(*)
         FROM message m JOIN lane l ON l.id = m.lane JOIN asset a ON a.position = m.position
         LEFT JOIN parked p ON p.id = m.id LEFT JOIN retried r ON r.id = m.id
         WHERE l.destination_chain = m.home_chain AND m.sequence <= l.delivered AND (p.id IS NULL OR r.id IS NOT NULL)
         GROUP BY 1, 2, 3
     ) GROUP BY 1, 2, 3 HAVING sum(units) > 0 ORDER BY 1, 2, 3`,
  );
  return rows.map((row) => ({
    homeChain: text(row, "home") as ChainId,
    counterpartChain: text(row, "counterpart") as ChainId,
    homeToken: text(row, "token") as Address,
    units: `${number(row, "units")}`,
  }));
}
