/**
 * Every law for longer than `npm test` has time for: `npm run soak:contracts -- --runs 32 --depth 120`. Each run is a
 * random schedule of as many calls; a law that breaks is printed with the shortest schedule that breaks it.
 */
import { parseArgs } from "node:util";
import { forge } from "./forge.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "32" },
    depth: { type: "string", default: "120" },
    seed: { type: "string" },
  },
});

process.env.FOUNDRY_INVARIANT_RUNS = values.runs;
process.env.FOUNDRY_INVARIANT_DEPTH = values.depth;
const seed = values.seed === undefined ? [] : ["--fuzz-seed", values.seed];
process.exitCode = forge("test", "test", "--match-path", "test/invariant/*", ...seed);
