import type { ProcessContext, TaskHealth } from "../api/context.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { freeBytes } from "./disk.ts";
import { type createLogger, describeError } from "./logger.ts";
import type { Telemetry } from "./telemetry.ts";
import { VERSION } from "./version.ts";

/** What one process of a node has from its start to its end. */
export interface NodeProcess {
  config: Readonly<NodeConfig>;
  clock: Clock;
  logger: ReturnType<typeof createLogger>;
  telemetry: Telemetry;
}

/**
 * What a process answers about itself, whatever else it does.
 *
 * @param store - undefined while it waits for it
 */
export function processContext(
  { config, clock, logger, telemetry: { report, metrics } }: NodeProcess,
  store: Store | undefined,
  health: () => readonly TaskHealth[],
): ProcessContext {
  const chains = config.chains.map(({ id }) => id);
  const free = () => freeBytes(config.database);
  return {
    clock,
    health,
    report,
    version: VERSION,
    metrics: (listeners) =>
      metrics.scrape({ store, clock, health, listeners, freeBytes: free, chains }),
    onError: (error, { method, url }) =>
      logger.error(
        { method, url: url.split("?")[0], error: describeError(error) },
        "request-failed",
      ),
    requestsPerMinute: config.tuning.requestsPerMinute,
    access: config.access,
    limits: { ...config.api.limits, trustedProxies: config.api.trustedProxies },
  };
}
