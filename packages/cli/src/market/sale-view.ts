import type { PaidSale, Sale, SharePayment, SignedOrder } from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import { type AssetReference, formatAssetId, isSameAddress } from "@ryugu/sdk/primitives";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines, table } from "../output/blocks.ts";
import { moneyText } from "../output/money.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, good, type Line, warn } from "../output/style.ts";

/** What is said of a sale that was just made. */
export function saleReport(sale: PaidSale, order: SignedOrder, currency: Currency): Outcome {
  const price = moneyText(sale.paid, currency);
  return {
    json: { ...saleJson(sale), gasUsed: Number(sale.gasUsed) },
    view: [
      lines([good("✓ "), `Bought for ${price}.`]),
      fields(
        ["token", [accent(tokenOf(order, sale)), sale.count > 1 ? faint(extra(sale)) : ""]],
        ["recipient", accent(sale.recipient)],
        ["transaction", accent(sale.transaction)],
        ["gas", grouped(sale.gasUsed)],
      ),
      table(
        ["paid to", ">amount", "as", ""],
        sale.payments.map((payment): Line[] => [
          accent(payment.payee),
          moneyText(payment.amount, currency),
          roleOf(sale, payment),
          payment.outcome === "paid"
            ? ""
            : warn("credited: it could not be paid, and may claim it"),
        ]),
      ),
    ],
    exitCode: EXIT.ok,
  };
}

/** A sale for machines; amounts are texts in the currency's units. */
export function saleJson({ royalty, fee, payments, ...sale }: Sale) {
  return {
    ...sale,
    tokenId: `${sale.tokenId}`,
    paid: `${sale.paid}`,
    ...(royalty && { royalty: { ...royalty, amount: `${royalty.amount}` } }),
    ...(fee && { fee: { ...fee, amount: `${fee.amount}` } }),
    payments: payments.map((payment) => ({ ...payment, amount: `${payment.amount}` })),
  };
}

/** What a payment is a part of. A split's payees are none of those whom a sale names. */
export function roleOf({ royalty, fee, payee }: Sale, payment: SharePayment): string {
  if (isSameAddress(payment.payee, payee)) return "proceeds";
  if (royalty !== undefined && isSameAddress(payment.payee, royalty.receiver)) return "royalty";
  if (fee !== undefined && isSameAddress(payment.payee, fee.intermediary)) return "fee";
  return "share of a split";
}

function tokenOf({ chain }: SignedOrder, { kind, collection, tokenId }: Sale): string {
  const standard: AssetReference["standard"] = kind === "erc1155" ? kind : "erc721";
  return formatAssetId({ chain, standard, contract: collection, tokenId });
}

const extra = ({ kind, count, tokenId }: Sale): string =>
  kind === "voucher" ? `  to ${tokenId + BigInt(count) - 1n}` : `  × ${grouped(count)}`;
