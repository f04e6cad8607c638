import type { PlatformSlug, Spot } from "../../src/sim/place/place.ts";
import { placeOf } from "../../src/sim/place/places.ts";
import type { Organisation } from "../../src/sim/protocol/platform.ts";

/** Where each company's booth stands, by the company's slug. */
export function boothsOf(
  platform: PlatformSlug,
  organisations: readonly Organisation[],
): ReadonlyMap<string, Spot> {
  const spots = placeOf(platform).spots.filter(({ kind }) => kind === "booth");
  return new Map(
    organisations.flatMap(({ slug, booth }) => {
      const spot = spots.find(({ id }) => id === String(booth));
      return spot === undefined ? [] : [[slug, spot] as const];
    }),
  );
}
