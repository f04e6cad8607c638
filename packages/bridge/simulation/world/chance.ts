import { type Random, randomFrom } from "@ryugu/contracts/model";

export type { Random };

/**
 * A source of chances for one purpose. Each purpose has its own, so that leaving one kind of fault out does
 * not change when the others happen.
 */
export function chanceFor(seed: number, purpose: string): Random {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const letter of purpose) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
  return randomFrom(mixed ^ (mixed >>> 15));
}

/** A whole number between two bounds, both possible. */
export const between = (random: Random, least: number, most: number): number =>
  least + random.below(most - least + 1);

/** One of several that are there for certain. */
export function oneOf<T>(random: Random, from: readonly [T, ...T[]]): T {
  return random.pick(from) ?? from[0];
}
