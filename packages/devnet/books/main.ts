/**
 * Many random sales on two real chains, and the model's word on every unit of every currency.
 *
 *   npm run soak:books -- --sales 2000 --seed 7
 *   npm run soak:books -- --record docs/reports/books.md
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startWorld } from "./chains/world.ts";
import { factsOfChains, statementDifferences } from "./compare/chain-facts.ts";
import { statementsOf } from "./compare/statements.ts";
import { bookReport } from "./report.ts";
import { runChains } from "./run-chains.ts";

const PROGRESS = 250;
const INTERRUPTED = 130;

const { values } = parseArgs({
  options: {
    sales: { type: "string", default: "2000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    look: { type: "string", default: "1" },
    record: { type: "string" },
  },
});
const [sales, seed, lookEvery] = [values.sales, values.seed, values.look].map(Number) as [
  number,
  number,
  number,
];
const print = (line: string) => process.stdout.write(`${line}\n`);
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1_000);

print(`${sales} sales, seed ${seed}`);
const world = await startWorld();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => world.stop().finally(() => process.exit(INTERRUPTED)));
}
try {
  print(`${seconds()} s  the stage is set`);
  const run = await runChains({
    ...{ world, seed, sales, lookEvery },
    onDeed: ({ number, books }) => {
      if (number % PROGRESS === 0) print(`${seconds()} s  ${number} deeds, ${books.sales} sales`);
    },
  });
  const model = statementsOf(world.stage, run.facts);
  const facts = await factsOfChains(world);
  const chains = statementsOf(world.stage, facts);
  const wrong = [
    ...(run.mismatch === undefined ? [] : [run.mismatch]),
    ...[...model.reconciliation.differences, ...chains.reconciliation.differences].map(
      ({ kind, of }) => `statements and totals differ: ${kind} ${of ?? ""}`,
    ),
    ...statementDifferences(model.statements, chains.statements),
  ];
  const report = bookReport({ seed, lookEvery, seconds: seconds(), run, facts, chains, wrong });
  print(report);
  if (values.record !== undefined) writeFileSync(values.record, report);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await world.stop();
}
