import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../config/schema.ts";
import { laneRoute } from "../domain/lane.ts";
import type { Report } from "../ports/report.ts";
import { createMetrics, type Metrics } from "../telemetry/metrics.ts";
import type { Partner } from "./parts.ts";
import { VERSION } from "./version.ts";

/** Everything that listens to what the roles report. */
export interface Telemetry {
  report: Report;
  metrics: Metrics;
}

/** Makes the node's telemetry: one report that all listeners hear. */
export function nodeTelemetry(
  {
    config,
    zone,
    partner,
  }: { config: Readonly<NodeConfig>; zone: Zone; partner: Pick<Partner, "name"> },
  ...others: readonly Report[]
): Telemetry {
  const metrics = createMetrics({
    routes: zoneLanes(zone).map(laneRoute),
    endpoints: new Map(
      config.chains.map(({ id, rpcUrls }) => [id, rpcUrls.map((url) => new URL(url).origin)]),
    ),
    info: { version: VERSION, partner: partner.name, zone: zone.manifest.name },
  });
  const listeners = [...others, metrics.report];
  return {
    metrics,
    report: (event) => {
      for (const listen of listeners) listen(event);
    },
  };
}
