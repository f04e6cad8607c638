import type { Address } from "@ryugu/sdk/primitives";
import { type ArrivalLog, byPosition } from "../../domain/gateway-log.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { Row, SqlSession } from "./database.ts";
import { destinationFacts } from "./destination-facts.ts";
import { number, text, toPosition, word } from "./rows.ts";

/** What a lane's destination finally says of a message in its blocks up to one, in order. */
export async function readRoyaltyArrivals(
  db: SqlSession,
  message: LaneMessage,
  through: number,
): Promise<ArrivalLog[]> {
  const { consumed, parked, retried, ended } = await destinationFacts(db, message);
  const { laneId, sequence, messageId } = message;
  const isRead = (row: Row | undefined): row is Row =>
    row !== undefined && row.final === 1 && number(row, "block") <= through;
  const logs: ArrivalLog[] = [];
  if (isRead(consumed)) {
    const at = toPosition(consumed);
    logs.push(
      "last" in consumed
        ? { type: "delivered", laneId, ...rangeOf(consumed), at }
        : { type: "claimed", laneId, sequence, messageId, at },
    );
  }
  if (isRead(parked)) {
    const reason = text(parked, "reason") as `0x${string}`;
    logs.push({ type: "parked", laneId, sequence, messageId, reason, at: toPosition(parked) });
  }
  if (isRead(retried)) {
    const recipient = retried.recipient === null ? undefined : text(retried, "recipient");
    logs.push({
      ...{ type: "retried", laneId, messageId, at: toPosition(retried) },
      ...(recipient === undefined ? {} : { recipient: recipient as Address }),
    });
  }
  if (isRead(ended)) {
    const returnId = word(ended, "return_id");
    logs.push({ type: "returned", laneId, messageId, returnId, at: toPosition(ended) });
  }
  return logs.sort(byPosition);
}

const rangeOf = (row: Row) => ({
  first: number(row, "first"),
  last: number(row, "last"),
  head: word(row, "head"),
});
