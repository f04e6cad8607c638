import { lawOfEndings } from "./laws/law-of-endings.ts";
import { lawOfMoney, lawOfOnePlace, lawOfOwnVault } from "./laws/laws-of-assets.ts";
import { lawOfFreeExit, lawOfParked, lawOfSelfService } from "./laws/laws-of-exit.ts";
import { type Distrusted, NOBODY } from "./laws/places.ts";
import type { Violation } from "./laws/violation.ts";
import type { Model } from "./model.ts";

/**
 * The laws that must hold in every state, cheap enough for every step: 1, 2 and 8; where chains were captured or
 * rewritten, 4 stands in for 1 and 8, which then hold for nobody who trusted them.
 */
export function lawsOfState(model: Model, distrusted: Distrusted = NOBODY): Violation[] {
  const { zone } = model;
  const ofAssets =
    distrusted.size === 0
      ? [...lawOfOnePlace(zone), ...lawOfMoney(zone)]
      : lawOfOwnVault(zone, distrusted);
  return [...ofAssets, ...lawOfEndings(zone, distrusted)];
}

/** The laws that say what must be possible from a state, which are tried out and undone: 5, 6, and the exits of 2. */
export function lawsOfExit(
  model: Model,
  now: number,
  distrusted: Distrusted = NOBODY,
): Violation[] {
  return [
    ...lawOfParked(model, now, distrusted),
    ...lawOfSelfService(model, now, distrusted),
    ...lawOfFreeExit(model, now, distrusted),
  ];
}

export { lawOfQuorum } from "./laws/law-of-quorum.ts";
