import { addressOf } from "@ryugu/contracts/model";
import { between } from "../world/chance.ts";
import { aWhile, type Fault, happens } from "./fault.ts";

/** Nodes' clocks are apart, and jump. */
export const clocks: Fault = {
  name: "clocks",
  often: 0.5,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 4), () => {
      const node = random.pick(context.nodes);
      if (node !== undefined) node.skew = between(random, -30_000, 30_000);
    });
  },
};

/** Gas becomes dear for a while, and chains' nodes forget what waits. */
export const markets: Fault = {
  name: "markets",
  often: 0.4,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 3), () => {
      const chain = random.pick(context.chains);
      if (chain === undefined) return;
      if (random.chance(0.5)) {
        context.trace.note(`chain ${chain.index} forgets ${chain.mempool.clear()} transactions`);
        return;
      }
      const before = chain.usualFee;
      chain.baseFee = before * BigInt(between(random, 2, 6));
      context.trace.note(`chain ${chain.index} asks ${chain.baseFee}`);
      context.time.after(aWhile(random), () => {
        chain.baseFee = before;
      });
    });
  },
};

/** Tokens refuse every transfer for a while: messages park. */
export const tokens: Fault = {
  name: "tokens",
  often: 0.4,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 3), () => {
      const token = addressOf(between(random, 0x401, 0x405));
      context.failing.add(token);
      context.trace.note(`token ${token.slice(-3)} fails`);
      context.time.after(aWhile(random), () => context.failing.delete(token));
    });
  },
};
