/**
 * Every law for longer than `npm test` has time for: `npm run soak:contracts -- --runs 32 --depth 120 --schedules 40`.
 * First the invariants on the contracts, of which each run is a random schedule of as many calls; a law that breaks is
 * printed with the shortest schedule that breaks it. Then the model against the contracts, for as many schedules.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { forge, PACKAGE_ROOT } from "./forge.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "32" },
    depth: { type: "string", default: "120" },
    schedules: { type: "string", default: "40" },
    seed: { type: "string" },
  },
});

process.env.FOUNDRY_INVARIANT_RUNS = values.runs;
process.env.FOUNDRY_INVARIANT_DEPTH = values.depth;
const seed = values.seed === undefined ? [] : ["--fuzz-seed", values.seed];
const laws = forge("test", "test", "--match-path", "test/invariant/*", ...seed);
const comparison = ["model/differential/soak.ts", "--schedules", values.schedules];
const from = values.seed === undefined ? [] : ["--from", values.seed];
const { status } = spawnSync(process.execPath, [...comparison, ...from], {
  cwd: PACKAGE_ROOT,
  stdio: "inherit",
});
process.exitCode = laws || (status ?? 1);
