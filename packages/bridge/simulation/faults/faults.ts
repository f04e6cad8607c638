import { HONEST } from "../chains/endpoint.ts";
import { FAIR } from "../nodes/network.ts";
import { chanceFor } from "../world/chance.ts";
import { pauses } from "./council.ts";
import { crashes, outages } from "./crashes.ts";
import { backups, fullDisks } from "./disks.ts";
import type { Fault, FaultContext } from "./fault.ts";
import { twoFaced } from "./hostile.ts";
import { clocks, markets, tokens } from "./odds.ts";
import { forks, rewrites } from "./reorgs.ts";
import { badEndpoints, liars } from "./rpc.ts";
import { traffic } from "./traffic.ts";

/** Everything that can go wrong. */
export const FAULTS: readonly Fault[] = [
  ...[crashes, outages, badEndpoints, liars, forks, rewrites],
  ...[traffic, fullDisks, backups, clocks, markets, tokens, pauses, twoFaced],
];

/** What goes wrong in a simulation, by its seed. */
export function faultsOf(seed: number): readonly Fault[] {
  return FAULTS.filter(({ name, often }) => chanceFor(seed, `whether ${name}`).chance(often));
}

/** Plans what goes wrong within so many milliseconds. */
export function beginFaults(
  context: FaultContext,
  faults: readonly Fault[],
  seed: number,
  busy: number,
): void {
  for (const fault of faults) fault.plan(context, chanceFor(seed, fault.name), busy);
}

/** Ends everything that is wrong, and starts whoever is down. */
export function endFaults({ nodes, chains, network, failing }: FaultContext): void {
  network.weather = FAIR;
  failing.clear();
  for (const chain of chains) chain.baseFee = chain.usualFee;
  for (const node of nodes) {
    node.disk.isFull = false;
    node.skew = 0;
    node.lifeline?.spare();
    for (const endpoint of node.endpoints.flat()) endpoint.mood = HONEST;
    node.start();
  }
}
