/** How many blocks to ask for at once: it shrinks when a provider refuses and grows back slowly. */
export interface RangeSize {
  readonly current: number;
  readonly max: number;
  /** The smallest size that was refused lately, and how many successes ago. */
  readonly refused?: { readonly size: number; readonly successes: number };
}

/** A refused size is tried again after so many successes: limits change, and busy blocks pass. */
const FORGIVEN_AFTER = 64;

/** Starts at the largest size allowed. */
export function rangeSize(max: number): RangeSize {
  return { current: max, max };
}

/** After a refusal or a timeout: a quarter, at least one block. */
export function shrinkRange({ current, max }: RangeSize): RangeSize {
  const refused = { size: current, successes: 0 };
  return { current: Math.max(1, Math.floor(current / 4)), max, refused };
}

/** After a success: half as much again, but well under a size that was refused lately. */
export function growRange({ current, max, refused }: RangeSize): RangeSize {
  const larger = Math.min(max, Math.ceil(current * 1.5));
  if (refused === undefined || refused.successes >= FORGIVEN_AFTER) return { current: larger, max };
  const under = Math.floor((refused.size * 3) / 4);
  return {
    current: Math.max(current, Math.min(larger, under)),
    max,
    refused: { ...refused, successes: refused.successes + 1 },
  };
}
