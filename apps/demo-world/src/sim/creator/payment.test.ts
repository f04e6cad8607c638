import { expect, test } from "vitest";
import type { NodeEntry, NodeSale } from "./node-payouts.ts";
import { type KnownSales, saleKey, splitKey, toPayments } from "./payment.ts";

const [HOME, AWAY] = ["eip155:31002", "eip155:31001"];
const word = (digit: string) => `0x${digit.repeat(64)}`;
const account = (digit: string) => `0x${digit.repeat(40)}`;

const entry = (time: number, change: Partial<NodeEntry> = {}): NodeEntry => ({
  ...{ kind: "paid", chain: HOME, source: account("a"), currency: account("c"), amount: "5" },
  ...{ purpose: word("1"), time, block: time, transaction: word(`${time % 10}`), logIndex: 0 },
  ...change,
});

const sale = (time: number, change: Partial<NodeSale> = {}): NodeSale => ({
  ...{ kind: "sold", chain: HOME, purpose: word("1"), seller: account("5"), goods: "erc721" },
  ...{ collection: account("7"), tokenId: "1", royaltyReceiver: account("b"), payee: account("b") },
  ...{ time, transaction: word(`${time % 10}`) },
  ...change,
});

const known = (sales: readonly NodeSale[], split: readonly NodeSale[] = []): KnownSales => ({
  byPayment: new Map(sales.map((one) => [saleKey(one), one])),
  bySplit: new Map([[splitKey(entry(0)), split]]),
});

const NONE = known([]);
const ofSplit = { purpose: undefined };

test("a payment is of the sale that its log names: first, resale, or none", () => {
  const resale = sale(2, { payee: account("5") });
  const voucher = sale(3, { goods: "voucher", payee: account("5") });
  const payments = toPayments(
    [entry(1), entry(2), entry(3), entry(4)],
    known([sale(1), resale, voucher]),
  );
  expect(payments.map(({ kind }) => kind)).toEqual(["other", "first", "resale", "first"]);
  expect(payments.at(-1)?.work).toEqual({ chain: HOME, contract: account("7"), id: "1" });
  expect(payments[0]).not.toHaveProperty("work");
});

test("what a split divided came from afar: the newest sale on another chain before it", () => {
  const sales = [sale(9, { chain: AWAY }), sale(4, { chain: AWAY, tokenId: "8" }), sale(3)];
  const [payment] = toPayments([entry(5, ofSplit)], known([], sales));
  expect(payment).toMatchObject({ kind: "home", work: { chain: AWAY, id: "8" } });
  expect(toPayments([entry(3, ofSplit)], known([], sales))[0]?.work?.chain).toBe(HOME);
});

test("a claim takes all that waits at its source before it, and nothing that comes after", () => {
  const elsewhere = entry(1, { kind: "credited", source: account("d"), logIndex: 7 });
  const payments = toPayments(
    [
      entry(1, { kind: "credited" }),
      entry(2, { kind: "credited" }),
      elsewhere,
      entry(3, { kind: "claimed", to: account("9") }),
      entry(4, { kind: "credited" }),
    ],
    NONE,
  );
  expect(payments.map(({ time, state, to }) => [time, state, to])).toEqual([
    [4, "waiting", undefined],
    [2, "claimed", account("9")],
    [1, "waiting", undefined],
    [1, "claimed", account("9")],
  ]);
});

test("newest first, once each, and what the account paid itself is left out", () => {
  const twice = [entry(1), entry(1), entry(2, { kind: "payment" }), entry(3, { kind: "refund" })];
  const payments = toPayments([...twice, entry(4, { kind: "divided" })], NONE);
  expect(payments.map(({ time, kind }) => [time, kind])).toEqual([
    [3, "refund"],
    [1, "other"],
  ]);
});
