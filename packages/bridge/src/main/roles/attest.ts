import { createAttester } from "../../attester/attester.ts";
import { createCollector } from "../../exchange/collector.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** Signing what became final, and fetching from peers what did not arrive by itself. */
export function attestTasks(parts: SharedParts): Task[] {
  const { store, signer, exchange, intake, clock, report, view, config } = parts;
  const { pollIntervalMs: interval, peerIntervalMs: idleInterval } = config.tuning;
  const attester = createAttester({ store, signer, exchange, clock, report, council: view });
  const collector = createCollector({ store, exchange, intake, clock, idleInterval });
  return [
    {
      name: "attest",
      tick: attester.tick,
      interval,
      wakeOn: ["facts"],
      waitingFor: () =>
        attester.isReady()
          ? undefined
          : "It waits for enough peers to say what this validator signed before.",
    },
    { name: "collect", tick: collector.tick, interval },
  ];
}
