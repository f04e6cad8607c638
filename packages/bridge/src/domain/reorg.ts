import type { BlockRef } from "./position.ts";

/**
 * The newest of the remembered blocks that still stands, going down from the newest.
 *
 * @param remembered - in any order; the last final block should be among them
 * @param standing - the chain's hash at a height now; undefined where it has no block
 * @returns undefined when none stands: the fork lies below everything remembered
 */
export async function commonBlock(
  remembered: readonly BlockRef[],
  standing: (number: number) => Promise<string | undefined>,
): Promise<BlockRef | undefined> {
  const descending = [...remembered].sort((a, b) => b.number - a.number);
  for (const block of descending) {
    if ((await standing(block.number)) === block.hash) return block;
  }
  return undefined;
}
