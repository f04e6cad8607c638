import type { ChainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import { findSplits } from "../domain/council-split.ts";
import { laneRoute } from "../domain/lane.ts";
import { isNextManifest } from "../domain/manifest-step.ts";
import { manifestSets } from "../domain/seats.ts";
import type { Clock } from "../ports/clock.ts";
import type { ObserverStore } from "../ports/observer-store.ts";
import type { Report } from "../ports/report.ts";
import type { ZoneStore } from "../ports/zone-store.ts";
import type { ManifestSource } from "../ports/zone-view.ts";
import type { HeldZone } from "./held-zone.ts";
import { manifestProblem } from "./manifest-problem.ts";

/** Keeps what this process knows of its zone up to date: the manifest, and who decides on each gateway. */
export interface ZoneFollower {
  tick(): Promise<boolean>;
}

export interface ZoneFollowerContext {
  held: HeldZone;
  source: ManifestSource;
  store: ZoneStore & Pick<ObserverStore, "addLanes">;
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
  /** Whether what is known of sets or manifest changed: comparing them all takes long. */
  let isNews = true;
  /** Epochs whose split was said. */
  const said = new Set<number>();

  const adopt = async (zone: Zone) => {
    await store.addLanes(zoneLanes(zone).map(laneRoute));
    await store.keepManifest(zone.manifest);
    held.adopt(zone);
    isNews = true;
    const { version, epoch } = zone.manifest;
    report({ type: "manifest-adopted", version, epoch });
  };

  const look = async () => {
    try {
      const found = await source.read();
      isAway = false;
      if (found !== undefined && isNextManifest(held.zone, found)) await adopt(found);
    } catch (error) {
      const problem = manifestProblem(error);
      const wasAway = isAway;
      isAway = problem.type === "manifest-unavailable";
      // A source that is away is said once, and makes nobody unready.
      if (!(isAway && wasAway)) report(problem);
    }
  };

  const learnSets = async () => {
    for (const { chain, set } of await store.validatorSets()) {
      if (!held.learn(chain, set)) continue;
      isNews = true;
      const { epoch, quorum, validators } = set;
      report({ type: "validators-changed", chain, epoch, quorum, validators });
    }
  };

  const noteSplits = () => {
    if (!isNews) return;
    isNews = false;
    const { manifest } = held.zone;
    const splits = findSplits([
      ...manifest.chains.map(({ id }) => ({ place: id, set: held.on(id) })),
      ...manifestSets(manifest).map((set) => ({ place: "the manifest", set })),
    ]);
    for (const split of splits.filter(({ epoch }) => !said.has(epoch))) {
      said.add(split.epoch);
      report({ type: "zone-split", ...split });
    }
  };

  return {
    async tick() {
      await learnSets();
      if (clock.now() >= lookAt) {
        await look();
        lookAt = clock.now() + context.interval;
      }
      noteSplits();
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
