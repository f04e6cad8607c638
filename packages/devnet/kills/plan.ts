import { randomFrom } from "@ryugu/contracts/model";
import { CHAINS, PARTNERS } from "../src/zone/plan.ts";

/** What is done to the zone, when, and for how long; times in milliseconds. */
export type Misfortune = {
  /** Since the beginning. */
  at: number;
  /** How long it lasts. */
  lasts: number;
} & (
  | { kind: "nodes-killed"; partners: string[] }
  | { kind: "chain-killed" | "chain-stopped"; chain: string }
  | { kind: "node-restarted"; partner: string }
  | { kind: "endpoint"; partner: string; chain: string; fault: EndpointTrouble }
);

/** How an endpoint fails its node. */
export type EndpointTrouble = "stalls" | "refuses" | "slow" | "hides a log" | "forges a log";

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
const SHARES = { nodes: 55, chains: 12, restarts: 13 };

/**
 * Everything that will go wrong in a run: the same for the same seed.
 *
 * @param chains - what befalls chains: those that keep no state are stopped for a while
 */
export function planMisfortunes(
  seed: number,
  duration: number,
  chains: "chain-killed" | "chain-stopped" = "chain-killed",
): Misfortune[] {
  const random = randomFrom(seed);
  const partners = PARTNERS.map(({ slug }) => slug);
  const pick = (from: readonly string[]) => from[random.below(from.length)] ?? "";
  const between = ({ least, spread }: typeof BETWEEN) => least + random.below(spread);
  const plan: Misfortune[] = [];
  for (let at = between(BETWEEN); at < duration; at += between(BETWEEN)) {
    const when = { at, lasts: between(LASTS) };
    const what = random.below(100);
    if (what < SHARES.nodes) {
      const first = random.below(partners.length);
      const several = Array.from({ length: 1 + random.below(3) }, (_, i) => first + i * 2);
      const victims = [...new Set(several.map((i) => partners[i % partners.length] ?? ""))];
      plan.push({ ...when, kind: "nodes-killed", partners: victims });
    } else if (what < SHARES.nodes + SHARES.chains) {
      plan.push({ ...when, kind: chains, chain: pick(CHAINS.map(({ slug }) => slug)) });
    } else if (what < SHARES.nodes + SHARES.chains + SHARES.restarts) {
      plan.push({ ...when, kind: "node-restarted", partner: pick(partners) });
    } else {
      const chain = pick(CHAINS.map(({ slug }) => slug));
      const fault = random.pick(TROUBLES) ?? "stalls";
      plan.push({ ...when, kind: "endpoint", partner: pick(partners), chain, fault });
    }
  }
  return plan;
}
