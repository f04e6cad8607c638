import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { spreadOf } from "../bench/bridge/figures.ts";
import { describeMachine } from "../bench/bridge/print.ts";
import type { Misfortune } from "./misfortune.ts";
import { isProof, type KillsResult } from "./run-kills.ts";
import type { KillsSettings } from "./settings.ts";

/** What a report is about, in a line. */
export const titleOf = ({ scaleOut }: Pick<KillsSettings, "scaleOut">): string =>
  scaleOut ? "Kills under load, on PostgreSQL with each role doubled" : "Kills under load";

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
const MINUTE = 60_000;
const count = (n: number) => n.toLocaleString("en-US");

/** The report of a run, in Markdown. */
export function describeKills(
  result: KillsResult,
  { seed, minutes }: Pick<KillsSettings, "seed" | "minutes">,
): string {
  const { traffic, misfortunes, proof, stuck, settling, load, processes } = result;
  const { useful, wasted } = proof.payments;
  const took = traffic.standing.flatMap(({ sentAt, arrivedAt }) =>
    arrivedAt === undefined ? [] : [arrivedAt - sentAt],
  );
  const { p50, p99, max } = spreadOf(took);
  return [
    `**${isProof(result) ? "None lost, none doubled, none stuck." : "NOT PROVEN."}** ${count(traffic.standing.length)} transfers in ${minutes} minutes while ${misfortunes.length} things went wrong.`,
    `Five nodes of ${processes} processes. Seed ${seed}, commit ${commit()}, on ${describeMachine()}, load average ${load.toFixed(1)} at the end.`,
    ...upgradeOf(result),
    "## What went wrong",
    table(["what", "times"], troublesOf(misfortunes)),
    "## What came of it, by the chains",
    table(
      ["", ""],
      [
        ["transfers", count(traffic.standing.length)],
        ["not arrived", count(stuck)],
        [
          "undone with the end of a killed chain, and sent again",
          count(traffic.crossings.length - traffic.standing.length),
        ],
        ["sends that a dead or stopped chain did not take", count(traffic.refused)],
        [
          "messages out, home",
          `${count(proof.messages.out)}, ${count(proof.messages.home)}; each consumed once, heads equal on both gateways and all nodes`,
        ],
        ["tokens", `${count(proof.tokens)}, each in exactly one place`],
        ["minted, burned, locked, released", `${count(proof.moves)} times, always in turn`],
        [
          "from sent to seen arrived",
          `p50 ${seconds(p50)}, p99 ${seconds(p99)}, longest ${seconds(max)}`,
        ],
        ["the last arrived", `${seconds(settling)} after the last was sent`],
        ["deliveries", `${count(useful.count)}, ${count(useful.gas)} gas`],
        [
          "paid for nothing",
          `${count(wasted.count)} transactions, ${count(wasted.gas)} gas, ${((100 * wasted.gas) / useful.gas).toFixed(1)} %`,
        ],
      ],
    ),
    ...wrongOf(result),
  ].join("\n\n");
}

function wrongOf({ proof, traffic }: KillsResult): string[] {
  const astray = traffic.astray.map((id) => `Token ${id} was seen astray.`);
  const all = [...proof.wrong, ...astray];
  return all.length === 0 ? [] : ["## Wrong", all.map((what) => `- ${what}`).join("\n")];
}

function upgradeOf({ upgrade }: KillsResult): string[] {
  if (upgrade === undefined) return [];
  const { version, upgraded, otherwise } = upgrade;
  const times = upgraded.map(({ at }) => at / MINUTE);
  const when = `from minute ${Math.min(...times).toFixed(0)} to minute ${Math.max(...times).toFixed(0)}`;
  const rest = otherwise.length === 0 ? "all say so at the end" : otherwise.join("; ");
  return [
    `In mid-traffic, ${when}, ${upgraded.length} processes were brought to release ${version} one after another, which also changes the database's schema; ${rest}.`,
  ];
}

function troublesOf(misfortunes: readonly Misfortune[]): string[][] {
  const counts = new Map<string, number>();
  for (const one of misfortunes) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return [...counts].sort().map(([what, times]) => [what, `${times}`]);
}

/** A misfortune in a few words. */
export function nameOf(one: Misfortune): string {
  switch (one.kind) {
    case "nodes-killed":
      return `SIGKILL: ${one.partners.length} of five nodes at once`;
    case "chain-killed":
      return `SIGKILL: the chain ${one.chain}`;
    case "chain-stopped":
      return `the chain ${one.chain} stopped for a while`;
    case "node-restarted":
      return "a node stopped and started, as for an upgrade";
    case "processes-killed":
      return `SIGKILL: ${one.processes.length} ${one.processes.length === 1 ? "process" : "processes at once"}`;
    case "process-restarted":
      return "a process stopped and started";
    case "database-killed":
      return "SIGQUIT: a node's PostgreSQL, as in a crash";
    case "database-restarted":
      return "a node's PostgreSQL restarted";
    case "endpoint":
      return `a node's RPC endpoint ${one.fault}`;
  }
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const commit = () =>
  execFileSync("git", ["describe", "--always", "--dirty"], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    encoding: "utf8",
  }).trim();
