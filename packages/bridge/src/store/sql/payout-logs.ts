import type { Address, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../../domain/kept-log.ts";
import { arrivalOf } from "../../domain/royalty.ts";
import type { PayoutIndexStore, UnlandedRoyalty } from "../../ports/payout-index-store.ts";
import { insertAll } from "./batch.ts";
import type { Row, SqlDatabase, SqlSession, SqlValue } from "./database.ts";
import { text, toMessage, toPosition } from "./rows.ts";
import { readRoyaltyArrivals } from "./royalty-arrivals.ts";

/** Where royalties landed, over a database that speaks SQL. */
export function landingStore(
  db: SqlDatabase,
): Pick<PayoutIndexStore, "unlandedRoyalties" | "addLanding"> {
  return {
    unlandedRoyalties: (chain, through, limit) =>
      db.snapshot((tx) => readUnlanded(tx, chain, through, limit)),
    addLanding: async (messageId, transfers) => {
      const landed = JSON.stringify(transfers);
      await db.run("UPDATE royalty_sent SET landed = ? WHERE message = ?", landed, messageId);
    },
  };
}

/** Forgets a chain's logs, and where royalties landed on it. */
export async function forgetLogs(db: SqlSession, chain: ChainId): Promise<void> {
  await db.run("DELETE FROM payout_log WHERE chain = ?", chain);
  await db.run("DELETE FROM royalty_sent WHERE chain = ?", chain);
  await db.run("UPDATE royalty_sent SET landed = NULL WHERE to_chain = ?", chain);
}

/** Keeps logs as they are. */
export async function keepLogs(
  db: SqlSession,
  chain: ChainId,
  logs: readonly KeptLog[],
): Promise<void> {
  await insertAll(
    db,
    `payout_log (chain, block, log_index, block_hash, time, tx, address, topics, data, about)`,
    logs.map((log) => rowOf(chain, log)),
    "ON CONFLICT DO NOTHING",
  );
}

/** Keeps what is said of royalties that were sent, where the lane holds such a message of whoever says so. */
export async function keepSent(
  db: SqlSession,
  chain: ChainId,
  logs: readonly KeptLog[],
): Promise<void> {
  for (const log of logs) {
    const isSent = await db.run(
      `INSERT INTO royalty_sent (message, chain, to_chain)
       SELECT m.id, m.chain, l.destination_chain FROM message m JOIN lane l ON l.id = m.lane
       WHERE m.id = ? AND m.chain = ? AND m.sender = ? AND m.tx = ? AND m.final = 1
       ON CONFLICT DO NOTHING`,
      log.about ?? "",
      chain,
      log.address,
      log.at.transaction,
    );
    if (isSent > 0) await keepLogs(db, chain, [log]);
  }
}

const rowOf = (chain: ChainId, { at, ...log }: KeptLog): SqlValue[] => [
  chain,
  at.block,
  at.logIndex,
  at.blockHash,
  at.time,
  at.transaction,
  log.address,
  log.topics.join(" "),
  log.data,
  log.about ?? null,
];

/** A `payout_log` row. */
export const toKeptLog = (row: Row): KeptLog => ({
  address: text(row, "address") as Address,
  topics: text(row, "topics")
    .split(" ")
    .filter((topic) => topic !== "") as Hex[],
  data: text(row, "data") as Hex,
  ...(row.about === null ? {} : { about: text(row, "about") as KeptLog["about"] & string }),
  at: toPosition(row),
});

async function readUnlanded(
  db: SqlSession,
  chain: ChainId,
  through: number,
  limit: number,
): Promise<UnlandedRoyalty[]> {
  const rows = await db.all(
    `SELECT m.* FROM royalty_sent s JOIN message m ON m.id = s.message AND m.final = 1
     JOIN lane l ON l.id = m.lane
     WHERE s.to_chain = ? AND s.landed IS NULL AND (l.delivered_final >= m.sequence
       OR EXISTS (SELECT 1 FROM claimed c WHERE c.id = m.id AND c.final = 1))
       AND NOT EXISTS (SELECT 1 FROM ended e WHERE e.id = m.id AND e.final = 1)
       AND (NOT EXISTS (SELECT 1 FROM parked p WHERE p.id = m.id)
         OR EXISTS (SELECT 1 FROM retried t WHERE t.id = m.id AND t.final = 1))
     ORDER BY m.position LIMIT ?`,
    chain,
    limit,
  );
  const found: UnlandedRoyalty[] = [];
  for (const row of rows) {
    const message = toMessage(row);
    const arrivals = await readRoyaltyArrivals(db, message, through);
    const arrived = arrivalOf(arrivals);
    if (arrived === undefined) continue;
    const recipient = arrived.type === "retried" ? arrived.recipient : undefined;
    found.push({
      messageId: message.messageId,
      homeChain: text(row, "home_chain") as ChainId,
      homeToken: text(row, "home_token") as Address,
      recipient: recipient ?? (text(row, "recipient") as Address),
      block: arrived.at.block,
    });
  }
  return found;
}
