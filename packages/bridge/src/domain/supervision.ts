/**
 * How long to wait before something that failed is tried again, in milliseconds: doubled each time, up to a bound.
 *
 * @param failures - how often it failed in a row, this time included
 */
export function restartDelay(failures: number, bounds: { first: number; most: number }): number {
  return Math.min(bounds.most, bounds.first * 2 ** Math.min(Math.max(0, failures - 1), 30));
}
