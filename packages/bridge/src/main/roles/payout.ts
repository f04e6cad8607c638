import type { ChainId } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { rpcPayoutLogReader } from "../../chain/payout-log-reader.ts";
import { rpcRoyaltyReader } from "../../chain/royalty-reader.ts";
import type { NodeConfig } from "../../config/schema.ts";
import type { IndexedCurrency } from "../../domain/payout-facts.ts";
import type { HomeCurrency } from "../../domain/royalty.ts";
import type { PayoutContext, PayoutCurrency } from "../../payout/context.ts";
import { createForwarder } from "../../payout/forwarder.ts";
import { createIndexer, type IndexerContext } from "../../payout/indexer.ts";
import { createSettler } from "../../payout/settler.ts";
import type { RoyaltyReader } from "../../ports/royalty-reader.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** For each chain: indexing sales and payments, sending royalties home from there, having those divided that came home to it. */
export function payoutTasks(parts: SharedParts): Task[] {
  const { chains, config, view } = parts;
  const currencies = config.payout.currencies.map(toCurrency);
  const { intervalMs: interval } = config.payout;
  return chains.flatMap(({ reader: { chain }, pool }) => {
    const { gateway, startBlock: first } = zoneChain(view.zone, chain);
    const reader = rpcRoyaltyReader({ chain, gateway, pool });
    const { startBlock, ...sources } = contractsOn(config, chain);
    const { splitFactories } = sources;
    const context = { ...contextOf(parts), reader, currencies, splitFactories };
    const index: IndexerContext = {
      reader: rpcPayoutLogReader(chain, pool),
      store: parts.store,
      report: parts.report,
      sources,
      startBlock: startBlock ?? first,
      currencies: () => Promise.all(currencies.map((currency) => hereOf(reader, currency))),
      maxRange: config.tuning.maxBlockRange,
    };
    return [
      { name: `index ${chain}`, tick: createIndexer(index).tick, interval },
      { name: `forward ${chain}`, tick: createForwarder(context).tick, interval },
      { name: `divide ${chain}`, tick: createSettler(context).tick, interval },
    ];
  });
}

async function hereOf(
  reader: Pick<RoyaltyReader, "currencyHere">,
  { chain: homeChain, token: homeToken }: HomeCurrency,
): Promise<IndexedCurrency> {
  return {
    address: await reader.currencyHere({ chain: homeChain, token: homeToken }),
    homeChain,
    homeToken,
  };
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

type Contracts = Omit<NodeConfig["payout"]["contracts"][number], "chain">;

const NONE: Contracts = { markets: [], rails: [], splits: [], splitFactories: [] };

function contractsOn({ payout }: Readonly<NodeConfig>, chain: ChainId): Contracts {
  const found = payout.contracts.find((each) => each.chain === chain);
  if (found === undefined) return NONE;
  const { chain: _, ...contracts } = found;
  return contracts;
}

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
