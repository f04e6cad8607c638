import { STANDARDS } from "@ryugu/sdk/lane";
import type { Address, AssetStandard, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { type Backing, type Carried, type Ledger, NOTHING_CARRIED } from "../../domain/reserves.ts";
import type {
  ChainPair,
  CollectionLedger,
  PairHeights,
  TokenLedger,
} from "../../ports/audit-store.ts";
import { StoreCorruptError } from "../errors.ts";
import type { Row, SqlSession, SqlValue } from "./database.ts";
import { consumedAt, type LaneHeights } from "./lane-cut.ts";
import { number, text } from "./rows.ts";

/**
 * Where a message is at two heights; of a Return of what ended at the other end too. Its parameters: the
 * consumed sequence, and four times the height of the destination.
 */
export const PLACE = `CASE
  WHEN m.sequence > ? AND NOT EXISTS (SELECT 1 FROM claimed c WHERE c.id = m.id AND c.final = 1 AND c.block <= ?)
    THEN 'flight'
  WHEN EXISTS (SELECT 1 FROM ended e WHERE e.id = m.id AND e.final = 1 AND e.block <= ?) THEN 'ended'
  WHEN EXISTS (SELECT 1 FROM parked p WHERE p.id = m.id AND p.final = 1 AND p.block <= ?)
    AND NOT EXISTS (SELECT 1 FROM retried r WHERE r.id = m.id AND r.final = 1 AND r.block <= ?) THEN 'parked'
  ELSE 'given' END`;

/** What a lane has carried, up to two heights that were read, of collections born on one chain: one row for each collection and place, and token if asked. */
async function carriedBy(
  db: SqlSession,
  laneId: Bytes32,
  homeChain: ChainId,
  at: LaneHeights,
  of?: Backing,
): Promise<Row[]> {
  const consumed = await consumedAt(db, laneId, at.destination);
  const { destination } = at;
  const id = of === undefined ? "''" : "a.token_id";
  const narrowed = of === undefined ? "" : "AND m.home_token = ? AND substr(m.body, 3, 1) = ?";
  const values: SqlValue[] = [consumed, destination, destination, destination, destination];
  values.push(laneId, at.origin, homeChain);
  if (of !== undefined) values.push(of.homeToken, Uint8Array.of(STANDARDS[of.standard]));
  return db.all(
    `SELECT m.home_token AS token, substr(m.body, 3, 1) AS standard, ${id} AS token_id, ${PLACE} AS place,
       count(*) FILTER (WHERE a.amount IS NULL) AS units, ${db.dialect.sumOf("a.amount", "a.amount IS NOT NULL")} AS amounts
     FROM message m JOIN asset a ON a.position = m.position
     WHERE m.lane = ? AND m.final = 1 AND m.block BETWEEN 0 AND ? AND m.home_chain = ? ${narrowed}
     GROUP BY 1, 2, 3, 4`,
    ...values,
  );
}

/** Both lanes of a pair, put together by a key. */
async function ledgersBy<K>(
  db: SqlSession,
  pair: ChainPair,
  { home, counterpart }: PairHeights,
  of: Backing | undefined,
  keyOf: (row: Row) => K,
): Promise<{ row: Row; ledger: Ledger }[]> {
  const out = { origin: home, destination: counterpart };
  const back = { origin: counterpart, destination: home };
  const sides = [
    { side: "out", rows: await carriedBy(db, pair.out, pair.homeChain, out, of) },
    { side: "back", rows: await carriedBy(db, pair.back, pair.homeChain, back, of) },
  ] as const;
  const found = new Map<K, { row: Row; ledger: Ledger }>();
  for (const { side, rows } of sides) {
    for (const row of rows) {
      const key = keyOf(row);
      const known = found.get(key) ?? {
        row,
        ledger: { out: NOTHING_CARRIED, back: NOTHING_CARRIED },
      };
      const ledger = { ...known.ledger, [side]: added(known.ledger[side], row) };
      found.set(key, { row, ledger });
    }
  }
  return [...found.values()];
}

function added(carried: Carried, row: Row): Carried {
  const place = text(row, "place") as keyof Carried;
  const units = BigInt(number(row, "units")) + BigInt(text(row, "amounts"));
  return { ...carried, [place]: carried[place] + units };
}

export async function readLedgers(
  db: SqlSession,
  pair: ChainPair,
  at: PairHeights,
): Promise<CollectionLedger[]> {
  const { homeChain, counterpartChain } = pair;
  const found = await ledgersBy(
    db,
    pair,
    at,
    undefined,
    (row) => `${text(row, "token")}/${standardOf(row)}`,
  );
  return found.map(({ row, ledger }) => {
    const homeToken = text(row, "token") as Address;
    return {
      backing: { homeChain, counterpartChain, homeToken, standard: standardOf(row) },
      ledger,
    };
  });
}

export async function readTokenLedgers(
  db: SqlSession,
  pair: ChainPair,
  of: Backing,
  at: PairHeights,
): Promise<TokenLedger[]> {
  const found = await ledgersBy(db, pair, at, of, (row) => text(row, "token_id"));
  return found
    .map(({ row, ledger }) => ({ id: BigInt(text(row, "token_id")), ledger }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The standard's byte in a message. */
export function standardOf(row: Row): AssetStandard {
  const byte = row.standard instanceof Uint8Array ? row.standard[0] : undefined;
  const name = Object.entries(STANDARDS).find(([, value]) => value === byte)?.[0];
  if (name !== undefined) return name as AssetStandard;
  throw new StoreCorruptError("A stored row is not what it should be.", {
    details: ["Column: body"],
  });
}
