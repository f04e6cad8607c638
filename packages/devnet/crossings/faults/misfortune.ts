import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@ryugu/contracts/model";
import type { Crew } from "../people/crew.ts";
import { chainStopped } from "./chains.ts";
import { arrivalsLimited, collectionQuarantined, lanesPaused } from "./council.ts";
import type { Fault, FaultCounts } from "./fault.ts";
import { endpointStalled, nodesKilled, relayersStopped } from "./nodes.ts";
import { chainReorged } from "./reorg.ts";
import { validatorsRotated } from "./rotation.ts";
import { accountBlocked, tokenFails } from "./tokens.ts";

/** Everything that goes wrong in a run, in the order in which it first does. */
export const ALL_FAULTS: readonly Fault[] = [
  tokenFails,
  nodesKilled,
  relayersStopped,
  arrivalsLimited,
  chainReorged,
  lanesPaused,
  accountBlocked,
  validatorsRotated,
  chainStopped,
  collectionQuarantined,
  endpointStalled,
];

const BETWEEN = 2_500;

/** One fault after another, in rounds, until everything was sent. Each is over before the next. */
export async function befall(
  crew: Crew,
  random: Random,
  faults: readonly Fault[],
  onFault: (name: string) => void,
): Promise<FaultCounts> {
  const counts: FaultCounts = new Map();
  for (let at = 0; !crew.isDone; at++) {
    await delay(BETWEEN);
    const fault = at < faults.length ? faults[at] : random.pick(faults);
    const before = counts.get(fault?.name ?? "") ?? 0;
    if (fault === undefined || before >= (fault.most ?? Number.POSITIVE_INFINITY)) continue;
    onFault(fault.name);
    if (await fault.happen(crew, random)) counts.set(fault.name, before + 1);
  }
  return counts;
}
