import type { SimChain } from "../chains/sim-chain.ts";

/** What relayers paid for on one chain as it stands. */
export interface Payments {
  /** Deliveries that were mined. */
  deliveries: number;
  /** Those of them that delivered nothing: somebody else had been faster, or the chain had changed. */
  useless: number;
}

export function paymentsOn(chain: SimChain): Payments {
  let [deliveries, useless] = [0, 0];
  for (const { items, receipts } of chain.blocks) {
    for (const item of items) {
      if (item.kind !== "transaction" || item.transaction.data === "0x") continue;
      deliveries += 1;
      if (receipts.get(item.transaction.hash) === false) useless += 1;
    }
  }
  return { deliveries, useless };
}
