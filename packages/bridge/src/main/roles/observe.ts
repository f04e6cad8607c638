import { zoneChain } from "@ryugu/sdk/zone";
import { createObserver } from "../../observer/observer.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** One observer for each chain. */
export function observeTasks({ chains, view, config, store, clock, report }: SharedParts): Task[] {
  const { maxBlockRange: maxRange, pollIntervalMs: interval } = config.tuning;
  return chains.map(({ reader }) => {
    const { finality, startBlock } = zoneChain(view.zone, reader.chain);
    const context = { reader, store, clock, report, finality, startBlock, maxRange };
    return { name: `observe ${reader.chain}`, tick: createObserver(context).tick, interval };
  });
}
