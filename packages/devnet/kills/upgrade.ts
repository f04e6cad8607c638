import { setTimeout as delay } from "node:timers/promises";
import { ofRelease } from "../src/zone/node-plan.ts";
import { PARTNERS } from "../src/zone/plan.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";
import type { InTurn } from "./in-turn.ts";
import type { Release } from "./next-release.ts";
import { startAgain } from "./start-again.ts";

/** Where in the run the upgrade begins and ends, as shares of it. */
const BEGINS = 0.3;
const ENDS = 0.7;

/** A process that was brought to another release. */
export interface Upgraded {
  process: string;
  /** Milliseconds since the beginning of the run. */
  at: number;
}

/**
 * Brings every process of every node to the next release, one after another, while everything else goes on: as the
 * runbook says, a company at a time.
 *
 * @param duration - of the run, in milliseconds
 */
export async function upgradeAll(
  zone: RunningZone,
  release: Release,
  duration: number,
  inTurn: InTurn,
  onUpgrade: (what: Upgraded) => void,
): Promise<void> {
  const began = performance.now();
  const processes = PARTNERS.flatMap(({ slug }) => zone.nodeProcesses(slug));
  const step = (duration * (ENDS - BEGINS)) / processes.length;
  const done: Promise<void>[] = [];
  for (const [i, process] of processes.entries()) {
    await delay(began + duration * BEGINS + i * step - performance.now());
    const upgrade = async () => {
      await process.stop();
      process.plan = ofRelease(process.plan, release.program);
      await startAgain(process);
      onUpgrade({ process: process.name, at: performance.now() - began });
    };
    done.push(inTurn(process.name, upgrade));
  }
  await Promise.all(done);
}
