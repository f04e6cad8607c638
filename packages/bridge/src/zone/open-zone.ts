import { readZone, type Zone, type ZoneTrust } from "@ryugu/sdk/zone";
import { isNextManifest } from "../domain/manifest-step.ts";
import type { Report } from "../ports/report.ts";
import type { ZoneStore } from "../ports/zone-store.ts";
import type { ManifestSource } from "../ports/zone-view.ts";
import { manifestProblem } from "./manifest-problem.ts";

/**
 * The zone to begin with: what is published, or what was kept where that is newer or nothing can be had.
 *
 * @throws what reading the source throws, when nothing was kept
 */
export async function openZone(
  source: ManifestSource,
  store: ZoneStore,
  trust: ZoneTrust,
  report: Report,
): Promise<Zone> {
  const kept = await store.manifest(trust.zoneId);
  if (kept === undefined) return keep(store, await published(source));
  const known = readZone(kept, trust);
  try {
    const found = await published(source);
    return isNextManifest(known, found) ? await keep(store, found) : known;
  } catch (error) {
    report(manifestProblem(error));
    return known;
  }
}

async function keep(store: ZoneStore, zone: Zone): Promise<Zone> {
  await store.keepManifest(zone.manifest);
  return zone;
}

async function published(source: ManifestSource): Promise<Zone> {
  const zone = await source.read();
  if (zone === undefined) throw new TypeError("a source that was never read has news");
  return zone;
}
