/** Where people's works hang; the platform's own hang at the first three. */
const SPOTS = ["4", "5", "6", "7", "8", "9"] as const;

/** How long a work hangs that nobody can buy, in milliseconds. */
const PATIENCE = 3_600_000;

/** A work on the wall, as far as its place is concerned. */
export interface Hanging {
  readonly id: string;
  readonly spot: string;
  /** Whether somebody has bought it. */
  readonly isSold: boolean;
  /** When it could be bought the last time, or was hung, in Unix milliseconds. */
  readonly offeredAt: number;
}

/** Where a work is hung, and what gives way to it. */
export interface ChosenSpot {
  readonly spot: string;
  readonly instead?: string;
}

/**
 * The next free spot, or that of the oldest work that is sold, or could not be bought for an hour; undefined where all hang for
 * sale.
 *
 * @param hanging - oldest first
 * @param now - Unix milliseconds
 */
export function chooseSpot(hanging: readonly Hanging[], now: number): ChosenSpot | undefined {
  const free = SPOTS.find((spot) => hanging.every((work) => work.spot !== spot));
  if (free !== undefined) return { spot: free };
  const done = hanging.find(({ isSold, offeredAt }) => isSold || now - offeredAt >= PATIENCE);
  return done === undefined ? undefined : { spot: done.spot, instead: done.id };
}
