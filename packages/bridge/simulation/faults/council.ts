import { between } from "../world/chance.ts";
import { lowerCase } from "../world/signatures.ts";
import { VALIDATORS } from "../world/zone.ts";
import { type Fault, happens } from "./fault.ts";

/** A validator pauses all lanes of a chain for some seconds, as one alone may. */
export const pauses: Fault = {
  name: "pauses",
  often: 0.3,
  plan(context, random, busy) {
    happens(context, random, busy, between(random, 1, 2), () => {
      const chain = random.pick(context.chains);
      const validator = random.pick(VALIDATORS);
      if (chain === undefined || validator === undefined) return;
      const by = lowerCase(validator.address);
      const duration = between(random, 4, 15);
      const pause = { validator: by, subject: "all" as const, duration, nonce: 0 };
      chain.call("a validator", () => ({ on: chain.nature.id, type: "pause", by, pause }));
    });
  },
};
