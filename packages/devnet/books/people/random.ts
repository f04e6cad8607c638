/** Chances that depend on a number alone: the same seed gives the same run on every machine. */
export interface Random {
  /** A whole number from 0 up to, but not including, the bound. */
  below(bound: number): number;
  chance(probability: number): boolean;
  /** One of several. Throws RangeError where there are none. */
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32: good enough for schedules, and for nothing secret. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    chance: (probability) => next() < probability,
    pick<T>(from: readonly T[]): T {
      const index = below(from.length);
      if (index >= from.length) throw new RangeError("There is nothing to choose from.");
      return from[index] as T;
    },
  };
}
