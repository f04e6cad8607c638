import type { ChainId } from "../primitives/index.ts";
import { type Zone, zoneChain, zoneLane } from "../zone/index.ts";
import { ReservesContradictoryError } from "./errors.ts";
import { owedOf, type Reserve, stateOf } from "./reserve.ts";
import type { ReserveStatement } from "./statement.ts";

/** What names a collection and the chain whose claims are meant. */
type CollectionKey = Pick<Reserve, "homeChain" | "counterpartChain" | "homeToken" | "standard">;

const contradiction = (message: string, ...details: string[]) =>
  new ReservesContradictoryError(message, { details });

/** The one text by which a collection's rows are told apart and put in order. */
export function collectionKey(row: CollectionKey): string {
  const { homeChain, counterpartChain, homeToken, standard } = row;
  return `${homeChain}/${counterpartChain}/${homeToken.toLowerCase()}/${standard}`;
}

/** Each chain once, and of the zone. */
export function checkChains(zone: Zone, chains: readonly { id: ChainId }[]): void {
  checkOnce(
    chains.map(({ id }) => id),
    "A chain",
  );
  for (const { id } of chains) zoneChain(zone, id);
}

/** Each collection once, between two chains whose blocks are stated. */
export function checkCollections(
  rows: readonly CollectionKey[],
  chains: readonly { id: ChainId }[],
): void {
  checkOnce(rows.map(collectionKey), "A collection");
  const stated = new Set(chains.map(({ id }) => id));
  for (const { homeChain, counterpartChain } of rows) {
    if (homeChain === counterpartChain || !stated.has(homeChain) || !stated.has(counterpartChain))
      throw contradiction(
        "A collection lies between chains whose blocks are not stated.",
        `Home: ${homeChain}`,
        `Counterpart: ${counterpartChain}`,
      );
  }
}

/** Each collection once, on a chain whose block is stated. */
export function checkHomes(
  rows: readonly Omit<CollectionKey, "counterpartChain">[],
  chains: readonly { id: ChainId }[],
): void {
  checkOnce(
    rows.map(({ homeChain, homeToken, standard }) => `${homeChain}/${homeToken}/${standard}`),
    "A collection",
  );
  const stated = new Set(chains.map(({ id }) => id));
  for (const { homeChain } of rows) {
    if (!stated.has(homeChain))
      throw contradiction("A collection's home is a chain whose block is not stated.", homeChain);
  }
}

/** A reserve's sums and state are what its parts lead to. */
export function checkReserve(reserve: Reserve): void {
  const owed = owedOf(reserve);
  const vault = reserve.vault === undefined ? undefined : BigInt(reserve.vault);
  const difference = vault === undefined ? undefined : `${vault - owed}`;
  const expected = stateOf({ ...reserve, owed, vault });
  const settles = reserve.state === "winding-down" && vault !== undefined;
  if (
    `${owed}` !== reserve.owed ||
    difference !== reserve.difference ||
    (reserve.state !== expected && !settles)
  ) {
    throw contradiction(
      "A reserve's figures do not add up.",
      `Collection: ${collectionKey(reserve)}`,
      `Stated: ${reserve.state}, owed ${reserve.owed}, difference ${reserve.difference ?? "none"}`,
      `Its parts: ${expected}, owed ${owed}, difference ${difference ?? "none"}`,
    );
  }
}

/** Each lane once, between its chains, with the id that the zone gives it. */
export function checkLanes(zone: Zone, lanes: ReserveStatement["lanes"]): void {
  checkOnce(
    lanes.map(({ laneId }) => laneId),
    "A lane",
  );
  for (const { laneId, originChain, destinationChain, count, delivered } of lanes) {
    if (zoneLane(zone, originChain, destinationChain).id !== laneId)
      throw contradiction("A lane has another id than its ends give it.", `Lane: ${laneId}`);
    if (!Number.isSafeInteger(count) || !Number.isSafeInteger(delivered))
      throw contradiction("A lane's counts are beyond what can be counted.", `Lane: ${laneId}`);
  }
}

function checkOnce(keys: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw contradiction(`${what} stands in the document twice.`, key);
    seen.add(key);
  }
}
