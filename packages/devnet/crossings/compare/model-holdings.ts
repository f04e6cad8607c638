import type { Model } from "@ryugu/contracts/model";
import type { Holdings } from "./holdings.ts";

/** Everything that the model says anybody holds, vaults included. */
export function modelHoldings({ zone }: Model): Holdings {
  const all: Holdings = new Map();
  for (const { id, holdings } of zone.chains.values()) {
    for (const [asset, holders] of holdings) {
      for (const [holder, amount] of holders) all.set(`${id} ${asset} ${holder}`, amount);
    }
  }
  return all;
}
