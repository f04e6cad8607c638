/**
 * Puts mistakes into the core, one at a time, and asks the tests to find them.
 *
 *   node mutation/run.ts                 goes on with the sample; fails below 90 % or with a survivor that nobody explained
 *   node mutation/run.ts --sample 500    a larger beginning of the same order
 *   node mutation/run.ts --seed other    another order
 *   node mutation/run.ts --workers 2     so many at once
 *   node mutation/run.ts --report        nothing but what is known so far
 *   node mutation/run.ts --file 'market|PerBuyerCap'   only mutants of files whose path has this in it, as a pattern
 */
import { parseArgs } from "node:util";
import { Bench } from "./bench.ts";
import { Compiler } from "./compiler.ts";
import { CONTRACTS, coreFiles } from "./core.ts";
import { Journal } from "./journal.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { explainedSurvivors, report } from "./report.ts";
import { sampled } from "./sample.ts";
import { type Baseline, baselineOf, tryMutant } from "./trial.ts";

const { values: options } = parseArgs({
  options: {
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "ryugu" },
    workers: { type: "string", default: "1" },
    file: { type: "string", default: "" },
    report: { type: "boolean", default: false },
  },
});

const print = (line: string) => process.stdout.write(`${line}\n`);

const compiler = new Compiler(CONTRACTS);
const wanted = new RegExp(options.file);
const files = coreFiles().filter((file) => wanted.test(file));
const all = mutantsOf(compiler, files);
const sample = sampled(all, options.seed).slice(0, Number(options.sample));
const journal = new Journal();
const reasons = explainedSurvivors();
const explained = new Set(Object.keys(reasons));
const known = journal.known(sample, explained);
const waiting = sample.filter(({ id }) => !known.has(id));

print(`${all.length} mutants of ${files.length} files; ${sample.length} in the sample.`);
if (!options.report && waiting.length > 0) await tryAll(waiting);
process.exitCode = report(sample, journal.known(sample, explained), reasons, print) ? 0 : 1;

async function tryAll(mutants: Mutant[]): Promise<void> {
  const first = new Bench("mutation-0");
  print("Compiling the tests, and running them without mistakes …");
  await first.prepare();
  const baseline = await baselineOf(compiler, CONTRACTS, first, files);
  print(`Left out, because only optimized code keeps them: ${[...baseline.failed].join(", ")}.`);
  const queue = mutants.values();
  const others = Array.from({ length: Number(options.workers) - 1 }, (_, i) => {
    const bench = new Bench(`mutation-${i + 1}`, first);
    bench.install(baseline.code);
    return bench;
  });
  await Promise.all([first, ...others].map((bench) => work(bench, baseline, queue)));
}

async function work(bench: Bench, baseline: Baseline, queue: Iterator<Mutant> & Iterable<Mutant>) {
  for (const mutant of queue) {
    const started = Date.now();
    const { fate, by } = await tryMutant(compiler, bench, baseline, mutant);
    const seconds = Math.round((Date.now() - started) / 1_000);
    journal.add(mutant, { fate, by, seconds });
    const where = `${mutant.file}:${mutant.line}`;
    print(`${fate.padEnd(10)} ${String(seconds).padStart(4)} s  ${where}  ${by.join(", ")}`);
    if (fate === "survived") print(`    - ${mutant.before}\n    + ${mutant.after}`);
  }
}
