import type { CouncilActName } from "@ryugu/sdk/lane";
import {
  ACT_NAMES,
  type ActsFile,
  type ActWords,
  CouncilActError,
  openMissingLanes,
  type ProposedAct,
  readAct,
} from "@ryugu/sdk/zone/council";
import type { CouncilGateway } from "../ports/council-gateway.ts";
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
  const gateways = chosen(context, on);
  const acts = everyLane
    ? await missingLanes(context, gateways)
    : await Promise.all(gateways.map((gateway) => proposed(gateway, name, values)));
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

async function proposed(
  gateway: CouncilGateway,
  act: CouncilActName,
  values: ActWords,
): Promise<ProposedAct> {
  const { nonce } = await gateway.state();
  return { chain: gateway.chain, nonce, act, values, signatures: [] };
}

/** Every lane of the zone that is missing at the chosen gateways. Throws CouncilActError while one of them is behind. */
async function missingLanes(
  { zone, gateways }: CouncilContext,
  on: readonly CouncilGateway[],
): Promise<ProposedAct[]> {
  const ids = zone.manifest.chains.map(({ id }) => id);
  const known = gateways.map(async (one) => {
    const { chain, gateway } = one;
    const { set, nonce, counterparts } = await one.state();
    const wanted = ids.filter((id) => id !== chain);
    return { chain, gateway, epoch: set.epoch, nonce, counterparts, wanted };
  });
  return openMissingLanes(
    await Promise.all(known),
    on.map(({ chain }) => chain),
  );
}
