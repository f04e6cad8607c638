import type { Bytes32 } from "@ryugu/sdk/primitives";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../config/schema.ts";
import { type LaneRoute, laneRoute } from "../domain/lane.ts";
import type { Report } from "../ports/report.ts";
import { createMetrics, type Metrics } from "../telemetry/metrics.ts";
import { VERSION } from "./version.ts";

/** Everything that listens to what the roles report. */
export interface Telemetry {
  report: Report;
  metrics: Metrics;
  /** Lets one more listen from now on. */
  add(listener: Report): void;
}

/**
 * Makes the node's telemetry: one report that all listeners hear.
 *
 * @param zone - the zone as it is now; undefined until the node knows it
 */
export function nodeTelemetry(
  config: Readonly<NodeConfig>,
  zone: () => Zone | undefined,
  ...first: readonly Report[]
): Telemetry {
  const metrics = createMetrics({
    laneOf: laneLookup(zone),
    endpoints: new Map(
      config.chains.map(({ id, rpcUrls }) => [id, rpcUrls.map((url) => new URL(url).origin)]),
    ),
    info: () => {
      const name = zone()?.manifest.name;
      return name === undefined
        ? undefined
        : { version: VERSION, partner: config.partner, zone: name };
    },
  });
  const listeners = [...first, metrics.report];
  return {
    metrics,
    report: (event) => {
      for (const listen of listeners) listen(event);
    },
    add: (listener) => void listeners.push(listener),
  };
}

/** Finds lanes of the zone as it is now: a chain may join while the node runs. */
function laneLookup(zone: () => Zone | undefined) {
  let known: { zone: Zone; lanes: ReadonlyMap<Bytes32, LaneRoute> } | undefined;
  return (laneId: Bytes32): LaneRoute | undefined => {
    const now = zone();
    if (now === undefined) return undefined;
    if (known?.zone !== now) {
      const routes = zoneLanes(now).map(laneRoute);
      known = { zone: now, lanes: new Map(routes.map((route) => [route.laneId, route])) };
    }
    return known.lanes.get(laneId);
  };
}
