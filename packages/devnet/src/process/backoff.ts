const FIRST = 250;
const LONGEST = 10_000;
/** A process that lived this long, in milliseconds, had started well. */
const LONG_LIFE = 30_000;

/** How long to wait before a process is started again, in milliseconds: doubling while it keeps ending early. */
export function backoff(restarts: number, livedFor: number): number {
  if (livedFor >= LONG_LIFE) return FIRST;
  return Math.min(LONGEST, FIRST * 2 ** Math.max(0, restarts - 1));
}
