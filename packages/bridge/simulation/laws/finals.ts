import type { OutgoingLane } from "@ryugu/contracts/model";
import type { SimChain } from "../chains/sim-chain.ts";

/** Every place in a lane that was ever final, with its head. A chain that is rewritten takes back nothing of it. */
export interface Finals {
  /** Notes what is final now. */
  look(): void;
  holds(laneId: string, sequence: number, head: string): boolean;
  /** Whether a lane's origin now denies something that was final. */
  isDenied(lane: OutgoingLane): boolean;
}

export function createFinals(chains: readonly SimChain[]): Finals {
  const lanes = new Map<string, Map<string, number>>();
  const looked = new Map<SimChain, string>();
  const headsOf = (laneId: string) => {
    const heads = lanes.get(laneId) ?? new Map<string, number>();
    lanes.set(laneId, heads);
    return heads;
  };
  return {
    look() {
      for (const chain of chains) {
        const block = chain.blocks[chain.final];
        if (block === undefined || looked.get(chain) === block.hash) continue;
        looked.set(chain, block.hash);
        for (const { id: laneId, log } of block.state.outgoing.values())
          for (const { sequence, id } of log) headsOf(laneId).set(id, sequence);
      }
    },
    holds: (laneId, sequence, head) => headsOf(laneId).get(head) === sequence,
    isDenied: ({ id, log }) =>
      [...headsOf(id)].some(([head, sequence]) => log[sequence - 1]?.id !== head),
  };
}
