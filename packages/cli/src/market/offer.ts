import { signedOrderToJson } from "@ryugu/sdk/market";
import { parseYen } from "@ryugu/sdk/payout";
import { address } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import type { Outcome } from "../outcome.ts";
import { lines } from "../output/blocks.ts";
import { assertFree } from "../output/new-file.ts";
import { faint, good } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { withMarket } from "./open-market.ts";
import { writeSigned } from "./order-file.ts";
import { orderJson, orderView } from "./order-view.ts";
import { standingOf } from "./standing.ts";
import { type OfferWords, readOffer } from "./terms.ts";

type OfferOptions = ZoneOptions & KeyOptions & OfferWords & { out: string };

/** `ryugu market offer` */
export async function offerCommand(
  cli: Cli,
  asset: string,
  options: OfferOptions,
): Promise<Outcome> {
  const { chain, terms } = readOffer(asset, options, cli.now());
  await assertFree(cli, options.out);
  return withMarket(cli, { chain, market: address(options.market) }, options, async (open) => {
    const { market } = open;
    const { decimals } = await market.currencyOf(terms);
    const price = parseYen(options.price, decimals);
    const signer = await open.signer(options);
    cli.output.progress(faint(`Signing as ${await signer.getAddress()} …`));
    const order = await market.offer(signer, { ...terms, price });
    await writeSigned(cli, options.out, signedOrderToJson(order));
    const standing = await standingOf(open, order);
    return {
      json: { file: options.out, ...orderJson(order, standing) },
      view: [
        lines([good("✓ "), `Offered. Whoever has ${options.out} can buy by it.`]),
        ...orderView(order, standing),
      ],
      exitCode: EXIT.ok,
    };
  });
}
