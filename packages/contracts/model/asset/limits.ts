import type { Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Limit, Meter } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { type Collection, collectionKey, type Standard } from "../words.ts";
import { type Load, unitsOf } from "./cross.ts";

/** A cap that is none. */
export const NO_LIMIT: Limit = { cap: 2n ** 88n - 1n, windowMinutes: 60 };

/**
 * Counts what is minted or released, Transfers and Returns alike, and refuses what is beyond the window's room. What
 * passes between vaults is neither.
 */
export function countLimit(here: Here, load: Load): void {
  const key = collectionKey(load.collection);
  startMeter(here, load.collection, load.standard);
  const meter = meterOf(here, load.collection, load.standard);
  if (meter.cap === NO_LIMIT.cap) return;
  const runs = here.now < meter.windowStart + meter.windowMinutes * 60;
  const used = (runs ? meter.used : 0n) + unitsOf(load);
  ensure(used <= meter.cap, "LimitReached", `${used} of ${meter.cap}`);
  const begins = here.env.rules.opensWindows && !runs;
  const windowStart = begins ? here.now : meter.windowStart;
  put(here.journal, here.chain.meters, key, { ...meter, windowStart, used });
}

/** Whether so much could ever arrive here at once. */
export function fits(here: Here, load: Load): boolean {
  const { cap } = meterOf(here, load.collection, load.standard);
  return cap === NO_LIMIT.cap || unitsOf(load) <= cap;
}

/** A collection that is met for the first time gets the default that stands then, and keeps it. */
export function startMeter(here: Here, collection: Collection, standard: Standard): void {
  const key = collectionKey(collection);
  if (here.chain.meters.has(key)) return;
  put(here.journal, here.chain.meters, key, meterOf(here, collection, standard));
}

function meterOf({ chain }: Here, collection: Collection, standard: Standard): Meter {
  const own = chain.meters.get(collectionKey(collection));
  if (own !== undefined) return own;
  const limit = (standard === "erc20" ? undefined : chain.defaultLimit) ?? NO_LIMIT;
  return { ...limit, windowStart: 0, used: 0n };
}
