import type { LaneMessage } from "../../domain/lane-log.ts";
import type { Database, Row } from "./database.ts";
import { number } from "./rows.ts";

/** What a lane's destination says about one message: rows of where it is kept. */
export interface DestinationFacts {
  /** Of `claimed` or `delivery`. */
  consumed: Row | undefined;
  parked: Row | undefined;
  retried: Row | undefined;
  ended: Row | undefined;
}

export function destinationFacts(
  db: Database,
  { laneId, sequence, messageId }: LaneMessage,
): DestinationFacts {
  const ofId = (table: "claimed" | "parked" | "retried" | "ended") =>
    db.get(`SELECT * FROM ${table} WHERE id = ?`, messageId);
  return {
    consumed: ofId("claimed") ?? deliveryOf(db, laneId, sequence),
    parked: ofId("parked"),
    retried: ofId("retried"),
    ended: ofId("ended"),
  };
}

function deliveryOf(db: Database, laneId: string, sequence: number): Row | undefined {
  const delivery = db.get(
    "SELECT * FROM delivery WHERE lane = ? AND last >= ? ORDER BY last LIMIT 1",
    laneId,
    sequence,
  );
  return delivery !== undefined && number(delivery, "first") <= sequence ? delivery : undefined;
}
