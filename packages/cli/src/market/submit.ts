import { verifyPurchase } from "@ryugu/sdk/market";
import type { Cli } from "../cli.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import type { Outcome } from "../outcome.ts";
import { faint } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { assertTrusted, type TrustOptions } from "./genuine-market.ts";
import { withMarket } from "./open-market.ts";
import { readOrder, readPurchase } from "./order-file.ts";
import { wordOf } from "./order-word.ts";
import { saleReport } from "./sale-view.ts";
import { assertBuyable, standingOf } from "./standing.ts";

/** `ryugu market submit` */
export async function submitCommand(
  cli: Cli,
  orderSource: string,
  purchaseSource: string,
  options: ZoneOptions & KeyOptions & TrustOptions,
): Promise<Outcome> {
  const order = await readOrder(cli, orderSource);
  const purchase = await readPurchase(cli, purchaseSource);
  return withMarket(cli, order, options, async (open) => {
    const { market, provider } = open;
    await assertTrusted(provider, order.market, options);
    await wordOf(provider, order);
    const standing = await standingOf(open, order);
    assertBuyable(standing, purchase.count);
    const { currency } = standing;
    const isContract = (await provider.getCode(purchase.buyer)) !== "0x";
    const now = (await provider.getBlock("latest"))?.timestamp ?? 0;
    verifyPurchase(purchase, order, { currency, now, isContract });
    const signer = await open.signer(options);
    cli.output.progress(faint(`Sending it in as ${await signer.getAddress()} …`));
    return saleReport(await market.submit(signer, order, purchase), order, currency);
  });
}
