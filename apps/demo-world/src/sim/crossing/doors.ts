import type { PlaceSlug, PlatformSlug } from "../place/place.ts";
import { type Crossing, hasLeft, isOver } from "./crossing.ts";

/** What the doors depend on. */
export interface DoorState {
  place: PlaceSlug;
  /** Where one came into the corridor from. */
  from: PlatformSlug;
  crossing: Crossing | undefined;
  /** The platforms that have let one in. */
  admitted: ReadonlySet<PlatformSlug>;
  /** Whether another world is known at all. */
  hasOtherWorld: boolean;
}

/** The other of the two worlds. */
export const otherSide = (slug: PlatformSlug): PlatformSlug =>
  slug === "minato" ? "garan" : "minato";

/**
 * The doors one may walk through now. The way back is always open: what has been sent arrives without its
 * owner waiting for it. The way on opens once the other world has let one in and the item, if one was in
 * the hand, has ended its journey.
 */
export function openDoors({
  place,
  from,
  crossing,
  admitted,
  hasOtherWorld,
}: DoorState): PlaceSlug[] {
  if (place !== "corridor") return hasOtherWorld ? ["corridor"] : [];
  const to = otherSide(from);
  return admitted.has(to) && !isCarrying(crossing, from) ? [from, to] : [from];
}

/**
 * Whether an item is on its way with the person. One that is parked may take days, and one that never left stays
 * where it is: neither keeps its owner.
 */
function isCarrying(crossing: Crossing | undefined, from: PlatformSlug): boolean {
  if (crossing === undefined || crossing.from !== from) return false;
  if (isOver(crossing) || crossing.phase === "parked") return false;
  return hasLeft(crossing) || crossing.problem === undefined;
}
