import type { Bench, Verdict } from "./bench.ts";
import { type Code, type Compiler, NotCompiled } from "./compiler.ts";
import type { Fate } from "./journal.ts";
import { type Mutant, mutated } from "./mutants.ts";

/** Longer than all tests together ever take, in seconds. */
const PATIENCE = 900;

/** Cheap ones first: invariants are asked about what every other test let live. */
const ROUNDS = ["test/unit/*", "test/invariant/*"];

/** What the tests say of the code without mistakes. */
export interface Baseline {
  code: Code;
  /** Tests that hold only for optimized code: they say nothing here. */
  failed: ReadonlySet<string>;
}

/** Runs all tests against the code without mistakes. */
export async function baselineOf(compiler: Compiler, contracts: readonly string[], bench: Bench) {
  const code = compiler.compile(contracts);
  bench.install(code);
  const { failed, timedOut } = await bench.test({ failFast: false, seconds: PATIENCE });
  if (timedOut) throw new Error("The tests did not end");
  return { code, failed: new Set(failed) };
}

/** Puts one mistake into the code, runs the tests, and takes it out again. */
export async function tryMutant(
  compiler: Compiler,
  bench: Bench,
  baseline: Baseline,
  mutant: Mutant,
): Promise<{ fate: Fate; by: string[] }> {
  const contracts = compiler.affected(mutant.file);
  const changed = { [mutant.file]: mutated(compiler.source(mutant.file), mutant) };
  const code = compiled(compiler, contracts, changed);
  if (code === undefined) return { fate: "stillborn", by: [] };

  bench.install(code);
  const verdict = await firstFailure(bench, baseline.failed);
  bench.install(baseline.code);
  if (verdict.timedOut) return { fate: "timeout", by: [] };
  if (verdict.failed.length > 0) return { fate: "killed", by: verdict.failed };
  return { fate: isSame(compiler, contracts, changed) ? "equivalent" : "survived", by: [] };
}

async function firstFailure(bench: Bench, expected: ReadonlySet<string>): Promise<Verdict> {
  for (const only of ROUNDS) {
    const { failed, timedOut } = await bench.test({
      failFast: true,
      seconds: PATIENCE,
      only,
      without: expected,
    });
    if (timedOut || failed.length > 0) return { failed, timedOut };
  }
  return { failed: [], timedOut: false };
}

function compiled(compiler: Compiler, contracts: string[], changed: Record<string, string>) {
  try {
    return compiler.compile(contracts, changed);
  } catch (error) {
    if (error instanceof NotCompiled) return undefined;
    throw error;
  }
}

/** Whether the optimizer makes the same code with the mistake as without it. */
function isSame(compiler: Compiler, contracts: string[], changed: Record<string, string>): boolean {
  return contracts.every((contract) => {
    const [right, wrong] = [{}, changed].map((files) => compiler.compile([contract], files, true));
    return JSON.stringify(right) === JSON.stringify(wrong);
  });
}
