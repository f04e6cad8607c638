/** Seeds that once failed, with what they found. They are played first, and always. */
export const FAILED_SEEDS: readonly { seed: number; found: string }[] = [
  {
    seed: 140,
    found: "a rewritten chain that was read range by range seemed to have a gap, for ever",
  },
];
