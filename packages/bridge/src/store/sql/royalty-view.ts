import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type {
  RouterState,
  RoyaltyBatch,
  RoyaltyEnd,
  RoyaltyView,
} from "../../ports/royalty-store.ts";
import type { Row, SqlDatabase, SqlSession } from "./database.ts";
import { number, text, word } from "./rows.ts";
import { readWaiting, toRouter } from "./royalty-store.ts";
import { readTransfer } from "./transfers.ts";

/** The most that is told of what one router has sent. */
const MOST_BATCHES = 16;

/** What people ask about royalties, over a database that speaks SQL. */
export function royaltyView(db: SqlDatabase): RoyaltyView {
  return {
    routerStates: (query) => db.snapshot((tx) => routerStates(tx, query)),
    waitingByChain: () => waitingByChain(db),
  };
}

async function routerStates(
  db: SqlSession,
  { after, limit, since }: { after: number; limit: number; since: number },
): Promise<RouterState[]> {
  const rows = await db.all(
    "SELECT * FROM royalty_router WHERE position > ? ORDER BY position LIMIT ?",
    after,
    limit,
  );
  const states: RouterState[] = [];
  for (const row of rows) states.push(await stateOfRouter(db, row, since));
  return states;
}

/** A `royalty_router` row with what waits there, and what it sent since a time (unix seconds). */
export async function stateOfRouter(db: SqlSession, row: Row, since: number): Promise<RouterState> {
  const router = toRouter(row);
  return {
    ...router,
    waiting: await readWaiting(db, router.chain, router.router),
    batches: await readBatches(db, router, since),
  };
}

async function readBatches(
  db: SqlSession,
  { chain, router, receiver }: Pick<RouterState, "chain" | "router" | "receiver">,
  since: number,
): Promise<RoyaltyBatch[]> {
  const rows = await db.all(
    `SELECT m.id, e.outcome FROM message m LEFT JOIN royalty_end e ON e.message = m.id
     WHERE m.sender = ? AND m.chain = ? AND m.recipient = ? AND m.time >= ?
     ORDER BY m.position DESC LIMIT ?`,
    router,
    chain,
    receiver,
    since,
    MOST_BATCHES,
  );
  const batches: RoyaltyBatch[] = [];
  for (const row of rows) {
    const transfer = await readTransfer(db, word(row, "id") as Bytes32);
    if (transfer === undefined) continue;
    batches.push({
      transfer,
      ...(row.outcome === null ? {} : { end: text(row, "outcome") as RoyaltyEnd }),
    });
  }
  return batches;
}

async function waitingByChain(db: SqlSession) {
  const rows = await db.all(
    "SELECT chain, count(*) AS n, min(since) AS oldest FROM royalty_waiting GROUP BY chain ORDER BY chain",
  );
  return rows.map((row) => ({
    chain: text(row, "chain") as ChainId,
    count: Number(row.n),
    oldest: number(row, "oldest"),
  }));
}
