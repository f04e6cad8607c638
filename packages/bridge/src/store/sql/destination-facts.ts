import type { LaneMessage } from "../../domain/lane-log.ts";
import type { Row, SqlSession } from "./database.ts";
import { number } from "./rows.ts";

/** What a lane's destination says about one message: rows of where it is kept. */
export interface DestinationFacts {
  /** Of `claimed` or `delivery`. */
  consumed: Row | undefined;
  parked: Row | undefined;
  retried: Row | undefined;
  ended: Row | undefined;
}

export async function destinationFacts(
  db: SqlSession,
  { laneId, sequence, messageId }: LaneMessage,
): Promise<DestinationFacts> {
  const ofId = async (table: "claimed" | "parked" | "retried" | "ended") =>
    db.get(`SELECT * FROM ${table} WHERE id = ?`, messageId);
  return {
    consumed: (await ofId("claimed")) ?? (await deliveryOf(db, laneId, sequence)),
    parked: await ofId("parked"),
    retried: await ofId("retried"),
    ended: await ofId("ended"),
  };
}

async function deliveryOf(
  db: SqlSession,
  laneId: string,
  sequence: number,
): Promise<Row | undefined> {
  const delivery = await db.get(
    "SELECT * FROM delivery WHERE lane = ? AND last >= ? ORDER BY last LIMIT 1",
    laneId,
    sequence,
  );
  return delivery !== undefined && number(delivery, "first") <= sequence ? delivery : undefined;
}
