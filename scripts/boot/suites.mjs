import { mkdirSync, rmSync } from "node:fs";
import { BOOT_DIR, ROOT } from "./paths.mjs";
import { countsOfForge, countsOfReport, failuresOfReport, isGood } from "./results.mjs";
import { runNode } from "./run.mjs";
import { closingLine, failureList, suiteTable } from "./summary.mjs";
import { openTerminal } from "./terminal.mjs";

const vitest = (folder) => ({ folder, kind: "vitest" });
const script = (folder, file) => ({ folder, file, kind: "script" });

/**
 * What each suite runs, in order; what stands in one list runs beside each other. `npm test` is all of them. Devnet's
 * tests wait for blocks while the bridge's compute.
 */
export const SUITES = {
  "test:contracts": [script("packages/contracts", "scripts/test.ts"), vitest("packages/contracts")],
  "test:sdk": [
    script("scripts", "ensure-ipfs-rpc.mjs"),
    vitest("packages/sdk"),
    vitest("packages/cli"),
    vitest("scripts"),
    vitest("tools/build-once"),
  ],
  "test:bridge": [[vitest("packages/bridge"), vitest("packages/devnet")]],
  "test:guides": [vitest("packages/devnet/guides")],
  "test:world": [vitest("tools/treasures"), vitest("apps/demo-world")],
};

/** How much of a failed script's output is shown again at the end, in characters. */
const OUTPUT_TAIL = 3_000;

/**
 * Which suites of several run beside each other: the bridge's tests wait for blocks of one second, the others
 * compile and compute. Two cores do both at once.
 */
const LANES = [
  ["test:contracts", "test:sdk", "test:world"],
  ["test:bridge", "test:guides"],
];

/** Runs suites, all of them even when one fails, and sums them up. */
export async function runSuites(names, args) {
  const lanes = LANES.map((lane) => lane.filter((name) => names.includes(name)));
  const busy = lanes.filter((lane) => lane.length > 0);
  const terminal = openTerminal(busy.length > 1 || names.some(runsBesides));
  const results = (await Promise.all(busy.map((lane) => runLane(lane, args, terminal)))).flat();
  terminal.close();
  console.log(`${failureList(results)}\n${suiteTable(results)}\n\n${closingLine(results)}`);
  return results.every((result) => isGood(result, process.env)) ? 0 : 1;
}

const runsBesides = (name) => SUITES[name].some(Array.isArray);

async function runLane(names, args, terminal) {
  const results = [];
  for (const name of names) {
    for (const steps of SUITES[name]) {
      const beside = [steps].flat().map((step) => runStep(step, args, terminal));
      for (const result of await Promise.all(beside)) results.push({ name, ...result });
    }
  }
  return results;
}

async function runStep(step, args, terminal) {
  const name = step.file ?? step.folder;
  const page = terminal.open(name);
  const started = Date.now();
  const run = step.kind === "vitest" ? runVitest : runScript;
  const result = await run(step, args, page.write);
  page.close();
  return { step: name, seconds: (Date.now() - started) / 1_000, ...result };
}

async function runVitest({ folder }, args, onOutput) {
  const report = `${BOOT_DIR}/report-${folder.replaceAll("/", "-")}.json`;
  mkdirSync(BOOT_DIR, { recursive: true });
  rmSync(report, { force: true });
  const code = await runNode(
    [
      `${ROOT}/node_modules/vitest/vitest.mjs`,
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      // Arguments usually name some tests, which not every step has.
      ...(args.length > 0 ? ["--passWithNoTests", ...args] : []),
    ],
    { cwd: `${ROOT}/${folder}`, onOutput, env: colour() },
  );
  return { code, ...countsOfReport(report, code), failures: failuresOfReport(report) };
}

/** A script that is no Vitest suite says its counts in Forge's words, or counts as one test. */
async function runScript({ folder, file }, _, onOutput) {
  let output = "";
  const code = await runNode([file], {
    cwd: `${ROOT}/${folder}`,
    onOutput: (text) => {
      output += text;
      onOutput(text);
    },
  });
  const failures =
    code === 0 ? [] : [{ name: `${folder}/${file}`, message: output.slice(-OUTPUT_TAIL) }];
  return { code, ...countsOfForge(output, code), failures };
}

/** What is read through a pipe may still end on a terminal. */
function colour() {
  const wanted = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return wanted ? { FORCE_COLOR: "1" } : {};
}
