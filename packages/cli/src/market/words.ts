import { UsageError } from "../errors.ts";

const MOST_COUNT = 1_000_000;

/** Reads how many tokens are meant; 1 where nothing is said. Throws UsageError. */
export function readCount(text: string | undefined, option: string): number {
  if (text === undefined) return 1;
  const count = /^[0-9]{1,7}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_COUNT) return count;
  throw new UsageError(`${option} is a whole number from 1 to ${MOST_COUNT}: ${text}`);
}
