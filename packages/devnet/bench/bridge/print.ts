import { cpus } from "node:os";
import { alignRows } from "../../src/print/table.ts";
import type { Figures, Spread } from "./figures.ts";

/** Hyperlane's own TypeScript relayer under the same conditions, in NFTs a second. */
export const PEER = { name: "Hyperlane's TypeScript relayer", rate: 0.25 } as const;

const MEBIBYTE = 1_024 * 1_024;

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
const spread = ({ p50, p99, max }: Spread) =>
  `p50 ${seconds(p50)}, p99 ${seconds(p99)}, longest ${seconds(max)}`;
const gas = (amount: number) => Math.round(amount).toLocaleString("en-US");

/** The machine, in a few words. */
export function describeMachine(): string {
  const all = cpus();
  return `${all.length} cores, ${all[0]?.model.trim() || process.arch}, Node ${process.versions.node}`;
}

/** The figures of one run, for a terminal. */
export function describeRun(figures: Figures): string {
  const { transfers, span, sustained, steady, payments, programs, load } = figures;
  const { useful, wasted } = payments;
  const cpu = programs.reduce((sum, program) => sum + program.cpu, 0);
  const rows = [
    ["NFTs", `${transfers}, one a transfer`],
    ["sustained", `${sustained.toFixed(1)} a second, over ${seconds(span)}`],
    ["steady", `${steady.toFixed(1)} a second, while the middle eight tenths arrived`],
    [PEER.name, `${PEER.rate} a second`],
    ["final to delivered", spread(figures.finalToDelivered)],
    ["sent to delivered", spread(figures.sentToDelivered)],
    [
      "deliveries",
      `${useful.count}, of ${(transfers / useful.count).toFixed(1)} NFTs, ${gas(useful.gas / transfers)} gas each NFT`,
    ],
    ["paid for nothing", `${wasted.count} transactions, ${gas(wasted.gas)} gas`],
    ["processor", `${cpu.toFixed(1)} s, ${((cpu * 1_000) / transfers).toFixed(1)} ms a transfer`],
    ["load average", load.toFixed(2)],
  ];
  const each = programs.map(({ name, cpu: own, peak }) => [
    name,
    `${own.toFixed(1)} s`,
    `${Math.round(peak / MEBIBYTE)} MiB`,
  ]);
  return `${alignRows(rows)}\n\n${alignRows([["program", "processor", "memory at most"], ...each])}`;
}
