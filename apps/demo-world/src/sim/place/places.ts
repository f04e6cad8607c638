import { CORRIDOR } from "./corridor.ts";
import { GARAN } from "./garan.ts";
import { MINATO } from "./minato.ts";
import type { Door, Place, PlaceSlug, Spot } from "./place.ts";

const ALL: Record<PlaceSlug, Place> = { minato: MINATO, garan: GARAN, corridor: CORRIDOR };

/** A place by its name. */
export const placeOf = (slug: PlaceSlug): Place => ALL[slug];

/** The door of one place that leads to another; undefined where there is none. */
export function doorTo(from: PlaceSlug, to: PlaceSlug): Door | undefined {
  return ALL[from].doors.find(({ leadsTo }) => leadsTo === to);
}

/** The nearest spot within reach. */
export function spotNear(place: Place, x: number, z: number): Spot | undefined {
  let best: Spot | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const spot of place.spots) {
    const distance = Math.hypot(spot.x - x, spot.z - z);
    if (distance > spot.reach || distance >= bestDistance) continue;
    best = spot;
    bestDistance = distance;
  }
  return best;
}
