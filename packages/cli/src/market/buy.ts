import { type PurchaseRequest, type SignedPurchase, signPurchase } from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import { type Address, address, bytes32, bytesToHex, platformRandom } from "@ryugu/sdk/primitives";
import type { Signer } from "ethers";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { parseSpan } from "../input/time.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines } from "../output/blocks.ts";
import { moneyText } from "../output/money.ts";
import { assertFree } from "../output/new-file.ts";
import { accent, faint, good } from "../output/style.ts";
import type { ZoneOptions } from "../zone/open-zone.ts";
import { assertTrusted, type TrustOptions } from "./genuine-market.ts";
import { type OpenMarket, withMarket } from "./open-market.ts";
import { readOrder, writeSigned } from "./order-file.ts";
import { wordOf } from "./order-word.ts";
import { saleReport } from "./sale-view.ts";
import { assertBuyable, standingOf } from "./standing.ts";
import { readCount } from "./words.ts";

type BuyOptions = ZoneOptions &
  KeyOptions &
  TrustOptions & {
    recipient?: string;
    count?: string;
    signOnly?: boolean;
    validFor?: string;
    out?: string;
  };

interface Wish {
  readonly recipient?: Address;
  readonly count: number;
}

/** `ryugu market buy` */
export async function buyCommand(cli: Cli, source: string, options: BuyOptions): Promise<Outcome> {
  const wish: Wish = {
    count: readCount(options.count, "--count"),
    ...(options.recipient !== undefined && { recipient: address(options.recipient) }),
  };
  const out = outOf(options);
  const seconds = parseSpan(options.validFor ?? "15m", "--valid-for");
  if (out !== undefined) await assertFree(cli, out);
  const order = await readOrder(cli, source);
  return withMarket(cli, order, options, async (open) => {
    await assertTrusted(open.provider, order.market, options);
    await wordOf(open.provider, order);
    const standing = await standingOf(open, order);
    assertBuyable(standing, wish.count);
    const { currency } = standing;
    const validBefore = (await chainTime(open)) + seconds;
    if (out !== undefined) {
      const signer = await open.signer(options);
      const purchase = await sign(signer, { ...wish, order, currency, validBefore });
      await writeSigned(cli, out, purchase);
      return signedReport(purchase, currency, out);
    }
    const signer = await open.signer(options);
    const price = moneyText(order.price * BigInt(wish.count), currency);
    cli.output.progress(faint(`Paying ${price} as ${await signer.getAddress()} …`));
    const sale = await open.market.buy(signer, order, { ...wish, validBefore });
    return saleReport(sale, order, currency);
  });
}

/** Where the purchase is written, if it is only signed. */
function outOf({ signOnly, out, validFor }: BuyOptions): string | undefined {
  if (signOnly === true && out === undefined) {
    throw new UsageError("--sign-only writes a file: name it with --out <file>.");
  }
  if (signOnly !== true && (out ?? validFor) !== undefined) {
    throw new UsageError("--out and --valid-for go with --sign-only.");
  }
  return out;
}

/** By the chain's clock, which decides. */
async function chainTime({ provider }: OpenMarket): Promise<number> {
  return (await provider.getBlock("latest"))?.timestamp ?? 0;
}

async function sign(
  signer: Signer,
  wish: Wish & Pick<PurchaseRequest, "order" | "currency" | "validBefore">,
): Promise<SignedPurchase> {
  const buyer = address(await signer.getAddress());
  const salt = bytes32(bytesToHex(platformRandom(32)));
  return signPurchase(signer, { buyer, recipient: buyer, ...wish, salt });
}

function signedReport(purchase: SignedPurchase, currency: Currency, file: string): Outcome {
  const { buyer, recipient, count, amount, authorization } = purchase;
  const until = new Date(authorization.validBefore * 1_000).toISOString();
  return {
    json: { file, purchase },
    view: [
      lines([good("✓ "), `Signed. Whoever has ${file} can send it in, and change nothing of it.`]),
      fields(
        ["buyer", accent(buyer)],
        ["recipient", accent(recipient)],
        ["count", String(count)],
        ["pays", moneyText(BigInt(amount), currency)],
        ["until", until],
        ["order", accent(purchase.orderHash)],
      ),
    ],
    exitCode: EXIT.ok,
  };
}
