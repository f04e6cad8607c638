import type { Action } from "../actions.ts";
import type { Rotation } from "../council/rotate.ts";
import type { Environment } from "../environment.ts";
import type { Model } from "../model.ts";
import type { Chain, Signatures } from "../state/chain.ts";
import type { SentMessage } from "../state/lane.ts";
import type { Settings } from "../state/zone.ts";
import type { Address, ChainId, Collection } from "../words.ts";
import type { Random } from "./random.ts";

/** Everybody in a schedule, and what they remember. */
export interface Cast {
  readonly random: Random;
  readonly model: Model;
  readonly weather: Weather;
  readonly accounts: readonly Address[];
  readonly collections: readonly Collection[];
  now: number;
  /** All rotations of the zone so far; each gateway is told one after the other. */
  readonly rotations: { readonly rotation: Rotation; readonly signatures: Signatures }[];
  /** Chains that were captured or rewritten. */
  readonly distrusted: Set<ChainId>;
  captured: ChainId | undefined;
  dead: ChainId | undefined;
  /** Whether the council lies about the last holders of a chain that died. */
  lies: boolean;
  /** A chain as it once was, to which it may be rewritten. */
  memory: { readonly id: ChainId; readonly chain: Chain } | undefined;
  /** Lanes whose origin was rewritten, until they are re-anchored. */
  readonly forks: Map<string, Fork>;
  /** Forks that were left, with the anchor under which they had been attested. */
  readonly lostForks: (Fork & { readonly anchor: number })[];
  /** What was done, for those who try it again. */
  readonly past: Action[];
  nonces: number;
}

export interface Fork {
  readonly origin: ChainId;
  readonly destination: ChainId;
  readonly lost: readonly SentMessage[];
  readonly common: number;
}

/** What is odd just now. */
export interface Weather {
  readonly failing: Set<Address>;
  readonly blocked: Set<string>;
  /** Ids that no collection moves just now. */
  readonly locked: Set<string>;
  readonly hostileReceivers: Set<Address>;
  /** A token that keeps a unit of each transfer. */
  readonly greedy: Set<Address>;
}

/** One thing that happens. Whoever means harm must be refused. */
export interface Scene {
  readonly action: Action;
  readonly hostile: boolean;
}

/** Short deadlines and notices, so that much happens in 200 steps. */
export const QUICK: Settings = {
  minDeadline: 1_800,
  maxDeadline: 10 * 86_400,
  defaultDeadline: 6 * 3_600,
  policyNotice: 3 * 3_600,
  reanchorNotice: 3_600,
  windDownNotice: 2 * 3_600,
};

/** The environment that a weather makes. Policies: "none", "closed" refuses all, "odd" refuses odd recipients, "broken". */
export function environmentOf(weather: Weather): Partial<Environment> {
  return {
    tokenBehaviour: (_, token) => ({
      fails: weather.failing.has(token),
      blocks: (account) => weather.blocked.has(`${token} ${account}`),
      locks: (id) => weather.locked.has(id.toString()),
      keeps: weather.greedy.has(token) ? 1n : 0n,
    }),
    takesTokens: (_, account) => !weather.hostileReceivers.has(account),
    policy: (policy, { recipient }) => {
      if (policy === "broken") throw new Error("The policy ran out of gas.");
      const refuses = policy === "closed" || Number.parseInt(recipient.slice(-1), 16) % 2 === 1;
      return refuses ? "not-here" : undefined;
    },
  };
}
