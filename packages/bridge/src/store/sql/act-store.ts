import type { ChainId } from "@ryugu/sdk/primitives";
import type { Act, ActEnd, ActStore } from "../../ports/act-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SqlDatabase, SqlSession } from "./database.ts";
import { text } from "./rows.ts";

/** Acts, over a database that speaks SQL. */
export function actStore(db: SqlDatabase, clock: Pick<Clock, "now">): ActStore {
  return {
    wantAct: (act) => db.transaction((tx) => wantAct(tx, act, clock.now())),
    wantedActs: (chain) => wantedActs(db, chain),
    endAct: (id, end) => db.transaction((tx) => endAct(tx, id, end)),
    actEnd: (id) => actEnd(db, id),
  };
}

async function wantAct(db: SqlSession, act: Act, now: number): Promise<void> {
  await db.run(
    "INSERT INTO act (id, chain, time, open, value) VALUES (?, ?, ?, 1, ?) ON CONFLICT (id) DO NOTHING",
    act.id,
    act.chain,
    now,
    JSON.stringify(act),
  );
}

async function wantedActs(db: SqlSession, chain: ChainId): Promise<Act[]> {
  const rows = await db.all(
    "SELECT value FROM act WHERE chain = ? AND open = 1 ORDER BY time, id",
    chain,
  );
  return rows.map((row) => JSON.parse(text(row, "value")) as Act);
}

/** An act ends once: what is told of one that ended is not heard. */
async function endAct(db: SqlSession, id: string, end: ActEnd): Promise<void> {
  await db.run(
    "UPDATE act SET open = 0, outcome = ? WHERE id = ? AND open = 1",
    JSON.stringify(end),
    id,
  );
}

async function actEnd(db: SqlSession, id: string): Promise<ActEnd | undefined> {
  const row = await db.get("SELECT outcome FROM act WHERE id = ? AND open = 0", id);
  return row === undefined ? undefined : (JSON.parse(text(row, "outcome")) as ActEnd);
}
