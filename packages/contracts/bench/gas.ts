/**
 * The gas of everything that a person or a relayer pays for, beside the peers' figures and our ceilings.
 *
 *   node bench/gas.ts            measure and print a table; exits with 1 where a ceiling is missed
 *   node bench/gas.ts --json     the same as one JSON object
 *   node bench/gas.ts --check    compare with snapshots/gas.json; exits with 1 where it is not the same
 *   node bench/gas.ts --update   write snapshots/gas.json
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forge, PACKAGE_ROOT } from "../scripts/forge.ts";
import { CEILINGS } from "./ceilings.ts";
import { type Measurements, measure } from "./measure.ts";

const SNAPSHOT = join(PACKAGE_ROOT, "snapshots", "gas.json");
const NUMBER = new Intl.NumberFormat("en");
const has = (flag: string) => process.argv.includes(flag);
const print = (line: string) => process.stdout.write(`${line}\n`);

if (!existsSync(join(PACKAGE_ROOT, "out", "PlainCollection.sol")))
  forge("default", "build", "--quiet");
const measured = await measure();
const rows = CEILINGS.map(({ row, gas, peers }) => {
  const ours = measured[row];
  if (ours === undefined) throw new Error(`"${row}" was not measured`);
  return { row, gas: ours, ceiling: gas, met: ours <= gas, peers };
});

if (has("--json")) {
  print(JSON.stringify({ hardfork: "prague", quorum: "3 of 5", rows }, null, 2));
} else {
  printTable();
}
if (has("--update")) writeFileSync(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
if (has("--check")) checkSnapshot(JSON.parse(readFileSync(SNAPSHOT, "utf8")));
if (rows.some(({ met }) => !met)) process.exitCode = 1;

function printTable(): void {
  print("Receipt gas, prague rules, 3 of 5 validators; per NFT where a row says “each”.\n");
  print(`${"".padEnd(40)}${"ours".padStart(9)}${"ceiling".padStart(10)}       peers`);
  for (const { row, gas, ceiling, met, peers } of rows) {
    const figures = NUMBER.format(gas).padStart(9) + NUMBER.format(ceiling).padStart(10);
    print(`${row.padEnd(40)}${figures}  ${met ? "ok  " : "OVER"} ${peers}`);
  }
}

function checkSnapshot(snapshot: Measurements): void {
  for (const [row, gas] of Object.entries(measured)) {
    const before = snapshot[row];
    if (before === gas) continue;
    const change = before === undefined ? "is new" : gas > before ? "rose" : "fell";
    process.stderr.write(
      `${row}: ${change}, ${before} → ${gas}. If this is meant: npm run bench:gas -- --update\n`,
    );
    process.exitCode = 1;
  }
}
