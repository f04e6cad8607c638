/**
 * What of `src/` the tests run, by file; exits with 1 below 95 % of all lines or of all branches.
 *
 *   node scripts/coverage.ts            compile, run, print
 *   node scripts/coverage.ts --missed   with the lines that were missed
 *   node scripts/coverage.ts --again    print what the last run found
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { foundryBinary } from "./forge.ts";
import { type FileCoverage, parseLcov, percent, total } from "./lcov.ts";
import { stage, stagePath } from "./plain/stage.ts";

const NEEDED = 95;

/** Tests that need what is shipped; `npm test` runs them on it. */
const LEFT_OUT = [
  { test: "test_AddressesAreKnownBeforehandWhoeverDeploys", reason: "keeps the code-size limit" },
  { test: "test_OneAmidstThemPaysHardlyMore", reason: "keeps a gas ceiling" },
  { test: "test_NothingIsInitialised", reason: "reads the ABIs that the build wrote" },
  { test: "test_NoSelectorCollides", reason: "reads the ABIs that the build wrote" },
  { test: "test_NoFunctionIsLeftOut", reason: "reads the ABIs that the build wrote" },
];

const print = (line: string) => process.stdout.write(`${line}\n`);
const again = process.argv.includes("--again");

const status = again ? 0 : run();
if (status === 0) {
  const tracefile = readFileSync(join(stagePath("coverage"), "lcov.info"), "utf8");
  const ours = parseLcov(tracefile).filter(({ file }) => file.startsWith("src/"));
  process.exitCode = printTable(ours) ? 0 : 1;
} else {
  process.exitCode = status;
}

function run(): number {
  for (const { test, reason } of LEFT_OUT) print(`Left out: ${test}, which ${reason}.`);
  const names = LEFT_OUT.map(({ test }) => test).join("|");
  const args = ["--exclude-tests", "--report", "lcov", "--no-match-path", "test/invariant/*"];
  const ran = spawnSync(
    foundryBinary("forge"),
    ["coverage", ...args, "--no-match-test", `^(${names})\\b`],
    {
      cwd: stage("coverage"),
      stdio: "inherit",
      env: { ...process.env, FOUNDRY_PROFILE: "coverage" },
    },
  );
  if (ran.error) throw ran.error;
  return ran.status ?? 1;
}

function printTable(files: readonly FileCoverage[]): boolean {
  const lines = total(files.map((file) => file.lines));
  const branches = total(files.map((file) => file.branches));
  const all = { file: "all of src/", lines, branches, missed: [] };
  print(`\n${"".padEnd(46)}${"lines".padStart(20)}${"branches".padStart(20)}`);
  for (const { file, lines, branches, missed } of [...files, all]) {
    const cells = [lines, branches].map((share) => {
      const counted = `${share.hit}/${share.found}`;
      return `${counted.padStart(10)}${percent(share).toFixed(1).padStart(8)} %`;
    });
    print(file.padEnd(46) + cells.join(""));
    if (process.argv.includes("--missed") && missed.length > 0) print(`    ${missed.join(" ")}`);
  }
  return percent(lines) >= NEEDED && percent(branches) >= NEEDED;
}
