import type { PlatformSlug } from "../../sim/place/place.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

/** Where works hang. */
export const GALLERY = "garan";
/** How often a gallery is asked what hangs there now, in milliseconds. */
const ASK_AGAIN = 8_000;

/** What a platform says of itself now, or what it said last where it is silent. */
export async function freshPlatform(visit: Visit, slug: PlatformSlug): Promise<Platform> {
  const { loadPlatform } = await heavy();
  const known = platformOf(visit, slug);
  const { zone } = inside(visit);
  const told = await loadPlatform(known.url, zone, visit.end.signal).catch(() => known);
  // The walls are painted anew only where something has changed.
  if (JSON.stringify(told) === JSON.stringify(platformOf(visit, slug))) return known;
  visit.stores.place.setState(({ platforms }) => ({ platforms: { ...platforms, [slug]: told } }));
  return told;
}

/** Asks the gallery, when one comes in and now and then, what hangs there: others hang their works meanwhile. */
export function hearGallery(visit: Visit): void {
  const { place } = visit.stores;
  const { signal } = visit.end;
  const ask = () => {
    if (place.getState().place !== GALLERY || document.hidden) return;
    freshPlatform(visit, GALLERY).catch(() => undefined);
  };
  const timer = setInterval(ask, ASK_AGAIN);
  const stop = place.subscribe((now, before) => {
    if (now.place !== before.place) ask();
  });
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    stop();
  });
}
