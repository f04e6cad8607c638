import type { ObserverContext } from "./context.ts";

/** Follows who decides on a chain's gateway. */
export interface CouncilWatch {
  /** Notes the gateway's set at a final block, if the gateway was there. */
  look(final: number): Promise<void>;
}

/** How often the gateway is asked, in milliseconds. An announced rotation counts from its time on, without any log. */
const EVERY = 5_000;

/** Makes the watch. Its first look asks at once. */
export function watchCouncil(context: ObserverContext): CouncilWatch {
  const { reader, store, clock } = context;
  let askAt = Number.NEGATIVE_INFINITY;
  return {
    async look(final) {
      if (final < context.startBlock || clock.now() < askAt) return;
      await store.setValidators(reader.chain, await reader.validatorSet(final));
      askAt = clock.now() + EVERY;
    },
  };
}
