import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleOrder } from "../../test/market/example-order.ts";
import { keyWallet } from "../wallet/index.ts";
import { divideSale } from "./divide-sale.ts";

const singer = keyWallet(`0x${"09".repeat(32)}`).address;
const { payee, intermediary, seller } = exampleOrder;

test("royalty first, then the fee, then the rest", () => {
  const order = { ...exampleOrder, price: 999n };
  expect(divideSale(order, 1, { receiver: singer, amount: 99n })).toEqual([
    { role: "royalty", payee: singer, amount: 99n, nested: true },
    { role: "fee", payee: intermediary?.account, amount: 49n, nested: false },
    { role: "proceeds", payee, amount: 851n, nested: true },
  ]);
});

test("who sells their own work gets royalty and proceeds as one", () => {
  const order = { ...exampleOrder, price: 17n, intermediary: undefined };
  expect(divideSale(order, 2, { receiver: payee, amount: 3n })).toEqual([
    { role: "proceeds", payee, amount: 34n, nested: true },
  ]);
});

test("parts of nothing are left out", () => {
  expect(divideSale({ ...exampleOrder, price: 1n }, 1)).toEqual([
    { role: "proceeds", payee, amount: 1n, nested: true },
  ]);
});

test("all parts sum to the price, to the unit", () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 2n ** 96n - 1n),
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (price, count, fee, asked) => {
        const paid = price * BigInt(count);
        const amount = (paid * BigInt(Math.min(asked, 10_000 - fee))) / 10_000n;
        const brought = { account: singer, fee, sponsor: "otohime" };
        const order = { price, payee, seller, intermediary: brought };
        const parts = divideSale(order, count, { receiver: singer, amount });
        expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(paid);
        expect(parts.every((part) => part.amount > 0n)).toBe(true);
      },
    ),
  );
});
