import { chainOf, type Model, type OutgoingLane } from "@ryugu/contracts/model";
import type { LaneState } from "../../src/domain/lane.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import { LawBroken } from "./broken.ts";
import type { Finals } from "./finals.ts";
import { miscounted } from "./reserves.ts";

/** What is looked at when nothing goes wrong any more. */
export interface RestContext {
  model: Model;
  nodes: readonly SimNode[];
  finals: Finals;
  /** Nodes whose own validators lied: what they make of that is their matter. */
  liars: ReadonlySet<SimNode>;
}

/**
 * Law 7's other half: whatever happened, everything arrives or goes back in the end, and every node knows it. A lane whose
 * origin denies what was final stands still, and only that lane. Then every auditor finds in every vault what was put there.
 *
 * @returns what is not at rest yet
 */
export async function unrest(context: RestContext): Promise<LawBroken | undefined> {
  const what = restlessZone(context) ?? (await restlessNode(context));
  if (what !== undefined) return new LawBroken("7 (none stuck)", what);
  const wrong = await wrongAudit(context);
  return wrong === undefined ? undefined : new LawBroken("reserves (every vault counted)", wrong);
}

async function wrongAudit({ model, nodes, finals, liars }: RestContext) {
  for (const node of nodes) {
    const wrong = liars.has(node) ? undefined : await miscounted(model, node, finals);
    if (wrong !== undefined) return `${node.name} ${wrong}`;
  }
  return undefined;
}

function restlessZone({ model, finals }: RestContext): string | undefined {
  for (const origin of model.zone.chains.values()) {
    for (const lane of origin.outgoing.values()) {
      if (finals.isDenied(lane)) continue;
      const { destination, log } = lane;
      const delivered = chainOf(model, destination).incoming.get(origin.id)?.delivered ?? 0;
      if (delivered < log.length)
        return `${origin.id} to ${destination}: ${delivered} of ${log.length} delivered`;
    }
    for (const { origin: from, reason } of origin.parked.values()) {
      const lane = chainOf(model, from).outgoing.get(origin.id);
      if (lane !== undefined && !finals.isDenied(lane))
        return `a message from ${from} is parked on ${origin.id}: ${reason}`;
    }
  }
  return undefined;
}

async function restlessNode({ model, nodes, finals, liars }: RestContext) {
  for (const node of nodes) {
    if (node.store === undefined) return `${node.name} is down`;
    for (const state of await node.store.lanes()) {
      const lane = outgoing(model, state);
      const what = finals.isDenied(lane) ? contradiction(state, lane) : ignorance(state, lane);
      const isOwnDoing = state.halted !== undefined && liars.has(node);
      if (what !== undefined && !isOwnDoing)
        return `${node.name} ${what} from ${state.originChain} to ${state.destinationChain}`;
    }
  }
  return undefined;
}

function outgoing(model: Model, { originChain, destinationChain }: LaneState): OutgoingLane {
  const lane = chainOf(model, originChain).outgoing.get(destinationChain);
  if (lane === undefined) throw new RangeError("A stage has all lanes.");
  return lane;
}

/** Whoever knows what is denied now has halted the lane. */
function contradiction({ halted, final }: LaneState, { log }: OutgoingLane): string | undefined {
  const agrees = final.count === 0 || log[final.count - 1]?.id === final.head;
  return halted === undefined && !agrees ? "goes on with a rewritten lane" : undefined;
}

function ignorance(state: LaneState, { log }: OutgoingLane): string | undefined {
  const { final, deliveredFinal, halted } = state;
  if (halted !== undefined) return `halted for "${halted.reason}" the lane`;
  const knows = final.count === log.length && deliveredFinal === log.length;
  return knows
    ? undefined
    : `knows ${final.count} sent and ${deliveredFinal} delivered of ${log.length}`;
}
