import { address } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines } from "../output/blocks.ts";
import { moneyText } from "../output/money.ts";
import { accent, faint, good } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { assertTrusted, type TrustOptions } from "./genuine-market.ts";
import { withMarket } from "./open-market.ts";
import { readOrder } from "./order-file.ts";
import { readCount } from "./words.ts";

type RefundOptions = ZoneOptions & KeyOptions & TrustOptions & { buyer: string; count?: string };

/** `ryugu market refund` */
export async function refundCommand(
  cli: Cli,
  source: string,
  options: RefundOptions,
): Promise<Outcome> {
  const to = { buyer: address(options.buyer), count: readCount(options.count, "--count") };
  const order = await readOrder(cli, source);
  return withMarket(cli, order, options, async ({ market, provider, signer }) => {
    await assertTrusted(provider, order.market, options);
    const currency = await market.currencyOf(order);
    const key = await signer(options);
    const sum = moneyText(order.price * BigInt(to.count), currency);
    cli.output.progress(faint(`Giving ${sum} back as ${await key.getAddress()} …`));
    const refund = await market.refund(key, order, to);
    return {
      json: { ...refund, paid: `${refund.paid}` },
      view: [
        lines([good("✓ "), `Given back: ${moneyText(refund.paid, currency)}.`]),
        fields(
          ["buyer", accent(refund.buyer)],
          ["from", accent(refund.payer)],
          ["transaction", accent(refund.transaction)],
        ),
      ],
      exitCode: EXIT.ok,
    };
  });
}
