import { createPresence } from "../../exchange/presence.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** Who of the peers is there: turns are taken by it. In one process alone, fetching attestations tells it already. */
export function presenceTasks({ config, exchange, store }: SharedParts): Task[] {
  const takesTurns = config.roles.some((role) => role === "relay" || role === "audit");
  if (typeof config.database === "string" || !takesTurns) return [];
  const presence = createPresence({ exchange, store });
  return [{ name: "presence", tick: presence.tick, interval: config.tuning.peerIntervalMs }];
}
