import { findCause } from "@ryugu/sdk/errors";
import type { ChainId } from "@ryugu/sdk/primitives";
import { ManifestUnavailableError, type Zone, zoneLanes } from "@ryugu/sdk/zone";
import { laneRoute } from "../domain/lane.ts";
import { isNextManifest } from "../domain/manifest-step.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { ObserverStore } from "../ports/store.ts";
import type { ManifestSource } from "../ports/zone-view.ts";
import type { HeldZone } from "./held-zone.ts";

/** Keeps what this process knows of its zone up to date: the manifest, and who decides on each gateway. */
export interface ZoneFollower {
  tick(): Promise<boolean>;
}

export interface ZoneFollowerContext {
  held: HeldZone;
  source: ManifestSource;
  store: Pick<ObserverStore, "addLanes">;
  clock: Pick<Clock, "now">;
  report: Report;
  /** How often the source is looked at, in milliseconds. */
  interval: number;
}

/** Makes the follower. Its first tick looks at the source at once. */
export function followZone(context: ZoneFollowerContext): ZoneFollower {
  const { held, source, store, clock, report } = context;
  let lookAt = Number.NEGATIVE_INFINITY;
  let isAway = false;

  const adopt = async (zone: Zone) => {
    await store.addLanes(zoneLanes(zone).map(laneRoute));
    held.adopt(zone);
    const { version, epoch } = zone.manifest;
    report({ type: "manifest-adopted", version, epoch });
  };

  const look = async () => {
    try {
      const found = await source.read();
      isAway = false;
      if (found !== undefined && isNextManifest(held.zone, found)) await adopt(found);
    } catch (error) {
      if (findCause(error, ManifestUnavailableError) === undefined)
        return report({ type: "manifest-refused", error });
      // The node goes on with the manifest that it has: this is said once, and makes nobody unready.
      if (!isAway) report({ type: "manifest-unavailable", error });
      isAway = true;
    }
  };

  return {
    async tick() {
      if (clock.now() >= lookAt) {
        await look();
        lookAt = clock.now() + context.interval;
      }
      return false;
    },
  };
}

/** Chains of the zone that this node cannot reach, in words for its operator. */
export function unservedChains(zone: Zone, served: readonly ChainId[]): string | undefined {
  const missing = zone.manifest.chains.filter(({ id }) => !served.includes(id));
  if (missing.length === 0) return undefined;
  const names = missing.map(({ id, name }) => `${name} (${id})`).join(", ");
  return `The zone has chains that this node does not read yet: ${names}. Give the configuration RPC endpoints for them, and restart the node.`;
}
