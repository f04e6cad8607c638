import { decodeMessage, type Message } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { isSentOn, passesThrough } from "@ryugu/sdk/transfer";
import type { LaneState } from "../../domain/lane.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { Row, SqlSession } from "./database.ts";
import type { DestinationFacts } from "./destination-facts.ts";
import { number, text, toMessage, word } from "./rows.ts";

/** The message that carries on what one carried: its Return, or what home sent on. */
export async function nextMessage(
  db: SqlSession,
  { destinationChain }: LaneState,
  message: LaneMessage,
  { consumed, parked, retried, ended }: DestinationFacts,
): Promise<Bytes32 | undefined> {
  if (ended !== undefined) return word(ended, "return_id");
  const carriedOut = retried ?? (parked === undefined ? consumed : undefined);
  const body = decodeMessage(message.body);
  if (carriedOut === undefined || !passesThrough(body, destinationChain)) return undefined;
  const rank = retried === undefined ? await sameBefore(db, message, body, carriedOut) : 0;
  return (await sentOn(db, destinationChain, body, carriedOut))[rank];
}

/** What the transaction sent on after the log that tells of the message, in order. */
async function sentOn(db: SqlSession, chain: string, body: Message, from: Row): Promise<Bytes32[]> {
  return (
    await db.all(
      `SELECT * FROM message WHERE chain = ? AND final IN (0, 1) AND block = ? AND tx = ? AND log_index > ?
       ORDER BY log_index`,
      chain,
      number(from, "block"),
      text(from, "tx"),
      number(from, "log_index"),
    )
  )
    .map(toMessage)
    .filter((message) => isSentOn(body, decodeMessage(message.body)))
    .map(({ messageId }) => messageId);
}

/** How many messages of the same delivery said the same before this one, and were carried out. */
async function sameBefore(
  db: SqlSession,
  { laneId, sequence }: LaneMessage,
  body: Message,
  from: Row,
): Promise<number> {
  if (body.kind === "return" || from.first === undefined) return 0;
  return (
    await db.all(
      `SELECT m.* FROM message m WHERE m.lane = ? AND m.sequence >= ? AND m.sequence < ?
         AND NOT EXISTS (SELECT 1 FROM parked WHERE id = m.id)
         AND NOT EXISTS (SELECT 1 FROM claimed WHERE id = m.id)
         AND NOT EXISTS (SELECT 1 FROM ended WHERE id = m.id)`,
      laneId,
      number(from, "first"),
      sequence,
    )
  )
    .map((row) => decodeMessage(toMessage(row).body))
    .filter((other) => other.kind === "forward" && isSentOn(body, { ...other, kind: "transfer" }))
    .length;
}
