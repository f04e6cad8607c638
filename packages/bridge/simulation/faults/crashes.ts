import { between } from "../world/chance.ts";
import { QUORUM } from "../world/zone.ts";
import { aWhile, type Fault, happens } from "./fault.ts";

/** The most calls that a node still makes before it crashes. */
const MOST_CALLS = 80;

/** A node ends before or after any call that leaves it; who watches it starts it again. */
export const crashes: Fault = {
  name: "crashes",
  often: 0.8,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 6), () => {
      const moment = random.chance(0.5) ? "before" : "after";
      random.pick(context.nodes)?.lifeline?.endAt(between(random, 1, MOST_CALLS), moment);
    });
  },
};

/** So many nodes are down for a while that no quorum can form. */
export const outages: Fault = {
  name: "outages",
  often: 0.25,
  plan(context, random, busy) {
    happens(context, random, busy, 1, () => {
      const first = random.below(context.nodes.length);
      const until = context.time.now + aWhile(random);
      for (let i = 0; i < QUORUM; i++) {
        const node = context.nodes[(first + i) % context.nodes.length];
        node?.kill("with others");
        node?.rest(until);
      }
    });
  },
};
