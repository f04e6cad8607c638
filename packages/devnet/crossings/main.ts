/**
 * Many random transfers from the SDK over three real chains while things go wrong, and the model's word on who holds what at
 * the end.
 *
 *   npm run soak:crossings -- --count 1000 --seed 7
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ALL_FAULTS } from "./faults/misfortune.ts";
import type { Crew } from "./people/crew.ts";
import { describeRun } from "./print/report.ts";
import { isProof, runCrossings } from "./run-crossings.ts";
import { closeStage, openStage } from "./stage/open-stage.ts";

const PATIENCE = 240_000;
const AT_ONCE = 90;
const INTERRUPTED = 130;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    keep: { type: "boolean", default: false },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const folder = mkdtempSync(join(tmpdir(), "ryugu-crossings-"));
const print = (line: string) => process.stdout.write(`${line}\n`);

const began = Date.now();
const clock = () => `${((Date.now() - began) / 1_000).toFixed(0).padStart(4)} s`;
const progress = ({ book }: Crew) =>
  print(`${clock()}  ${book.standing} sent, ${book.underWay.length} under way`);

print(`${count} transfers, seed ${seed}. The zone is in ${folder}`);
const stage = await openStage({ folder, seed });
// Processes of a zone outlive who started them; whoever interrupts wants them gone too.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => closeStage(stage).finally(() => process.exit(INTERRUPTED)));
}
print(`${clock()}  the stage is set`);
try {
  const result = await runCrossings({
    ...{ stage, seed, count, atOnce: AT_ONCE, faults: ALL_FAULTS, patience: PATIENCE },
    onProgress: progress,
    onFault: (name) => print(`${clock()}  ${name}`),
  });
  print(`\n${describeRun(result)}`);
  process.exitCode = isProof(result) ? 0 : 1;
} finally {
  await closeStage(stage);
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
