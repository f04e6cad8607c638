import { setTimeout as delay } from "node:timers/promises";
import type { TestPostgres } from "@ryugu/test-postgres";
import type { EndpointFault } from "../src/chain/endpoint.ts";
import type { SupervisedProcess } from "../src/process/supervised-process.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";
import type { Databases } from "./databases.ts";
import { forgeLog, hideLog } from "./forge.ts";
import type { InTurn } from "./in-turn.ts";
import type { EndpointTrouble, Misfortune } from "./misfortune.ts";
import { startAgain } from "./start-again.ts";

const SLOW = 2_500;

const FAULTS: Record<EndpointTrouble, EndpointFault> = {
  stalls: { kind: "stall" },
  refuses: { kind: "refuse" },
  slow: { kind: "slow", delay: SLOW },
  "hides a log": { kind: "lie", alter: hideLog },
  "forges a log": { kind: "lie", alter: forgeLog },
};

/** To whom things happen. */
export interface Victims {
  zone: RunningZone;
  /** None where nodes keep files. */
  databases: Databases;
}

/** Lets everything planned happen at its time; several at once, where they fall together. Resolves when all is mended. */
export async function befall(
  victims: Victims,
  plan: readonly Misfortune[],
  inTurn: InTurn,
  onMisfortune: (what: Misfortune) => void,
): Promise<void> {
  const began = performance.now();
  const done: Promise<void>[] = [];
  for (const one of plan) {
    await delay(began + one.at - performance.now());
    onMisfortune(one);
    for (const [thing, work] of worksOf(victims, one)) done.push(inTurn(thing, work));
  }
  await Promise.all(done);
}

type Work = [thing: string, () => Promise<void>];

function worksOf({ zone, databases }: Victims, one: Misfortune): Work[] {
  const down = (process: SupervisedProcess): Work => [
    process.name,
    () => killFor(process, one.lasts),
  ];
  const again = (process: SupervisedProcess): Work => [process.name, () => restart(process)];
  switch (one.kind) {
    case "nodes-killed":
      return one.partners.flatMap((partner) => zone.nodeProcesses(partner)).map(down);
    case "processes-killed":
      return one.processes.map((name) => down(zone.processes.get(name)));
    case "process-restarted":
      return [again(zone.processes.get(one.process))];
    case "node-restarted":
      return zone.nodeProcesses(one.partner).map(again);
    case "database-killed":
    case "database-restarted":
      return [[`${one.partner}'s database`, () => interrupt(databases.get(one.partner), one)]];
    case "chain-killed":
      return [down(zone.chainProcess(one.chain))];
    case "chain-stopped":
      return [[one.chain, () => stopFor(zone.chainProcess(one.chain), one.lasts)]];
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

async function interrupt(
  database: TestPostgres | undefined,
  { kind, lasts }: Misfortune,
): Promise<void> {
  await database?.stop(kind === "database-killed" ? "kill" : "fast");
  await delay(lasts);
  await database?.start();
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
