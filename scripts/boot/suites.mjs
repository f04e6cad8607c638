import { mkdirSync, rmSync } from "node:fs";
import { BOOT_DIR, ROOT } from "./paths.mjs";
import { countsOfForge, countsOfReport, isGood } from "./results.mjs";
import { runNode } from "./run.mjs";
import { closingLine, suiteTable } from "./summary.mjs";

const vitest = (folder) => ({ folder, kind: "vitest" });
const script = (folder, file) => ({ folder, file, kind: "script" });

/** What each suite runs, in order. `npm test` is all of them. */
export const SUITES = {
  "test:contracts": [script("packages/contracts", "scripts/test.ts")],
  "test:sdk": [
    script("scripts", "ensure-ipfs-rpc.mjs"),
    vitest("packages/sdk"),
    vitest("packages/cli"),
    vitest("scripts"),
  ],
  "test:bridge": [vitest("packages/bridge"), vitest("packages/devnet")],
  "test:world": [vitest("apps/demo-world")],
};

/** Runs suites one after the other, all of them even when one fails, and sums them up. */
export async function runSuites(names, args) {
  const results = [];
  for (const name of names) {
    for (const step of SUITES[name]) results.push({ name, ...(await runStep(step, args)) });
  }
  console.log(`\n${suiteTable(results)}\n\n${closingLine(results)}`);
  return results.every((result) => isGood(result, process.env)) ? 0 : 1;
}

async function runStep(step, args) {
  console.log(`\n── ${step.folder}${step.file ? `/${step.file}` : ""}`);
  const started = Date.now();
  const result = step.kind === "vitest" ? await runVitest(step, args) : await runScript(step);
  return { step: step.file ?? step.folder, seconds: (Date.now() - started) / 1_000, ...result };
}

async function runVitest({ folder }, args) {
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
    { cwd: `${ROOT}/${folder}` },
  );
  return { code, ...countsOfReport(report, code) };
}

/** A script that is no Vitest suite says its counts in Forge's words, or counts as one test. */
async function runScript({ folder, file }) {
  let output = "";
  const code = await runNode([file], {
    cwd: `${ROOT}/${folder}`,
    onOutput: (text) => {
      output += text;
    },
  });
  return { code, ...countsOfForge(output, code) };
}
