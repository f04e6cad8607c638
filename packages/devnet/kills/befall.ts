import { setTimeout as delay } from "node:timers/promises";
import type { EndpointFault } from "../src/chain/endpoint.ts";
import type { SupervisedProcess } from "../src/process/supervised-process.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";
import { forgeLog, hideLog } from "./forge.ts";
import type { EndpointTrouble, Misfortune } from "./plan.ts";

const SLOW = 2_500;

const FAULTS: Record<EndpointTrouble, EndpointFault> = {
  stalls: { kind: "stall" },
  refuses: { kind: "refuse" },
  slow: { kind: "slow", delay: SLOW },
  "hides a log": { kind: "lie", alter: hideLog },
  "forges a log": { kind: "lie", alter: forgeLog },
};

/** Lets everything planned happen at its time; several at once, where they fall together. Resolves when all is mended. */
export async function befall(
  zone: RunningZone,
  plan: readonly Misfortune[],
  onMisfortune: (what: Misfortune) => void,
): Promise<void> {
  const began = performance.now();
  const busy = new Map<string, Promise<void>>();
  /** What befalls one thing waits until the one before is over. */
  const inTurn = (key: string, work: () => Promise<void>) => {
    const done = (busy.get(key) ?? Promise.resolve()).then(work);
    busy.set(key, done);
  };
  for (const one of plan) {
    await delay(began + one.at - performance.now());
    onMisfortune(one);
    for (const [key, work] of worksOf(zone, one)) inTurn(key, work);
  }
  await Promise.all(busy.values());
}

function worksOf(zone: RunningZone, one: Misfortune): [string, () => Promise<void>][] {
  const down = (process: SupervisedProcess): [string, () => Promise<void>] => [
    process.name,
    () => killFor(process, one.lasts),
  ];
  switch (one.kind) {
    case "nodes-killed":
      return one.partners.map((partner) => down(zone.node(partner)));
    case "chain-killed":
      return [down(zone.chainProcess(one.chain))];
    case "chain-stopped":
      return [[one.chain, () => stopFor(zone.chainProcess(one.chain), one.lasts)]];
    case "node-restarted":
      return [[zone.node(one.partner).name, () => restart(zone.node(one.partner))]];
    case "endpoint":
      return [[`${one.partner}/${one.chain}`, () => breakFor(zone, one)]];
  }
}

async function killFor(process: SupervisedProcess, lasts: number): Promise<void> {
  await process.kill();
  await delay(lasts);
  await startAgain(process);
}

/** It answers nobody and makes no block, and then goes on. */
async function stopFor({ identity }: SupervisedProcess, lasts: number): Promise<void> {
  if (identity === undefined) return;
  process.kill(identity.pid, "SIGSTOP");
  await delay(lasts);
  process.kill(identity.pid, "SIGCONT");
}

/** As an operator restarts for an upgrade: asked to end, and started. */
async function restart(process: SupervisedProcess): Promise<void> {
  await process.stop();
  await startAgain(process);
}

/** A node whose chain is down does not get ready; it is there all the same, and goes on when it can. */
async function startAgain(process: SupervisedProcess): Promise<void> {
  await process.start().catch(() => undefined);
}

async function breakFor(
  zone: RunningZone,
  { partner, chain, fault, lasts }: Misfortune & { kind: "endpoint" },
): Promise<void> {
  const endpoint = zone.endpoint(partner, chain);
  endpoint.setFault(FAULTS[fault]);
  await delay(lasts);
  endpoint.setFault(undefined);
}
