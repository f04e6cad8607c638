/**
 * The gas of everything that a person or a relayer pays for, beside the peers' figures and our ceilings.
 *
 *   node bench/gas.ts            measure and print a table; exits with 1 where a ceiling is missed
 *   node bench/gas.ts --json     the same as one JSON object
 *   node bench/gas.ts --check    compare with snapshots/gas.json; exits with 1 where it is not the same
 *   node bench/gas.ts --update   write snapshots/gas.json and the table in README.md
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forge, PACKAGE_ROOT } from "../scripts/forge.ts";
import { CEILINGS } from "./ceilings.ts";
import { isPageFresh, writePage } from "./markdown.ts";
import { type Measurements, measure } from "./measure.ts";
import { PEERS } from "./peers.ts";
import { printPeers, printRows, type Row } from "./print.ts";

const SNAPSHOT = join(PACKAGE_ROOT, "snapshots", "gas.json");
const has = (flag: string) => process.argv.includes(flag);
const print = (line: string) => process.stdout.write(`${line}\n`);

if (!existsSync(join(PACKAGE_ROOT, "out", "PlainCollection.sol")))
  forge("default", "build", "--quiet");
const measured = await measure();
const rows: Row[] = CEILINGS.map((ceiling) => {
  const ours = measured[ceiling.row];
  if (ours === undefined) throw new Error(`"${ceiling.row}" was not measured`);
  return { ...ceiling, ours, met: ours <= ceiling.gas };
});

if (has("--json")) {
  print(JSON.stringify({ hardfork: "prague", quorum: "3 of 5", rows, peers: PEERS }, null, 2));
} else {
  printPeers(measured);
  printRows(rows);
}
if (has("--update")) {
  writeFileSync(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
  writePage(rows);
}
if (has("--check")) checkSnapshot(JSON.parse(readFileSync(SNAPSHOT, "utf8")));
if (rows.some(({ met }) => !met)) process.exitCode = 1;

function checkSnapshot(snapshot: Measurements): void {
  if (!isPageFresh(rows)) {
    process.stderr.write("README.md has other figures: npm run bench:gas -- --update\n");
    process.exitCode = 1;
  }
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
