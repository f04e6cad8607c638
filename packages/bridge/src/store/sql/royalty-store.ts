import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { ForwardVerdict } from "../../domain/forwarding.ts";
import type { HomeCurrency, RoyaltyRouter, WaitingAmount } from "../../domain/royalty.ts";
import type {
  ArrivedRoyalty,
  LaneAnchor,
  RoyaltyEnd,
  RoyaltyStore,
} from "../../ports/royalty-store.ts";
import { insertAll } from "./batch.ts";
import type { Row, SqlDatabase, SqlSession } from "./database.ts";
import { number, text, word } from "./rows.ts";
import { readTransfer } from "./transfers.ts";

/** What the payout role keeps of royalties, over a database that speaks SQL. */
export function royaltyStore(
  db: SqlDatabase,
): Omit<RoyaltyStore, "lanes" | "cursor" | "finalMessages"> {
  return {
    royaltyCursor: (lane) => royaltyCursor(db, lane),
    addRoyaltyRouters: (lane, through, routers) =>
      db.transaction((tx) => addRouters(tx, lane, through, routers)),
    royaltyRouters: (chain, after, limit) => readRouters(db, chain, after, limit),
    waitingRoyalties: (chain, router) => readWaiting(db, chain, router),
    saveWaitingRoyalties: (chain, router, waiting) =>
      db.transaction((tx) => saveWaiting(tx, chain, router, waiting)),
    forwardedRounds: (chain, router, currency) => countRounds(db, chain, router, currency),
    arrivedRoyalties: (chain, query) => db.snapshot((tx) => readArrived(tx, chain, query)),
    endRoyalty: (messageId, end) => db.transaction((tx) => endRoyalty(tx, messageId, end)),
  };
}

/** What a lane was looked through under: each anchor begins anew. */
const keyOf = ({ laneId, anchor }: LaneAnchor): string => `${laneId}/${anchor}`;

async function royaltyCursor(db: SqlSession, lane: LaneAnchor): Promise<number> {
  const row = await db.get("SELECT sequence FROM royalty_lane WHERE lane = ?", keyOf(lane));
  return row === undefined ? 0 : number(row, "sequence");
}

async function addRouters(
  db: SqlSession,
  lane: LaneAnchor,
  through: number,
  routers: readonly RoyaltyRouter[],
): Promise<void> {
  await insertAll(
    db,
    "royalty_router (chain, router, home_chain, home_token, receiver)",
    routers.map((one) => [one.chain, one.router, one.homeChain, one.homeToken, one.receiver]),
    "ON CONFLICT DO NOTHING",
  );
  await db.run(
    `INSERT INTO royalty_lane (lane, sequence) VALUES (?, ?)
     ON CONFLICT (lane) DO UPDATE SET sequence = excluded.sequence
     WHERE excluded.sequence > royalty_lane.sequence`,
    keyOf(lane),
    through,
  );
}

async function readRouters(db: SqlSession, chain: ChainId, after: number, limit: number) {
  const rows = await db.all(
    "SELECT * FROM royalty_router WHERE chain = ? AND position > ? ORDER BY position LIMIT ?",
    chain,
    after,
    limit,
  );
  return rows.map(toRouter);
}

/** A `royalty_router` row. */
export const toRouter = (row: Row): RoyaltyRouter & { position: number } => ({
  position: number(row, "position"),
  chain: text(row, "chain") as ChainId,
  router: text(row, "router") as Address,
  homeChain: text(row, "home_chain") as ChainId,
  homeToken: text(row, "home_token") as Address,
  receiver: text(row, "receiver") as Address,
});

/** What waits in a router, as of the last look. */
export async function readWaiting(
  db: SqlSession,
  chain: ChainId,
  router: Address,
): Promise<WaitingAmount[]> {
  const rows = await db.all(
    `SELECT * FROM royalty_waiting WHERE chain = ? AND router = ?
     ORDER BY currency_chain, currency_token`,
    chain,
    router,
  );
  return rows.map((row) => ({
    currency: {
      chain: text(row, "currency_chain") as ChainId,
      token: text(row, "currency_token") as Address,
    },
    amount: BigInt(text(row, "amount")),
    since: number(row, "since"),
    block: number(row, "block"),
    verdict: text(row, "verdict") as ForwardVerdict,
  }));
}

async function saveWaiting(
  db: SqlSession,
  chain: ChainId,
  router: Address,
  waiting: readonly WaitingAmount[],
): Promise<void> {
  await db.run("DELETE FROM royalty_waiting WHERE chain = ? AND router = ?", chain, router);
  await insertAll(
    db,
    `royalty_waiting (chain, router, currency_chain, currency_token, amount, since, block, verdict)`,
    waiting.map(({ currency, amount, since, block, verdict }) => [
      chain,
      router,
      currency.chain,
      currency.token,
      `${amount}`,
      since,
      block,
      verdict,
    ]),
  );
}

async function countRounds(
  db: SqlSession,
  chain: ChainId,
  router: Address,
  { chain: homeChain, token }: HomeCurrency,
): Promise<number> {
  const row = await db.get(
    `SELECT count(*) AS n FROM message
     WHERE sender = ? AND chain = ? AND final = 1 AND home_chain = ? AND home_token = ?`,
    router,
    chain,
    homeChain,
    token,
  );
  return Number(row?.n ?? 0);
}

/** Routers of several chains may have one address: what each sent to a receiver's chain is looked at once. */
async function readArrived(
  db: SqlSession,
  chain: ChainId,
  { since, after, limit }: { since: number; after: number; limit: number },
): Promise<ArrivedRoyalty[]> {
  const rows = await db.all(
    `SELECT DISTINCT m.id, m.position, m.recipient FROM royalty_router r
       JOIN message m ON m.sender = r.router AND m.recipient = r.receiver AND m.final = 1 AND m.time >= ?
       JOIN lane l ON l.id = m.lane AND l.destination_chain = r.home_chain
       AND (l.delivered >= m.sequence OR EXISTS (SELECT 1 FROM claimed c WHERE c.id = m.id))
     WHERE r.home_chain = ? AND m.position > ?
       AND NOT EXISTS (SELECT 1 FROM royalty_end e WHERE e.message = m.id)
       AND NOT EXISTS (SELECT 1 FROM ended g WHERE g.id = m.id)
       AND (NOT EXISTS (SELECT 1 FROM parked p WHERE p.id = m.id)
         OR EXISTS (SELECT 1 FROM retried t WHERE t.id = m.id))
     ORDER BY m.position LIMIT ?`,
    since,
    chain,
    after,
    limit,
  );
  const arrived: ArrivedRoyalty[] = [];
  for (const row of rows) {
    const transfer = await readTransfer(db, word(row, "id"));
    if (transfer?.state !== "delivered") continue;
    arrived.push({
      position: number(row, "position"),
      transfer,
      receiver: text(row, "recipient") as Address,
    });
  }
  return arrived;
}

async function endRoyalty(db: SqlSession, messageId: Bytes32, end: RoyaltyEnd): Promise<void> {
  await db.run(
    "INSERT INTO royalty_end (message, outcome) VALUES (?, ?) ON CONFLICT DO NOTHING",
    messageId,
    end,
  );
}
