import type { Gateway } from "../message/hashing.ts";
import type { Chain } from "./chain.ts";
import type { ValidatorSet } from "./validator-set.ts";

/** A chain on which the zone's contracts were just deployed. */
export function emptyChain({ chain, gateway }: Gateway, genesis: ValidatorSet): Chain {
  return {
    id: chain,
    gateway,
    tokens: new Map(),
    representations: new Map(),
    holdings: new Map(),
    minted: new Map(),
    strays: new Map(),
    fees: new Map(),
    outgoing: new Map(),
    incoming: new Map(),
    parked: new Map(),
    endings: new Map(),
    spent: new Map(),
    usedNonces: new Map(),
    sends: new Map(),
    council: { current: genesis, next: undefined, nonce: 0 },
    listed: new Map(),
    meters: new Map(),
    defaultLimit: undefined,
    policy: { current: "none", next: undefined },
    pausedUntil: new Map(),
    quarantinedUntil: new Map(),
    pauseBudgets: new Map(),
    windDowns: new Map(),
    takenLeaves: new Map(),
  };
}
