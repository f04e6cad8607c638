import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { BOOT_DIR, ROOT } from "./paths.mjs";
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
  return results.every(isGood) ? 0 : 1;
}

/** With CI set nothing may be skipped: a missing tool, browser or data folder is a failure there. */
function isGood({ code, failed, skipped }) {
  return code === 0 && failed === 0 && (skipped === 0 || process.env.CI !== "true");
}

async function runStep(step, args) {
  console.log(`\n── ${step.folder}${step.file ? `/${step.file}` : ""}`);
  const started = Date.now();
  const result = step.kind === "vitest" ? await runVitest(step, args) : await runScript(step, args);
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
      ...args,
    ],
    { cwd: `${ROOT}/${folder}` },
  );
  return { code, ...countsOfReport(report, code) };
}

function countsOfReport(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(report, "utf8"));
  return {
    passed: counts.numPassedTests,
    // A file that does not load has no failed test, and is a failure all the same.
    failed: counts.numFailedTests || (code === 0 ? 0 : 1),
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

/** A script that is no Vitest suite says its counts in Forge's words, or counts as one test. */
async function runScript({ folder, file }, args) {
  let output = "";
  const code = await runNode([file, ...args], {
    cwd: `${ROOT}/${folder}`,
    onOutput: (text) => {
      output += text;
    },
  });
  return { code, ...countsOfForge(output, code) };
}

function countsOfForge(output, code) {
  const line = [...output.matchAll(/(\d+) tests passed, (\d+) failed, (\d+) skipped/g)].at(-1);
  const [passed, failed, skipped] = (line?.slice(1) ?? [0, 0, 0]).map(Number);
  return { passed, failed: failed || (code === 0 ? 0 : 1), skipped };
}
