import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Holding } from "../../ports/api-store.ts";
import type { Row, SqlSession } from "./database.ts";
import { number, text } from "./rows.ts";

const units = ({ dialect }: SqlSession): string =>
  `count(*) FILTER (WHERE a.amount IS NULL) AS units,
   ${dialect.sumOf("a.amount", "a.amount IS NOT NULL")} AS amounts`;

/**
 * Units per home collection that left home for a chain and have not been released: what its vault should hold. What home
 * passes on has left one vault for another. What home sends back because it came too late never left its vault.
 */
export async function readHoldings(db: SqlSession): Promise<Holding[]> {
  const sums = new Map<string, Holding & { sum: bigint }>();
  const add = (row: Row, sign: bigint) => {
    const holding = {
      homeChain: text(row, "home") as ChainId,
      counterpartChain: text(row, "counterpart") as ChainId,
      homeToken: text(row, "token") as Address,
    };
    const key = Object.values(holding).join("/");
    const sum = (sums.get(key)?.sum ?? 0n) + sign * unitsOf(row);
    sums.set(key, { ...holding, sum, units: `${sum}` });
  };
  for (const row of await left(db)) add(row, 1n);
  for (const row of await cameBack(db)) add(row, -1n);
  return [...sums.entries()]
    .filter(([, { sum }]) => sum > 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sum: _, ...holding }]) => holding);
}

const unitsOf = (row: Row): bigint => BigInt(number(row, "units")) + BigInt(text(row, "amounts"));

function left(db: SqlSession): Promise<Row[]> {
  return db.all(
    `SELECT m.home_chain AS home, l.destination_chain AS counterpart, m.home_token AS token, ${units(db)}
       FROM message m JOIN lane l ON l.id = m.lane JOIN asset a ON a.position = m.position
       WHERE m.final = 1 AND l.origin_chain = m.home_chain
         AND NOT EXISTS (SELECT 1 FROM ended WHERE return_id = m.id)
       GROUP BY 1, 2, 3`,
  );
}

function cameBack(db: SqlSession): Promise<Row[]> {
  return db.all(
    `SELECT m.home_chain AS home, l.origin_chain AS counterpart, m.home_token AS token, ${units(db)}
       FROM message m JOIN lane l ON l.id = m.lane JOIN asset a ON a.position = m.position
       WHERE l.destination_chain = m.home_chain
         AND (m.sequence <= l.delivered OR EXISTS (SELECT 1 FROM claimed WHERE id = m.id))
         AND NOT EXISTS (SELECT 1 FROM ended WHERE id = m.id)
         AND (NOT EXISTS (SELECT 1 FROM parked WHERE id = m.id)
           OR EXISTS (SELECT 1 FROM retried WHERE id = m.id))
       GROUP BY 1, 2, 3`,
  );
}
