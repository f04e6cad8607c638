import { decodeMessage, STANDARDS } from "@ryugu/sdk/lane";
import {
  type Address,
  type AssetStandard,
  type Bytes32,
  type ChainId,
  isSameAddress,
} from "@ryugu/sdk/primitives";
import type { Backing } from "../../domain/reserves.ts";
import type { ChainPair, PairHeights } from "../../ports/audit-store.ts";
import type {
  CertificateStore,
  InTransit,
  KnownCollection,
} from "../../ports/certificate-store.ts";
import type { Row, SqlDatabase, SqlSession } from "./database.ts";
import { consumedAt, type LaneHeights } from "./lane-cut.ts";
import { PLACE, standardOf } from "./ledgers.ts";
import { isPairReadThrough } from "./read-through.ts";
import { fromBlob, text } from "./rows.ts";

/** What certificates are made of, over a database that speaks SQL. */
export function certificateStore(
  db: SqlDatabase,
): Pick<CertificateStore, "collectionsOf" | "inTransitTo"> {
  return {
    collectionsOf: (holder, limit) => db.snapshot((tx) => collectionsOf(tx, holder, limit)),
    inTransitTo: (pair, holder, at) =>
      db.snapshot(async (tx) =>
        (await isPairReadThrough(tx, pair, at)) ? inTransitTo(tx, pair, holder, at) : undefined,
      ),
  };
}

/** ERC-1155 ids of one holder and collection that are asked for. */
const MOST_IDS = 256;

async function collectionsOf(
  db: SqlSession,
  holder: Address,
  limit: number,
): Promise<KnownCollection[]> {
  const rows = await db.all(
    `SELECT m.home_chain AS home_chain, m.home_token AS token, substr(m.body, 3, 1) AS standard, max(m.position) AS newest
     FROM message m WHERE m.final = 1 AND (m.sender = ? OR m.recipient = ?)
     GROUP BY 1, 2, 3 ORDER BY newest DESC LIMIT ?`,
    holder,
    holder,
    limit,
  );
  const found: KnownCollection[] = [];
  for (const row of rows) {
    const standard = standardOf(row);
    const homeToken = text(row, "token") as Address;
    const ids = standard === "erc1155" ? await idsOf(db, holder, homeToken) : [];
    found.push({ homeChain: text(row, "home_chain") as ChainId, homeToken, standard, ids });
  }
  return found;
}

async function idsOf(db: SqlSession, holder: Address, token: Address): Promise<bigint[]> {
  const rows = await db.all(
    `SELECT DISTINCT a.token_id FROM message m JOIN asset a ON a.position = m.position
     WHERE m.final = 1 AND m.home_token = ? AND substr(m.body, 3, 1) = ? AND (m.sender = ? OR m.recipient = ?)
     ORDER BY a.token_id LIMIT ?`,
    token,
    Uint8Array.of(STANDARDS.erc1155),
    holder,
    holder,
    MOST_IDS,
  );
  return rows.map((row) => BigInt(text(row, "token_id")));
}

async function inTransitTo(
  db: SqlSession,
  pair: ChainPair,
  holder: Address,
  { home, counterpart }: PairHeights,
): Promise<InTransit[]> {
  const found = new Map<string, InTransit>();
  const sides = [
    { side: "Out", laneId: pair.out, at: { origin: home, destination: counterpart } },
    { side: "Back", laneId: pair.back, at: { origin: counterpart, destination: home } },
  ] as const;
  for (const { side, laneId, at } of sides) {
    for (const row of await undelivered(db, laneId, pair.homeChain, holder, at)) {
      const carried = carriedTo(holder, row);
      if (carried === undefined) continue;
      const { homeToken, standard, units } = carried;
      const { homeChain, counterpartChain } = pair;
      const backing: Backing = { homeChain, counterpartChain, homeToken, standard };
      const key = `${homeToken}/${standard}`;
      const known = found.get(key) ?? { backing, ...NOTHING };
      const place = text(row, "place") === "flight" ? "inFlight" : "parked";
      const field = `${place}${side}` as const;
      found.set(key, { ...known, [field]: known[field] + units });
    }
  }
  return [...found.values()];
}

const NOTHING = { inFlightOut: 0n, inFlightBack: 0n, parkedOut: 0n, parkedBack: 0n };

/** Messages that have not ended and may be the holder's. A Return names nobody in its row. */
function undelivered(
  db: SqlSession,
  laneId: Bytes32,
  homeChain: ChainId,
  holder: Address,
  at: LaneHeights,
): Promise<Row[]> {
  return consumedAt(db, laneId, at.destination).then((consumed) =>
    db.all(
      `SELECT t.body, t.place FROM (
         SELECT m.body AS body, ${PLACE} AS place FROM message m
         WHERE m.lane = ? AND m.final = 1 AND m.block BETWEEN 0 AND ? AND m.home_chain = ? AND (m.recipient = ? OR m.recipient IS NULL)
           AND (m.sequence > ? OR m.id IN (SELECT id FROM parked WHERE lane = ? AND final = 1 AND block <= ?))
       ) t WHERE t.place IN ('flight', 'parked')`,
      consumed,
      at.destination,
      at.destination,
      at.destination,
      at.destination,
      laneId,
      at.origin,
      homeChain,
      holder,
      consumed,
      laneId,
      at.destination,
    ),
  );
}

function carriedTo(
  holder: Address,
  row: Row,
): { homeToken: Address; standard: AssetStandard; units: bigint } | undefined {
  const message = decodeMessage(fromBlob(row, "body"));
  if (message.kind === "collection") return undefined;
  const entitled = message.kind === "return" ? message.refundAccount : message.recipient;
  if (!isSameAddress(entitled, holder)) return undefined;
  const { homeToken, standard, assets } = message;
  return { homeToken, standard, units: assets.reduce((sum, { amount }) => sum + amount, 0n) };
}
