import { ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountOf, at } from "../../test/model/messages.ts";
import { BUYER, RAIL, refundedLog, shareLog, soldLog, YEN } from "../../test/model/payouts.ts";
import { factsOf } from "./payout-facts.ts";
import type { ClaimLog, OutflowLog, PayoutLog } from "./payout-log.ts";

const SPLIT = accountOf("split");
const ARTIST = accountOf("artist");
const outflow = (
  logIndex: number,
  amount: bigint,
  change: Partial<OutflowLog> = {},
): OutflowLog => ({
  type: "outflow",
  source: SPLIT,
  to: ARTIST,
  currency: YEN,
  amount,
  at: { ...at(5, logIndex), transaction: at(5).transaction },
  ...change,
});
const claim = (logIndex: number, amount: bigint, source = SPLIT): ClaimLog => ({
  type: "claim",
  source,
  payee: ARTIST,
  to: ARTIST,
  currency: YEN,
  amount,
  at: { ...at(5, logIndex), transaction: at(5).transaction },
});
const told = (logs: readonly PayoutLog[]) =>
  factsOf(logs, [RAIL]).entries.map(({ kind, amount }) => [kind, amount]);

test("what a rail, a split and a payer say becomes what happened to whom", () => {
  const payment = {
    type: "payment",
    source: RAIL,
    purpose: soldLog(5).purpose,
    payer: BUYER,
    caller: accountOf("market"),
    currency: YEN,
    amount: 100n,
    isRefund: false,
    at: at(5, 9),
  } as const;
  const credit = { ...claim(3, 4n), type: "credit" } as const;
  const division = { ...outflow(4, 9n), type: "division" } as const;
  const coin = outflow(5, 8n, { currency: ZERO_ADDRESS });
  const logs = [payment, shareLog(5, 1, ARTIST, 60n), shareLog(5, 2, ARTIST, 40n, true)];
  const { entries } = factsOf([...logs, credit, division, coin], [RAIL]);
  expect(entries.map(({ kind, account, amount }) => [kind, account, amount])).toEqual([
    ["paid", ARTIST, 60n],
    ["credited", ARTIST, 40n],
    ["credited", ARTIST, 4n],
    ["divided", SPLIT, 9n],
    ["paid", ARTIST, 8n],
    ["payment", BUYER, 100n],
  ]);
  expect(factsOf([{ ...payment, isRefund: true }], []).entries[0]?.kind).toBe("refund");
});

test("money that leaves a split by a claim is told once", () => {
  const other = outflow(2, 7n, { at: at(6, 2) });
  expect(told([outflow(1, 7n), claim(2, 7n), outflow(3, 7n), other])).toEqual([
    ["claimed", 7n],
    ["paid", 7n],
    ["paid", 7n],
  ]);
  // A rail's claims leave no trace in splits.
  expect(told([outflow(1, 7n), claim(2, 7n, RAIL)])).toEqual([
    ["paid", 7n],
    ["claimed", 7n],
  ]);
});

test("sales count by rails that are known only, and refunds stay", () => {
  const mine = soldLog(1);
  const theirs = soldLog(2, { rail: accountOf("their own rail") });
  const { sales, refunds } = factsOf([theirs, refundedLog(3, mine), mine], [RAIL]);
  expect([sales, refunds.length]).toEqual([[mine], 1]);
});

test("in whatever order logs come, the facts are the same, and no money is lost or told twice", () => {
  const logs = fc.array(
    fc.record({ amount: fc.bigInt({ min: 1n, max: 9n }), isClaimed: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(logs, fc.infiniteStream(fc.nat()), (flows, order) => {
      const said = flows.flatMap(({ amount, isClaimed }, i): PayoutLog[] => [
        outflow(2 * i, amount),
        ...(isClaimed ? [claim(2 * i + 1, amount)] : []),
      ]);
      const shuffled = said
        .map((log) => ({ log, key: order.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ log }) => log);
      expect(factsOf(shuffled, [])).toEqual(factsOf(said, []));
      const sum = told(shuffled).reduce((all, [, amount]) => all + BigInt(amount ?? 0), 0n);
      expect(sum).toBe(flows.reduce((all, { amount }) => all + amount, 0n));
    }),
  );
});
