import { type EndpointMood, HONEST } from "../chains/endpoint.ts";
import type { Lie } from "../chains/lie.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import { between, oneOf, type Random } from "../world/chance.ts";
import { aWhile, type Fault, type FaultContext, happens } from "./fault.ts";

/** Endpoints that are away, stall, fail, lag or give little at once. All of a node's endpoints may. */
export const badEndpoints: Fault = {
  name: "bad endpoints",
  often: 0.7,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 2, 12), () => {
      const moods: [Partial<EndpointMood>, ...Partial<EndpointMood>[]] = [
        { down: true },
        { stalls: true },
        { flaky: 0.3 },
        { lag: between(random, 1, 4) },
        { mostBlocks: between(random, 1, 3) },
      ];
      change(context, random, between(random, 0, 2), oneOf(random, moods));
    });
  },
};

/** Endpoints that lie. Never more than one of those that a node has of a chain: the others agree on the truth. */
export const liars: Fault = {
  name: "liars",
  often: 0.6,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 5), () => {
      change(context, random, 0, { lie: oneOf<Lie>(random, ["omit", "forge", "ahead", "poor"]) });
    });
  },
};

function change(
  { nodes, chains, time, trace }: FaultContext,
  random: Random,
  at: number,
  mood: Partial<EndpointMood>,
): void {
  const node: SimNode | undefined = random.pick(nodes);
  const endpoint = node?.endpoints[random.below(chains.length)]?.[at];
  if (endpoint === undefined) return;
  endpoint.mood = { ...HONEST, ...mood };
  trace.note(`${endpoint.name} ${JSON.stringify(mood)}`);
  time.after(aWhile(random), () => {
    endpoint.mood = HONEST;
  });
}
