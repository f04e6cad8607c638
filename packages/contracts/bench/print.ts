import { CEILINGS, type Ceiling } from "./ceilings.ts";
import type { Measurements } from "./measure.ts";
import { PEERS, type Peer, type PeerColumn, PROBES } from "./peers.ts";

/** One row of our own, measured and judged. */
export interface Row extends Ceiling {
  ours: number;
  met: boolean;
}

const COLUMNS: readonly { title: string; column: PeerColumn; row: string }[] = [
  { title: "send", column: "send", row: "send" },
  { title: "deliver", column: "deliver", row: "deliver" },
  { title: "the first", column: "first", row: "deliver, first of a collection" },
  { title: "×10, each", column: "tenEach", row: "deliver ×10, each" },
  { title: "burn send", column: "burnSend", row: "burn send" },
  { title: "release", column: "release", row: "release" },
];
const NAME = 42;
const NUMBER = new Intl.NumberFormat("en");
const cell = (gas: number | null | undefined) => (gas ? NUMBER.format(gas) : "–").padStart(10);
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Every bridge that was measured, a row each, and ours below. */
export function printPeers(measured: Measurements): void {
  print(
    "A plain ERC-721, its collection known, to somebody who holds some; receipt gas, prague.\n",
  );
  print("".padEnd(NAME) + COLUMNS.map(({ title }) => title.padStart(10)).join(""));
  for (const peer of [...PEERS, ...PROBES]) {
    print(peer.name.padEnd(NAME) + COLUMNS.map(({ column }) => cell(peer[column])).join(""));
  }
  for (const uri of ["base", "CID"] as const) {
    const ours = COLUMNS.map(({ row }) => cell(measured[`${row}, ${uri}`]));
    print(`Ryugu, ${uri} URI, every safeguard, 3 of 5`.padEnd(NAME) + ours.join(""));
    const most = COLUMNS.map(({ row }) => cell(ceilingOf(`${row}, ${uri}`)));
    print(`  at most, ${uri} URI`.padEnd(NAME) + most.join(""));
  }
  print("");
}

/** Every row that is measured here, beside its ceiling and the best of the peers. */
export function printRows(rows: readonly Row[]): void {
  print("3 of 5 validators, every safeguard on; per NFT where a row says “each”.\n");
  print(
    `${"".padEnd(NAME)}${"ours".padStart(10)}${"at most".padStart(10)}       best of the peers`,
  );
  for (const { row, gas, ours, met, peers, beside: other } of rows) {
    const best = peers ? bestOf(peers) : other;
    const beside = best ? `${cell(best.gas)} ${best.name}` : "";
    print(
      `${row.padEnd(NAME)}${cell(ours)}${cell(gas)}  ${met ? "ok  " : "OVER"} ${beside}`.trimEnd(),
    );
  }
}

function ceilingOf(row: string): number | undefined {
  return CEILINGS.find((ceiling) => ceiling.row === row)?.gas;
}

/** The peer that pays least for the same. */
export function bestOf({ column, uri }: { column: PeerColumn; uri: Peer["uri"] }) {
  const figures = PEERS.filter((peer) => peer.uri === uri || uri === "base").flatMap(
    ({ name, [column]: gas }) => (gas === null ? [] : [{ name, gas }]),
  );
  return figures.sort((one, other) => one.gas - other.gas)[0];
}
