import { type Random, randomFrom } from "@ryugu/contracts/model";
import { CHAINS, PARTNERS } from "../src/zone/plan.ts";
import type { EndpointTrouble, Misfortune, What } from "./misfortune.ts";
import { ofOneProcessEach, ofSeveralProcesses } from "./plan-nodes.ts";

const TROUBLES: readonly EndpointTrouble[] = [
  "stalls",
  "refuses",
  "slow",
  "hides a log",
  "forges a log",
];

/** Between two misfortunes, and how long one lasts, in milliseconds. */
const BETWEEN = { least: 1_500, spread: 6_000 };
const LASTS = { least: 1_000, spread: 11_000 };
/** Of a hundred misfortunes; the rest befall endpoints. */
const SHARES = { nodesDown: 55, chains: 12, restarts: 13 };

/** What a plan is made for. */
export interface PlanOptions {
  seed: number;
  /** In milliseconds. */
  duration: number;
  /** What befalls chains: those that keep no state are stopped for a while. */
  chains: "chain-killed" | "chain-stopped";
  /** The names of every node's processes, by the partner's slug, where nodes scale out. */
  processes?: Readonly<Record<string, readonly string[]>>;
}

/** Everything that will go wrong in a run: the same for the same options. */
export function planMisfortunes({ seed, duration, chains, processes }: PlanOptions): Misfortune[] {
  const random = randomFrom(seed);
  const between = ({ least, spread }: typeof BETWEEN) => least + random.below(spread);
  const nodes =
    processes === undefined ? ofOneProcessEach(random) : ofSeveralProcesses(random, processes);
  const next = (): What => {
    const what = random.below(100);
    if (what < SHARES.nodesDown) return nodes.down();
    if (what < SHARES.nodesDown + SHARES.chains)
      return { kind: chains, chain: slugOf(random, CHAINS) };
    if (what < SHARES.nodesDown + SHARES.chains + SHARES.restarts) return nodes.restart();
    const chain = slugOf(random, CHAINS);
    const fault = random.pick(TROUBLES) ?? "stalls";
    return { kind: "endpoint", partner: slugOf(random, PARTNERS), chain, fault };
  };
  const plan: Misfortune[] = [];
  for (let at = between(BETWEEN); at < duration; at += between(BETWEEN)) {
    plan.push({ at, lasts: between(LASTS), ...next() });
  }
  return plan;
}

const slugOf = (random: Random, from: readonly { slug: string }[]) =>
  from[random.below(from.length)]?.slug ?? "";
