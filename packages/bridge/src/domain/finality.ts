import type { Finality } from "@ryugu/sdk/zone";

/**
 * The height of the newest final block.
 *
 * @param latest - the chain's newest block
 * @param tagged - the block under the `finalized` tag, where the chain has it
 * @returns -1 when nothing is final yet
 */
export function finalBlock(finality: Finality, latest: number, tagged: number | undefined): number {
  if (finality.kind === "instant") return latest;
  if (finality.kind === "depth") return Math.max(-1, latest - finality.depth);
  return tagged === undefined ? -1 : Math.min(tagged, latest);
}
