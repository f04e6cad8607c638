import { createHash } from "node:crypto";
import { grouped } from "./group.ts";
import type { Mutant } from "./mutants.ts";

/**
 * The mutants in an order of which every beginning is a fair sample: it takes from each file the same share, and from
 * within a file at random. The same seed gives the same order.
 */
export function sampled(mutants: readonly Mutant[], seed: string): Mutant[] {
  const byFile = grouped(mutants, ({ file }) => file);
  const placed = [...byFile].flatMap(([file, its]) => {
    // Files would otherwise begin in the same step.
    const offset = chance(seed, file);
    const shuffled = its
      .map((mutant) => ({ mutant, draw: chance(seed, mutant.id) }))
      .sort((x, y) => x.draw - y.draw);
    return shuffled.map(({ mutant }, i) => ({ mutant, at: (i + offset) / its.length }));
  });
  return placed.sort((x, y) => x.at - y.at).map(({ mutant }) => mutant);
}

/** A number from 0 to 1 that follows from the seed. */
function chance(seed: string, of: string): number {
  const hash = createHash("sha256").update(`${seed}\n${of}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
