import { describe, expect, test } from "vitest";
import {
  COLLECTOR,
  exampleMonth,
  exampleRequest,
  PAINTER,
  POET,
  YEN,
} from "../../../../test/payout/example-statement.ts";
import { CHAINS, MARKET_FEE, wordOf, YEN_TOKENS } from "../../../../test/payout/market-story.ts";
import { chainTotals, type Difference, deriveStatement, parsePeriod, reconcile } from "../index.ts";

const facts = exampleMonth();
const period = parsePeriod("2026-11");
const totals = chainTotals(facts, period);
const statementOf = (...accounts: string[]) =>
  deriveStatement(facts, exampleRequest({ creator: { accounts } }));
const all = [PAINTER, POET, COLLECTOR, MARKET_FEE].map((payee) => statementOf(payee));
const kindsOf = (differences: readonly Difference[]) => differences.map(({ kind }) => kind).sort();

test("the statements of everyone who was paid account for every unit", () => {
  expect(reconcile(all, totals)).toEqual({
    isExact: true,
    differences: [],
    payments: 4,
    batches: 1,
  });
});

describe("what differs is named", () => {
  test("when somebody's statement is missing: each payment that they had a part of, and by how much", () => {
    const { isExact, differences } = reconcile(all.slice(1), totals);
    expect(isExact).toBe(false);
    expect(kindsOf(differences)).toEqual([
      "batch",
      "payment",
      "payment",
      "payment",
      "refunds",
      "waiting",
    ]);
    const batch = differences.find(({ kind }) => kind === "batch");
    expect(batch).toMatchObject({ expected: 2_000n * YEN, found: 600n * YEN });
  });

  test("when an account stands in two statements", () => {
    const { differences } = reconcile([...all, statementOf(PAINTER, POET)], totals);
    const twice = differences.filter(({ kind }) => kind === "account").map(({ of }) => of);
    expect(twice).toEqual([PAINTER, POET].sort());
  });

  test("when a chain tells of a payment that no statement has", () => {
    const reference = wordOf("a payment that nobody tells of");
    const more = {
      chain: CHAINS[0],
      currency: YEN_TOKENS[0],
      payments: [{ transaction: reference, logIndex: 1, reference, amount: 5n }],
    };
    const found = reconcile(all, [...totals, { ...more, batches: [], refunds: 0n, waiting: 0n }]);
    expect(found.differences).toContainEqual({
      kind: "payment",
      chain: CHAINS[0],
      currency: YEN_TOKENS[0],
      of: reference,
      at: `${reference}/1`,
      expected: 5n,
      found: 0n,
    });
  });

  test("when a statement has a payment that no chain tells of, by a unit", () => {
    const short = totals.map((total) => ({
      ...total,
      payments: total.payments.map((p, i) => (i === 0 ? { ...p, amount: p.amount - 1n } : p)),
    }));
    const { differences } = reconcile(all, short);
    expect(kindsOf(differences)).toEqual(["payment", "payment"]);
    for (const { expected = 0n, found = 0n } of differences) expect(found - expected).toBe(1n);
  });

  test("when statements are of different periods", () => {
    const week = deriveStatement(
      facts,
      exampleRequest({
        creator: { accounts: [POET] },
        period: { from: "2026-11-01", to: "2026-11-08" },
      }),
    );
    const others = all.filter(({ creator }) => !creator.accounts.includes(POET));
    expect(kindsOf(reconcile([...others, week], totals).differences)).toEqual(["scope"]);
  });

  test("when two statements tell the parts of a payment differently", () => {
    const [first, ...rest] = all;
    if (first === undefined) throw new Error("not in the example");
    const lines = first.lines.map((line, i) =>
      i === 0 && line.kind !== "refund" ? { ...line, parts: [...line.parts].reverse() } : line,
    );
    expect(kindsOf(reconcile([{ ...first, lines }, ...rest], totals).differences)).toEqual([
      "parts",
    ]);
  });
});
