import type { ChainId } from "@ryugu/sdk/primitives";
import {
  ACT_NAMES,
  type ActsFile,
  type ActWords,
  CouncilActError,
  type ProposedAct,
  readAct,
} from "@ryugu/sdk/zone/council";
import type { CouncilGateway, CouncilState } from "../ports/council-gateway.ts";
import type { CouncilContext } from "./context.ts";

/** What is to be proposed. */
export interface ActRequest {
  act: string;
  /** The chains whose gateways are to do it; all where it is empty. */
  on: readonly string[];
  values: ActWords;
}

/**
 * Writes acts down with each gateway's next nonce. `OpenLane` without values is every lane that is missing.
 *
 * @throws CouncilActError
 */
export async function proposeActs(
  context: CouncilContext,
  { act, on, values }: ActRequest,
): Promise<ActsFile> {
  const name = ACT_NAMES.find((known) => known === act);
  if (name === undefined) {
    throw new CouncilActError(`The council has no act of this name: ${act}`, {
      details: [`Its acts: ${ACT_NAMES.join(", ")}, Rotation, Manifest`],
    });
  }
  const everyLane = name === "OpenLane" && Object.keys(values).length === 0;
  if (!everyLane) readAct(name, values);
  const acts: ProposedAct[] = [];
  for (const gateway of chosen(context, on)) {
    const state = await gateway.state();
    const { chain } = gateway;
    if (everyLane) acts.push(...missingLanes(context, chain, state));
    else acts.push({ chain, nonce: state.nonce, act: name, values, signatures: [] });
  }
  if (acts.length === 0) throw new CouncilActError("Every lane of the zone is open already.");
  return { schema: "ryugu-council-acts/1", zoneId: context.zone.id, acts };
}

function chosen({ gateways }: CouncilContext, on: readonly string[]): readonly CouncilGateway[] {
  const unknown = on.find((id) => !gateways.some(({ chain }) => chain === id));
  if (unknown === undefined)
    return gateways.filter(({ chain }) => on.length === 0 || on.includes(chain));
  throw new CouncilActError(`This node knows no chain ${unknown} of the zone.`, {
    details: [`Its chains: ${gateways.map(({ chain }) => chain).join(", ")}`],
  });
}

/** An OpenLane for each chain of the zone that a gateway has no lane to, with nonces that follow one another. */
function missingLanes(
  { zone }: CouncilContext,
  chain: ChainId,
  { set, nonce, counterparts }: CouncilState,
): ProposedAct[] {
  return zone.manifest.chains
    .filter(({ id }) => id !== chain && !counterparts.includes(id))
    .map(({ id, gateway }, i) => ({
      chain,
      nonce: nonce + i,
      act: "OpenLane" as const,
      values: { epoch: `${set.epoch}`, counterpartChain: id, counterpartGateway: gateway },
      signatures: [],
    }));
}
