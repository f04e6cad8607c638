import type { Sale } from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import type { Address } from "@ryugu/sdk/primitives";
import { type Block, lines, table } from "../output/blocks.ts";
import { moneyText, unitsText } from "../output/money.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, type Line, warn } from "../output/style.ts";

/** What people see of sales: one line each, and what each currency and payee got in all. */
export function salesView(
  sales: readonly Sale[],
  currencies: ReadonlyMap<Address, Currency>,
): Block[] {
  if (sales.length === 0) return [lines("Nothing was sold.")];
  const money = (amount: bigint, currency: Address): string => {
    const known = currencies.get(currency);
    return known === undefined ? unitsText(amount) : moneyText(amount, known);
  };
  return [
    table(
      ["block", "collection", ">token", ">count", "buyer", ">paid", ">royalty", ">fee", ""],
      sales.map((sale): Line[] => [
        String(sale.block),
        accent(sale.collection),
        String(sale.tokenId),
        grouped(sale.count),
        accent(sale.buyer),
        money(sale.paid, sale.currency),
        sale.royalty === undefined ? faint("none") : money(sale.royalty.amount, sale.currency),
        sale.fee === undefined ? faint("none") : money(sale.fee.amount, sale.currency),
        sale.payments.some(({ outcome }) => outcome === "credited") ? warn("credited") : "",
      ]),
    ),
    table(
      [">sales", ">paid in all", ">royalties", "currency", "rail"],
      totalsOf(sales).map(({ count, paid, royalty, currency, rail }): Line[] => [
        grouped(count),
        money(paid, currency),
        money(royalty, currency),
        accent(currency),
        accent(rail),
      ]),
    ),
  ];
}

interface Total {
  readonly currency: Address;
  readonly rail: Address;
  readonly count: number;
  readonly paid: bigint;
  readonly royalty: bigint;
}

/** By currency and rail: anyone may sell to themselves through a rail of their own, for any sum. */
export function totalsOf(sales: readonly Sale[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { currency, rail, paid, royalty } of sales) {
    const key = `${currency}/${rail}`;
    const before = totals.get(key) ?? { currency, rail, count: 0, paid: 0n, royalty: 0n };
    totals.set(key, {
      ...before,
      count: before.count + 1,
      paid: before.paid + paid,
      royalty: before.royalty + (royalty?.amount ?? 0n),
    });
  }
  return [...totals.values()];
}
