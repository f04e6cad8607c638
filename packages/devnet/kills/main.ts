/**
 * Processes of a zone are killed at random under load; at the end the chains say what came of it.
 *
 *   npm run soak:kills -- --minutes 60 --transfers 10000 --seed 1
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawKills } from "./chart.ts";
import { describeKills, nameOf, titleOf } from "./report.ts";
import { isProof, type KillsResult, runKills } from "./run-kills.ts";
import { readSettings } from "./settings.ts";

const REPORTS = fileURLToPath(new URL("../../../docs/reports/", import.meta.url));

const settings = readSettings(process.argv.slice(2));
const { minutes, transfers, seed } = settings;
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
    ...settings,
    folder,
    signal: interrupted.signal,
    onProgress: ({ standing, underWay }) =>
      print(`${clock()}  ${standing.length} sent, ${underWay} under way`),
    onMisfortune: (what) => print(`${clock()}  ${nameOf(what)}`),
    onUpgrade: ({ process: name }) => print(`${clock()}  ${name} is of the next release`),
  });
  const report = describeKills(result, settings);
  print(`\n${report}`);
  if (settings.record) record(result, report);
  process.exitCode = isProof(result) ? 0 : 1;
} finally {
  if (!settings.keep) rmSync(folder, { recursive: true, force: true });
}

function record(result: KillsResult, report: string): void {
  const name = settings.scaleOut ? "kills-postgres" : "kills";
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(join(REPORTS, `${name}.svg`), `${drawKills(result)}\n`);
  const chart = `![How long transfers took, over the minutes](${name}.svg)`;
  writeFileSync(join(REPORTS, `${name}.md`), `# ${titleOf(settings)}\n\n${report}\n\n${chart}\n`);
}
