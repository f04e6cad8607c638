/** The most draw calls of a frame with ten people present. */
export const MAX_DRAW_CALLS = 60;
/** What the people may use of them; the rest is the place's. */
export const PEOPLE_DRAW_CALLS = 24;

/** Somebody who could be drawn: how far away, and how many draw calls their own avatar takes. */
export interface Drawable {
  id: number;
  distance: number;
  calls: number;
}

/**
 * Who is drawn with their own avatar: the nearest first, as long as the budget lasts. Everybody else is drawn as
 * one of the zone's own avatars, which takes one call.
 */
export function chooseOwnAvatars(
  people: readonly Drawable[],
  budget = PEOPLE_DRAW_CALLS,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  // Everybody is drawn somehow: one call each is spoken for.
  let left = budget - people.length;
  for (const { id, calls } of [...people].sort((a, b) => a.distance - b.distance)) {
    const extra = calls - 1;
    if (extra > left) continue;
    left -= extra;
    chosen.add(id);
  }
  return chosen;
}
