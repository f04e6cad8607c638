import { type Chain, type ChainId, type Holder, type Model, vaultOf } from "@ryugu/contracts/model";
import type { Reserve } from "@ryugu/sdk/reserves";
import type { Audit } from "../../src/ports/audit-store.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import type { Finals } from "./finals.ts";

type ShortfallFound = Extract<NodeEvent, { type: "shortfall-found" }>;

/**
 * No auditor cries wolf: whatever endpoints say and however often a chain is read again, every vault holds what it owes. A chain
 * that was rewritten past finality may really have lost something.
 *
 * @returns what is wrong with the alarm
 */
export function falseAlarm(
  { state, homeChain, homeToken, counterpartChain, units }: ShortfallFound,
  rewritten: ReadonlySet<ChainId>,
): string | undefined {
  if (rewritten.has(homeChain) || rewritten.has(counterpartChain)) return undefined;
  return `${homeToken} of ${homeChain} on ${counterpartChain} is called ${state} by ${units}`;
}

/**
 * What a node's newest audit says that is not so, once nothing moves any more: a vault left out, or figures that are not
 * the chains' own.
 */
export async function miscounted(
  model: Model,
  { store }: SimNode,
  finals: Finals,
): Promise<string | undefined> {
  const audit = await store?.audit();
  if (audit === undefined) return "has no audit";
  for (const home of model.zone.chains.values()) {
    for (const [counterpart, lane] of home.outgoing) {
      const there = model.zone.chains.get(counterpart);
      const back = there?.outgoing.get(home.id);
      const isSound = back !== undefined && !finals.isDenied(lane) && !finals.isDenied(back);
      const what = isSound ? difference(audit, home, counterpart) : undefined;
      if (what !== undefined) return what;
    }
  }
  return undefined;
}

function difference(audit: Audit, home: Chain, counterpart: ChainId): string | undefined {
  const unread = audit.unread.find(
    (pair) => pair.homeChain === home.id && pair.counterpartChain === counterpart,
  );
  if (unread !== undefined) return `cannot count ${home.id} on ${counterpart}: ${unread.reason}`;
  const counted = new Map(
    audit.reserves
      .filter((each) => each.homeChain === home.id && each.counterpartChain === counterpart)
      .map((each) => [collectionOf(each), each]),
  );
  for (const [collection, units] of vaultOn(home, counterpart)) {
    const reserve = counted.get(collection);
    counted.delete(collection);
    if (reserve?.state !== "covered" || reserve.vault !== `${units}` || reserve.owed !== `${units}`)
      return `counts ${told(reserve)} of ${collection} for ${counterpart}, not ${units}`;
  }
  for (const [collection, reserve] of counted)
    if (reserve.owed !== "0" || reserve.vault !== "0")
      return `counts ${told(reserve)} of ${collection} for ${counterpart}, not 0`;
  return undefined;
}

const collectionOf = ({ homeChain, homeToken }: Reserve): string =>
  `${homeChain}/${homeToken.toLowerCase()}`;

const told = (reserve: Reserve | undefined): string =>
  reserve === undefined
    ? "nothing"
    : `${reserve.vault} held and ${reserve.owed} owed (${reserve.state})`;

/** Units in a vault, by collection. */
function vaultOn({ holdings }: Chain, counterpart: ChainId): Map<string, bigint> {
  const vault: Holder = vaultOf(counterpart);
  const found = new Map<string, bigint>();
  for (const [asset, holders] of holdings) {
    const units = holders.get(vault);
    if (units === undefined) continue;
    const collection = asset.slice(0, asset.lastIndexOf("/"));
    found.set(collection, (found.get(collection) ?? 0n) + units);
  }
  return found;
}
