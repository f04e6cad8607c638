import type { Disasters } from "../actors/schedule.ts";

/** A quarter of the schedules each: everyday life, a captured chain, a rewritten one, one that dies. */
export const disastersOf = (seed: number): Disasters => ({
  capture: seed % 4 === 1,
  rewrite: seed % 4 === 2,
  death: seed % 4 === 3,
  lies: seed % 8 === 7,
});

/** Schedules in which model and contracts once differed. They are always played. */
export const ONCE_FAILED: readonly { readonly seed: number; readonly steps: number }[] = [
  { seed: 3, steps: 90 },
  // Once, in a long run, a chain did not go back to its snapshot.
  { seed: 42, steps: 60 },
];
