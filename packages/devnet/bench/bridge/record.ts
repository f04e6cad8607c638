import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawChart } from "./chart.ts";
import type { Figures } from "./figures.ts";
import { describeMachine, PEER } from "./print.ts";

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const MEBIBYTE = 1_024 * 1_024;
const MARKS = { begin: "<!-- figures -->", end: "<!-- /figures -->" };

/** Writes the chart, and the figures into the README. */
export function recordRuns(runs: readonly Figures[]): void {
  const when = `${describeMachine()}; commit ${commit()}`;
  writeFileSync(at("throughput.svg"), `${drawChart(runs, when)}\n`);
  const readme = readFileSync(at("README.md"), "utf8");
  const [before, rest] = readme.split(MARKS.begin);
  const [, after] = rest?.split(MARKS.end) ?? [];
  if (after === undefined) throw new Error("The README has no place for figures.");
  const table = [MARKS.begin, "", ...rows(runs), "", `Measured on ${when}.`, "", MARKS.end];
  writeFileSync(at("README.md"), `${before}${table.join("\n")}${after}`);
}

const commit = () =>
  execFileSync("git", ["describe", "--always", "--dirty"], {
    cwd: at("."),
    encoding: "utf8",
  }).trim();

function rows(runs: readonly Figures[]): string[] {
  return [
    "| NFTs | a second, sustained | steady | final to delivered, p50 / p99 | gas each | paid for nothing | processor a transfer | a node's memory at most | load |",
    "|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...runs.map(row),
    `| ${PEER.name} | ${PEER.rate} | | | | | | | |`,
  ];
}

function row(figures: Figures): string {
  const { transfers, sustained, steady, finalToDelivered, payments, programs, load } = figures;
  const cpu = programs.reduce((sum, program) => sum + program.cpu, 0);
  const nodes = programs.filter(({ name }) => name.startsWith("node-"));
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
  const cells = [
    transfers,
    sustained.toFixed(1),
    steady.toFixed(1),
    `${seconds(finalToDelivered.p50)} / ${seconds(finalToDelivered.p99)}`,
    Math.round(payments.useful.gas / transfers),
    payments.wasted.count,
    `${((cpu * 1_000) / transfers).toFixed(1)} ms`,
    `${Math.round(Math.max(...nodes.map(({ peak }) => peak)) / MEBIBYTE)} MiB`,
    load.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
