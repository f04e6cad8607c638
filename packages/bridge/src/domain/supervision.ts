/** How long to wait before a failed task is tried again, in milliseconds: doubled each time, up to a bound. */
export function restartDelay(failures: number, bounds: { first: number; most: number }): number {
  return Math.min(bounds.most, bounds.first * 2 ** Math.min(Math.max(0, failures - 1), 30));
}
