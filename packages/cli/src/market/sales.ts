import { RyuguError } from "@ryugu/sdk/errors";
import type { Sale } from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import { type Address, address, chainId } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { blockAt } from "../chain/block-at.ts";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { parseSince } from "../input/time.ts";
import type { Outcome } from "../outcome.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { type OpenMarket, withMarket } from "./open-market.ts";
import { saleJson } from "./sale-view.ts";
import { salesView } from "./sales-view.ts";

type SalesOptions = ZoneOptions & {
  market: string;
  chain: string;
  seller?: string;
  from?: string;
};

/** `ryugu market sales` */
export async function salesCommand(cli: Cli, options: SalesOptions): Promise<Outcome> {
  const place = { chain: chainId(options.chain), market: address(options.market) };
  const from = readFrom(options.from, cli.now());
  const seller = options.seller === undefined ? undefined : address(options.seller);
  return withMarket(cli, place, options, async (open) => {
    const { zone, market, provider } = open;
    const fromBlock =
      from === undefined
        ? zoneChain(zone, place.chain).startBlock
        : "block" in from
          ? from.block
          : await blockAt(provider, from.time);
    const sales = await market.sales({ fromBlock, ...(seller !== undefined && { seller }) });
    return {
      json: { ...place, fromBlock, sales: sales.map(saleJson) },
      view: salesView(sales, await currenciesOf(open, sales)),
      exitCode: EXIT.ok,
    };
  });
}

/** A block's number, or a moment. */
export function readFrom(
  text: string | undefined,
  now: number,
): { readonly block: number } | { readonly time: number } | undefined {
  if (text === undefined) return undefined;
  if (/^[0-9]{1,12}$/.test(text)) return { block: Number(text) };
  return { time: parseSince(text, "--from", now) };
}

/** What each currency's amounts are shown in. A stranger's currency that says nothing is left out. */
async function currenciesOf(
  { market }: OpenMarket,
  sales: readonly Sale[],
): Promise<ReadonlyMap<Address, Currency>> {
  const found = new Map<Address, Currency>();
  for (const { rail, currency } of sales) {
    if (found.has(currency)) continue;
    try {
      found.set(currency, await market.currencyOf({ rail, currency }));
    } catch (error) {
      if (!(error instanceof RyuguError) || error.retryable) throw error;
    }
  }
  return found;
}
