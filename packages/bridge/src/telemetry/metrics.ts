import { collectDefaultMetrics, Registry } from "prom-client";
import type { Report } from "../ports/report.ts";
import { type EventMetricsContext, eventMetrics } from "./event-metrics.ts";
import { registerInstruments } from "./instruments.ts";
import { collectState, type StateMetricsContext } from "./state-metrics.ts";

/** A node's metrics, made of what its roles report and of what its store holds. */
export interface Metrics {
  report: Report;
  /** Everything in Prometheus' text format. Asked for often, it is read anew once a second. */
  scrape(state: StateMetricsContext): Promise<{ type: string; text: string }>;
}

export interface MetricsContext extends EventMetricsContext {
  /** What runs, as far as it is known. */
  info(): { version: string; partner: string; zone: string } | undefined;
}

/** How long one reading of the store serves everybody who asks, in milliseconds. */
const FRESH = 1_000;

/** Makes the metrics of one node. */
export function createMetrics({ info, ...labels }: MetricsContext): Metrics {
  const registry = new Registry();
  const instruments = registerInstruments(registry);
  collectDefaultMetrics({ register: registry });
  let latest: { time: number; text: Promise<string> } | undefined;

  return {
    report: eventMetrics(instruments, labels),
    async scrape(state) {
      const now = state.clock.now();
      if (latest === undefined || now - latest.time >= FRESH) {
        const known = info();
        if (known !== undefined) instruments.set("ryugu_node_info", known, 1);
        const text = collectState(instruments, state).then(() => registry.metrics());
        latest = { time: now, text };
        text.catch(() => {
          latest = undefined;
        });
      }
      return { type: registry.contentType, text: await latest.text };
    },
  };
}
