/** How many blocks to ask for at once: it shrinks when a provider refuses and grows back slowly. */
export interface RangeSize {
  readonly current: number;
  readonly max: number;
}

/** Starts at the largest size allowed. */
export function rangeSize(max: number): RangeSize {
  return { current: max, max };
}

/** After a refusal or a timeout: a quarter, at least one block. */
export function shrinkRange(size: RangeSize): RangeSize {
  return { ...size, current: Math.max(1, Math.floor(size.current / 4)) };
}

/** After a success: half as much again. */
export function growRange(size: RangeSize): RangeSize {
  return { ...size, current: Math.min(size.max, Math.ceil(size.current * 1.5)) };
}
