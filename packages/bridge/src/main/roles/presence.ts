import type { Role } from "../../config/schema/roles.ts";
import { createPresence } from "../../exchange/presence.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

const TURNS: ReadonlySet<Role> = new Set(["relay", "audit", "payout"]);

/** Who of the peers is there: turns are taken by it. In one process alone, fetching attestations tells it already. */
export function presenceTasks({ config, exchange, store }: SharedParts): Task[] {
  const takesTurns = config.roles.some((role) => TURNS.has(role));
  if (typeof config.database === "string" || !takesTurns) return [];
  const presence = createPresence({ exchange, store });
  return [{ name: "presence", tick: presence.tick, interval: config.tuning.peerIntervalMs }];
}
