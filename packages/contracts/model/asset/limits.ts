import type { Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Limit, LimitUsage } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { collectionKey } from "../words.ts";
import { type Load, unitsOf } from "./cross.ts";

/**
 * Counts what is minted or released, Transfers and Returns alike, and refuses what is beyond the window's room. What
 * passes between vaults is neither. A window of 0 minutes is no limit.
 */
export function countLimit(here: Here, load: Load): void {
  const key = collectionKey(load.collection);
  const own = here.chain.limits.get(key);
  const limit = own ?? (load.standard === "erc20" ? undefined : here.chain.defaultLimit);
  if (limit === undefined || limit.windowMinutes === 0) return;
  const before = here.chain.usage.get(key);
  const windowStart = startOfWindow(here, limit, before);
  const used = before?.windowStart === windowStart ? before.used : 0n;
  const after = used + unitsOf(load);
  ensure(after <= limit.cap, "LimitReached", `${after} of ${limit.cap}`);
  put(here.journal, here.chain.usage, key, { windowStart, used: after });
}

/** The documents leave open where windows begin; see Rules.windows. */
function startOfWindow({ env, now }: Here, limit: Limit, usage: LimitUsage | undefined): number {
  const length = limit.windowMinutes * 60;
  if (env.rules.windows === "aligned") return now - (now % length);
  const runs = usage !== undefined && now < usage.windowStart + length;
  return runs ? usage.windowStart : now;
}
