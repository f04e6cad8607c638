import type { TokenReference } from "../item.ts";
import type { NodeComing } from "./node-payouts.ts";

/** Royalties that are on their way to an account. */
export interface Coming {
  readonly key: string;
  /** Where it was sold. */
  readonly chain: string;
  readonly homeChain: string;
  /** All that is on the way there, in the currency's smallest unit. */
  readonly amount: string;
  /** What of it is the account's. */
  readonly own: string;
  readonly state: Exclude<NodeComing["state"], "nothing">;
  readonly messageId?: string;
  readonly work: Omit<TokenReference, "id">;
}

/** What royalties on their way come to for an account, by its part of what their receiver gets. */
export function toComing(
  told: readonly NodeComing[],
  receiver: string,
  ownOf: (amount: bigint) => bigint,
): Coming[] {
  return told.flatMap(({ state, amount, chain, homeChain, homeToken, messageId }, index) => {
    // Money that is nowhere is not on its way; what went back is in the router again, and told there.
    if (state === "nothing" || state === "returned") return [];
    const own = ownOf(BigInt(amount));
    if (own === 0n) return [];
    return {
      key: `${receiver}/${messageId ?? `${chain}/${homeToken}/${index}`}`.toLowerCase(),
      ...{ chain, homeChain, amount, state, own: own.toString() },
      ...(messageId === undefined ? {} : { messageId }),
      work: { chain: homeChain, contract: homeToken },
    };
  });
}
