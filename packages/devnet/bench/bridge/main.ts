/**
 * How many NFTs a second five real nodes carry from one chain to another.
 *
 *   npm run bench:bridge -- --transfers 500,2000,8000
 */
import { parseArgs } from "node:util";
import { describeMachine, describeRun } from "./print.ts";
import { runBench } from "./run-bench.ts";

const { values } = parseArgs({
  options: {
    transfers: { type: "string", default: "2000" },
    rate: { type: "string" },
  },
});
const sizes = values.transfers.split(",").map(Number);
const print = (line: string) => process.stdout.write(`${line}\n`);

print(describeMachine());
for (const transfers of sizes) {
  print(`\n${transfers} transfers`);
  const figures = await runBench({
    transfers,
    ...(values.rate === undefined ? {} : { rate: Number(values.rate) }),
    onStep: (what) => print(`  ${what}`),
  });
  print(`\n${describeRun(figures)}`);
}
