import { createTeller } from "../../webhooks/teller.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** How often an endpoint is looked after when nothing happens, in milliseconds. */
const INTERVAL = 1_000;

/** One teller for each webhook: one that is away holds up no other. */
export function tellTasks({ webhooks, store, clock, report }: SharedParts): Task[] {
  return webhooks.map(({ endpoint, filter }) => ({
    name: `webhook ${endpoint.name}`,
    tick: createTeller({ store, endpoint, filter, clock, report }).tick,
    interval: INTERVAL,
    wakeOn: ["facts", "attestations"] as const,
  }));
}
