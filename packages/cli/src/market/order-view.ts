import { type PartRole, type SignedOrder, signedOrderToJson } from "@ryugu/sdk/market";
import { formatAssetId, isSameAddress } from "@ryugu/sdk/primitives";
import { type Block, fields, table } from "../output/blocks.ts";
import { moneyText } from "../output/money.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, type Line } from "../output/style.ts";
import type { Standing } from "./standing.ts";

/** What people see of an order: what is sold, for how much, and who gets what of it. */
export function orderView(order: SignedOrder, standing: Standing): Block[] {
  const { hash, currency, left, state, parts, paid } = standing;
  return [
    fields(
      ["sells", goods(order)],
      ["uri", order.uri === "" ? undefined : order.uri],
      ["price", [moneyText(order.price, currency), faint(order.quantity > 1 ? "  each" : "")]],
      ["currency", accent(order.currency)],
      ["seller", accent(order.seller)],
      ["for", order.buyer && ["only ", accent(order.buyer)]],
      ["policy", order.policy && [accent(order.policy.contract), faint("  is asked about each")]],
      ["left", `${grouped(left)} of ${grouped(order.quantity)}`],
      ["from", order.validAfter > 0 ? time(order.validAfter) : undefined],
      ["until", time(order.validBefore)],
      ["state", state],
      ["market", [accent(order.market), faint(`  ${order.chain}`)]],
      ["rail", accent(order.rail)],
      ["order", accent(hash)],
    ),
    table(
      ["part", ">of one", "goes to"],
      parts.map(({ role, payee, amount }) => [
        role,
        moneyText(amount, currency),
        [accent(payee), faint(whose(order, role, payee))],
      ]),
    ),
    ...(paid === undefined
      ? []
      : [
          table(
            ["paid in the end", ">of one"],
            paid.map(({ payee, amount }) => [accent(payee), moneyText(amount, currency)]),
          ),
        ]),
  ];
}

/** The same for machines; amounts are texts in the currency's units. */
export function orderJson(order: SignedOrder, standing: Standing) {
  const { hash, state, left, currency, parts, paid } = standing;
  const { symbol, decimals } = currency;
  return {
    ...{ orderHash: hash, state, left },
    currency: { address: order.currency, symbol, decimals },
    parts: parts.map(({ role, payee, amount }) => ({ role, payee, amount: `${amount}` })),
    ...(paid && { paid: paid.map(({ payee, amount }) => ({ payee, amount: `${amount}` })) }),
    order: signedOrderToJson(order),
  };
}

/** Unix seconds as people read them. */
const time = (seconds: number) => new Date(seconds * 1_000).toISOString();

function goods({ kind, chain, collection, tokenId, quantity }: SignedOrder): Line {
  const standard = kind === "erc1155" ? kind : "erc721";
  const id = formatAssetId({ chain, standard, contract: collection, tokenId });
  if (kind !== "voucher") return [accent(id), faint(kind === "erc721" ? "" : `  × ${quantity}`)];
  const of = id.slice(0, id.lastIndexOf("/"));
  return [accent(of), faint(`  ${grouped(quantity)} to be made when bought`)];
}

function whose(order: SignedOrder, role: PartRole, payee: string): string {
  if (role === "fee") return `  ${order.intermediary?.sponsor ?? ""} answers for it`;
  if (role === "royalty") return "  as the collection asks";
  return isSameAddress(payee, order.seller) ? "  the seller" : "  named by the seller";
}
