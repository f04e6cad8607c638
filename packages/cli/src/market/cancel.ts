import type { Sent } from "@ryugu/sdk/market";
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, good } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { withMarket } from "./open-market.ts";
import { readOrder } from "./order-file.ts";

type CancelOptions = ZoneOptions & KeyOptions & { all?: boolean; market?: string; chain?: string };

/** `ryugu market cancel` */
export async function cancelCommand(
  cli: Cli,
  source: string | undefined,
  options: CancelOptions,
): Promise<Outcome> {
  if (options.all === true) return cancelAll(cli, await placeOf(cli, source, options), options);
  if (source === undefined || options.market !== undefined || options.chain !== undefined) {
    throw new UsageError("Name one order, or --all with --market and --chain.");
  }
  const order = await readOrder(cli, source);
  return withMarket(cli, order, options, async ({ market, signer }) => {
    const key = await signer(options);
    assertSeller(await key.getAddress(), order.seller);
    cli.output.progress(faint("Taking the order back …"));
    return report("Taken back. Nobody can buy by it any more.", await market.cancel(key, order));
  });
}

function cancelAll(cli: Cli, place: Place, options: CancelOptions): Promise<Outcome> {
  return withMarket(cli, place, options, async ({ market, signer }) => {
    const key = await signer(options);
    const seller = await key.getAddress();
    cli.output.progress(faint(`Taking all orders of ${seller} back …`));
    const sent = await market.cancelAll(key);
    return report(`Taken back: all that ${seller} has signed for this market so far.`, sent);
  });
}

interface Place {
  readonly chain: ChainId;
  readonly market: Address;
}

/** An order's market, or the one that was named. */
async function placeOf(
  cli: Cli,
  source: string | undefined,
  { market, chain }: CancelOptions,
): Promise<Place> {
  if (source !== undefined && market === undefined && chain === undefined) {
    return readOrder(cli, source);
  }
  if (source !== undefined || market === undefined || chain === undefined) {
    throw new UsageError("--all takes --market and --chain, or an order of the market.");
  }
  return { market: address(market), chain: chainId(chain) };
}

/** The market takes anybody's word about their own orders: a stranger's transaction would succeed and do nothing. */
function assertSeller(signer: string, seller: string): void {
  if (signer === seller) return;
  throw new UsageError("Only its seller takes an order back.", {
    details: [`Seller: ${seller}`, `Your key: ${signer}`],
  });
}

function report(sentence: string, { transaction, block, gasUsed }: Sent): Outcome {
  return {
    json: { transaction, block, gasUsed: Number(gasUsed) },
    view: [
      lines([good("✓ "), sentence]),
      fields(["transaction", accent(transaction)], ["gas", grouped(gasUsed)]),
    ],
    exitCode: EXIT.ok,
  };
}
