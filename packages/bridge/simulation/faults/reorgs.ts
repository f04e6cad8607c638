import { HONEST } from "../chains/endpoint.ts";
import type { SimChain } from "../chains/sim-chain.ts";
import { between, type Random } from "../world/chance.ts";
import { aWhile, type Fault, type FaultContext, happens } from "./fault.ts";

/** Forks above the last final block, of any depth; some endpoints follow the lost one for a while. */
export const forks: Fault = {
  name: "forks",
  often: 0.7,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 6), () => {
      const chain = random.pick(context.chains);
      if (chain === undefined) return;
      const most = chain.tip.number - chain.final;
      if (most > 0) fork(context, random, chain, between(random, 1, most));
    });
  },
};

/** A chain breaks its own promise: blocks are replaced that were final. */
export const rewrites: Fault = {
  name: "rewrites",
  often: 0.12,
  plan(context, random, busy) {
    happens(context, random, busy, 1, () => {
      const chain = context.chains[random.below(2)];
      if (chain === undefined || chain.final < 2) return;
      const most = chain.tip.number - chain.final;
      const depth = most + between(random, 1, Math.min(5, chain.final - 1));
      context.rewritten.add(chain);
      fork(context, random, chain, depth);
    });
  },
};

function fork({ nodes, time }: FaultContext, random: Random, chain: SimChain, depth: number): void {
  const lost = chain.blocks;
  const kept = random.chance(0.3) ? 1 : 0.6;
  chain.reorg(depth, () => random.chance(kept));
  for (const node of nodes) {
    const endpoint = node.endpoints[chain.index]?.[0];
    if (endpoint === undefined || random.chance(0.7)) continue;
    endpoint.mood = { ...HONEST, stale: lost };
    time.after(aWhile(random), () => {
      endpoint.mood = HONEST;
    });
  }
}
