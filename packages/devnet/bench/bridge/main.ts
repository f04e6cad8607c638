/**
 * How many NFTs a second five real nodes carry from one chain to another.
 *
 *   npm run bench:bridge -- --transfers 500,2000,8000 --record
 */
import { parseArgs } from "node:util";
import type { Figures } from "./figures.ts";
import { describeMachine, describeRun } from "./print.ts";
import { recordRuns } from "./record.ts";
import { runBench } from "./run-bench.ts";

const { values } = parseArgs({
  options: {
    transfers: { type: "string", default: "2000" },
    rate: { type: "string" },
    record: { type: "boolean", default: false },
  },
});
const sizes = values.transfers.split(",").map(Number);
const print = (line: string) => process.stdout.write(`${line}\n`);

print(describeMachine());
const runs: Figures[] = [];
for (const transfers of sizes) {
  print(`\n${transfers} transfers`);
  const figures = await runBench({
    transfers,
    ...(values.rate === undefined ? {} : { rate: Number(values.rate) }),
    onStep: (what) => print(`  ${what}`),
  });
  print(`\n${describeRun(figures)}`);
  runs.push(figures);
}
if (values.record) recordRuns(runs);
