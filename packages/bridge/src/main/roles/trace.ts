import { createTransferTraces } from "../../telemetry/traces/transfer-traces.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** Tracing transfers, where the configuration names a collector. */
export function traceTasks({ traces, store, clock, config }: SharedParts): Task[] {
  if (traces === undefined) return [];
  return [
    {
      name: "trace",
      tick: createTransferTraces({ store, clock, tracer: traces.tracer }).tick,
      interval: config.tuning.pollIntervalMs,
      wakeOn: ["facts", "attestations"],
    },
  ];
}
