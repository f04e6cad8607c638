import { zoneLanes } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../config/schema.ts";
import { findSeat } from "../config/zone.ts";
import { laneRoute } from "../domain/lane.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import type { TaskLock } from "../ports/task-lock.ts";
import type { ManifestSource } from "../ports/zone-view.ts";
import { type HeldZone, holdZone } from "../zone/held-zone.ts";
import { manifestSource } from "../zone/manifest-source.ts";
import { openZone } from "../zone/open-zone.ts";
import { openStore } from "./open-store.ts";
import type { Partner } from "./parts.ts";
import type { ValidatorKey } from "./signers.ts";

/** How long a manifest's server may take, in milliseconds. */
const MANIFEST_TIMEOUT = 15_000;

/** What a node has to have before it can begin. */
export interface OpenedNode {
  store: Store;
  lock: TaskLock;
  source: ManifestSource;
  view: HeldZone;
  partner: Partner;
}

/** What it takes to open a node. */
export interface NodeKey {
  config: Readonly<NodeConfig>;
  environment: Readonly<Record<string, string | undefined>>;
  validator: Pick<ValidatorKey, "account">;
  clock: Pick<Clock, "now">;
  report: Report;
}

/**
 * Opens the database, makes sure whose it is, and learns the zone. Nothing stays open when it fails, so that it can be
 * tried again.
 *
 * @throws RyuguError for everything that an operator can put right, `retryable` where waiting may be enough
 */
export async function openNode(key: NodeKey): Promise<OpenedNode> {
  const { config, environment, validator, clock, report } = key;
  const { zoneId } = config.manifest;
  const { store, lock } = await openStore(config.database, environment, clock);
  try {
    await store.own({ zoneId, partner: config.partner });
    const source = manifestSource(config.manifest.source, config.manifest, MANIFEST_TIMEOUT);
    const view = holdZone(await openZone(source, store, config.manifest, report));
    const partner = findSeat(view.zone, config, validator.account);
    await store.addLanes(zoneLanes(view.zone).map(laneRoute));
    return { store, lock, source, view, partner };
  } catch (error) {
    await store.close();
    throw error;
  }
}
