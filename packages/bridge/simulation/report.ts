import type { Result } from "./run.ts";

/** A failed simulation, in words: what broke, what happened last, and how to see it again. */
export function tell({ seed, broken, lines }: Result): string {
  return [
    `Seed ${seed}: ${broken?.message ?? "no law broke"}`,
    ...lines,
    `Again: npm run soak:simulation -- --seed ${seed} --trace`,
  ].join("\n");
}
