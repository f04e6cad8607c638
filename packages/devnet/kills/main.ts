/**
 * Processes of a zone are killed at random under load; at the end the chains say what came of it.
 *
 *   npm run soak:kills -- --minutes 60 --transfers 10000 --seed 1
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawKills } from "./chart.ts";
import { describeKills, nameOf } from "./report.ts";
import { isProof, runKills } from "./run-kills.ts";

const REPORT = fileURLToPath(new URL("../../../docs/reports/kills.md", import.meta.url));
const CHART = fileURLToPath(new URL("../../../docs/reports/kills.svg", import.meta.url));
const MINUTE = 60_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    transfers: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    "spare-chains": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const [minutes, transfers, seed] = [values.minutes, values.transfers, values.seed].map(Number);
if (minutes === undefined || transfers === undefined || seed === undefined) process.exit(2);
const folder = mkdtempSync(join(tmpdir(), "ryugu-kills-"));
const print = (line: string) => process.stdout.write(`${line}\n`);
const began = Date.now();
const clock = () => `${((Date.now() - began) / 1_000).toFixed(0).padStart(5)} s`;

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => interrupted.abort(new Error("Interrupted.")));

print(`${transfers} transfers in ${minutes} minutes, seed ${seed}. The zone is in ${folder}`);
try {
  const result = await runKills({
    ...{ folder, seed, transfers, duration: minutes * MINUTE },
    spareChains: values["spare-chains"],
    signal: interrupted.signal,
    onProgress: ({ standing, underWay }) =>
      print(`${clock()}  ${standing.length} sent, ${underWay} under way`),
    onMisfortune: (what) => print(`${clock()}  ${nameOf(what)}`),
  });
  const report = describeKills(result, { seed, minutes });
  print(`\n${report}`);
  if (values.record) {
    mkdirSync(dirname(REPORT), { recursive: true });
    writeFileSync(CHART, `${drawKills(result)}\n`);
    const chart = "![How long transfers took, over the minutes](kills.svg)";
    writeFileSync(REPORT, `# Kills under load\n\n${report}\n\n${chart}\n`);
  }
  process.exitCode = isProof(result) ? 0 : 1;
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
