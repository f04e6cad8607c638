import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { nameAsWord } from "../chains/block.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import { between, type Random } from "../world/chance.ts";
import { nodeUrl, VALIDATORS } from "../world/zone.ts";
import { type Fault, type FaultContext, happens } from "./fault.ts";

/**
 * One validator, fewer than k, signs whatever it likes: heads that are none, of places that are and of places that are not yet,
 * two for one place. Its own node goes on as if nothing were.
 */
export const twoFaced: Fault = {
  name: "a two-faced validator",
  often: 0.35,
  plan(context, random, busy) {
    const liar = random.pick(context.nodes);
    if (liar === undefined) return;
    context.liars.add(liar);
    happens(context, random, busy, between(random, 2, 10), () => {
      const place = somePlace(context, random);
      if (place !== undefined)
        offer(context, liar, { ...place, head: nameAsWord(0xbad, random.below(3)) });
    });
  },
};

function somePlace({ chains }: FaultContext, random: Random): Omit<Checkpoint, "head"> | undefined {
  const lanes = random.pick(chains)?.tip.state.outgoing.values() ?? [];
  const lane = random.pick([...lanes]);
  if (lane === undefined) return undefined;
  const sequence = between(random, 1, lane.log.length + 3);
  return { laneId: lane.id as Bytes32, anchor: 0, sequence };
}

function offer(
  { nodes, network, signatures, trace }: FaultContext,
  liar: SimNode,
  checkpoint: Checkpoint,
): void {
  const key = VALIDATORS[liar.index];
  if (key === undefined) return;
  trace.note(`${liar.name}'s validator lies about ${checkpoint.sequence}`);
  const body = JSON.stringify({ attestations: [signatures.sign(key, checkpoint)] });
  const send = network.transportOf(liar.index);
  for (const { index } of nodes) {
    if (index === liar.index) continue;
    const url = `${nodeUrl(index)}/v1/attestations`;
    // A liar does not mind whether it was heard.
    void send({ method: "POST", url, body, timeout: 1_500 }).catch(() => undefined);
  }
}
