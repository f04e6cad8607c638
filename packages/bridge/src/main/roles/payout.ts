import type { ChainId } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { rpcRoyaltyReader } from "../../chain/royalty-reader.ts";
import type { NodeConfig } from "../../config/schema.ts";
import type { PayoutContext, PayoutCurrency } from "../../payout/context.ts";
import { createForwarder } from "../../payout/forwarder.ts";
import { createSettler } from "../../payout/settler.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** For each chain: sending royalties home from there, and having those divided that came home to it. */
export function payoutTasks(parts: SharedParts): Task[] {
  const { chains, config, view } = parts;
  const currencies = config.payout.currencies.map(toCurrency);
  const { intervalMs: interval } = config.payout;
  return chains.flatMap(({ reader: { chain }, pool }) => {
    const { gateway } = zoneChain(view.zone, chain);
    const reader = rpcRoyaltyReader({ chain, gateway, pool });
    const context = { ...contextOf(parts), reader, currencies, ...contractsOn(config, chain) };
    return [
      { name: `forward ${chain}`, tick: createForwarder(context).tick, interval },
      { name: `divide ${chain}`, tick: createSettler(context).tick, interval },
    ];
  });
}

function contextOf({
  store,
  exchange,
  clock,
  report,
  view,
  signer,
  config,
}: SharedParts): Omit<PayoutContext, "reader" | "currencies" | "splitFactories"> {
  const { turnMs: turn } = config.payout;
  return { store, exchange, clock, report, council: view, self: signer.validator, turn };
}

const contractsOn = ({ payout }: Readonly<NodeConfig>, chain: ChainId) => ({
  splitFactories: payout.contracts.find((each) => each.chain === chain)?.splitFactories ?? [],
});

function toCurrency(own: NodeConfig["payout"]["currencies"][number]): PayoutCurrency {
  const prices = new Map(own.coinPrices.map(({ chain, units }) => [chain, BigInt(units)]));
  return {
    chain: own.homeChain,
    token: own.token,
    minimum: BigInt(own.minimum),
    maximumAge: own.maximumAgeMs,
    coinPrice: (chain) => prices.get(chain),
  };
}
