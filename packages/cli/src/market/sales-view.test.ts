import type { Sale } from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import { type Address, address, bytes32 } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { render } from "../output/render.ts";
import { salesView, totalsOf } from "./sales-view.ts";

const account = (n: number): Address => address(`0x${String(n).padStart(40, "0")}`);
const [yen, rail, singer, foreign] = [1, 2, 3, 4].map(account) as [
  Address,
  Address,
  Address,
  Address,
];
const hash = bytes32(`0x${"ab".repeat(32)}`);

function sale(more: Partial<Sale> = {}): Sale {
  return {
    ...{ orderHash: hash, purpose: hash, seller: singer, buyer: singer, recipient: singer },
    ...{ kind: "erc721", collection: account(9), tokenId: 7n, count: 1, payee: singer },
    ...{ rail, currency: yen, paid: 12_000n, fee: undefined, payments: [] },
    ...{ royalty: { receiver: singer, amount: 1_200n } },
    ...{ transaction: hash, block: 42, logIndex: 0 },
    ...more,
  };
}
const known = new Map([[yen, { symbol: "JPY", decimals: 0 } as Currency]]);
const shown = (...sales: Sale[]) => render(salesView(sales, known), false);

test("no sale is said", () => {
  expect(shown()).toBe("Nothing was sold.");
});

test("a sale stands in one line, with what could not be paid", () => {
  const payment = { payee: singer, currency: yen, amount: 1n, outcome: "credited" } as const;
  const [, line = ""] = shown(sale({ payments: [payment] })).split("\n");
  expect(line).toMatch(/^42 .* 7 +1 .* 12,000 JPY +1,200 JPY +none +credited$/);
});

test("a currency that says nothing is counted in its units", () => {
  expect(shown(sale({ currency: foreign, royalty: undefined }))).toMatch(/12,000 units +none/);
});

test("sums are by currency and rail: a stranger's own rail is not added to the zone's", () => {
  const sales = [sale(), sale({ paid: 1_000n, royalty: undefined }), sale({ rail: foreign })];
  expect(totalsOf(sales)).toEqual([
    { currency: yen, rail, count: 2, paid: 13_000n, royalty: 1_200n },
    { currency: yen, rail: foreign, count: 1, paid: 12_000n, royalty: 1_200n },
  ]);
});
