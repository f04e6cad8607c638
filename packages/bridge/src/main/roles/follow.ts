import { followZone, unservedChains } from "../../zone/follower.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** Following the zone: its manifest, and who decides in it. Every process does it for itself. */
export function followTasks(parts: SharedParts): Task[] {
  const { chains, config, source, view, store, clock, report } = parts;
  const { manifestIntervalMs: interval, pollIntervalMs } = config.tuning;
  const follower = followZone({ held: view, source, store, clock, report, interval });
  const served = chains.map(({ reader }) => reader.chain);
  return [
    {
      name: "zone",
      tick: follower.tick,
      interval: Math.min(interval, 4 * pollIntervalMs),
      wakeOn: ["facts"],
      waitingFor: () => unservedChains(view.zone, served),
    },
  ];
}
