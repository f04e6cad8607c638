import type { Bench, Verdict } from "./bench.ts";
import { type Code, type Compiler, NotCompiled } from "./compiler.ts";
import type { Fate } from "./journal.ts";
import { type Mutant, mutated } from "./mutants.ts";

/** Longer than all tests together ever take, in seconds. */
const PATIENCE = 900;

/** Half of the time that all unit tests take. */
const SLOW =
  "test/unit/{Claiming,Delivery,GasGuard,HaltAndReAnchor,Metadata,Pausing,RetryRace,UnitsCrossing}.t.sol";

/** Quick ones first: the others are asked about what these let live. */
const ROUNDS = [
  { only: "test/{unit,contract}/*", except: SLOW },
  { only: SLOW },
  { only: "test/invariant/*" },
];

/** Where sales and payments are, which the bridge's tests never touch. */
const MONEY = /^src\/(market|payment|payout|policies)\//;
const SPLITS = "ClaimingCredits,HostileSplits,NestedSplits,Split*";
const MONEY_ROUNDS = [
  { only: `test/{contract/*,unit/{${SPLITS},SaleOrders,Selling*,SmartAccounts}.t.sol}` },
  { only: "test/invariant/{Dividing,Selling*}.t.sol" },
];

const roundsOf = (file: string): readonly Round[] => (MONEY.test(file) ? MONEY_ROUNDS : ROUNDS);

/** Tests that are run together. */
interface Round {
  readonly only: string;
  readonly except?: string;
}

/** What the tests say of the code without mistakes. */
export interface Baseline {
  code: Code;
  /** Tests that hold only for optimized code: they say nothing here. */
  failed: ReadonlySet<string>;
}

/** Runs all tests that may be asked about some files against the code without mistakes. */
export async function baselineOf(
  compiler: Compiler,
  contracts: readonly string[],
  bench: Bench,
  files: readonly string[],
) {
  const code = compiler.compile(contracts);
  bench.install(code);
  const failed = new Set<string>();
  for (const round of new Set(files.flatMap(roundsOf))) {
    const verdict = await bench.test({ ...round, failFast: false, seconds: PATIENCE });
    if (verdict.timedOut) throw new Error("The tests did not end");
    for (const test of verdict.failed) failed.add(test);
  }
  return { code, failed };
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
  const verdict = await firstFailure(bench, roundsOf(mutant.file), baseline.failed);
  bench.install(baseline.code);
  if (verdict.timedOut) return { fate: "timeout", by: [] };
  if (verdict.failed.length > 0) return { fate: "killed", by: verdict.failed };
  return { fate: isSame(compiler, contracts, changed) ? "equivalent" : "survived", by: [] };
}

async function firstFailure(
  bench: Bench,
  rounds: readonly Round[],
  expected: ReadonlySet<string>,
): Promise<Verdict> {
  for (const round of rounds) {
    const { failed, timedOut } = await bench.test({
      ...round,
      failFast: true,
      seconds: PATIENCE,
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

/** What the optimizer makes of contracts without mistakes, once it was asked. */
const optimized = new Map<string, string>();

/** Whether the optimizer makes the same code with the mistake as without it. */
function isSame(compiler: Compiler, contracts: string[], changed: Record<string, string>): boolean {
  return contracts.every((contract) => {
    const right = optimized.get(contract) ?? JSON.stringify(compiler.compile([contract], {}, true));
    optimized.set(contract, right);
    return JSON.stringify(compiler.compile([contract], changed, true)) === right;
  });
}
