import type { SimTransaction } from "../chains/block.ts";
import type { SimChain } from "../chains/sim-chain.ts";

/** Watches what relayers send. */
export interface Nonces {
  /** @returns what is wrong with it */
  onSent(chain: SimChain, transaction: SimTransaction): string | undefined;
}

/**
 * A relayer sends one delivery for a nonce, again with a higher fee or not, or an empty transaction that takes its place. It
 * may send another only where the first was mined: then the second is nothing. What it signed and could not store never
 * leaves it, so its nonce is free.
 */
export function createNonces(): Nonces {
  const deliveries = new Map<string, SimTransaction>();
  return {
    onSent(chain, transaction) {
      const { from, nonce, data, hash } = transaction;
      if (data === "0x") return undefined;
      const key = `${chain.index} ${from} ${nonce}`;
      const before = deliveries.get(key);
      deliveries.set(key, transaction);
      if (before === undefined || before.data === data) return undefined;
      if ((chain.tip.nonces.get(from) ?? 0) > nonce) return undefined;
      return `${from} sent ${before.hash} and ${hash} for nonce ${nonce} on chain ${chain.index}`;
    },
  };
}
