import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryFacts, PAYEES } from "../../../test/payout/arbitrary-facts.ts";
import {
  COLLECTOR,
  exampleMonth,
  exampleRequest,
  firstSale,
  HOME,
  PAINTER,
  resale,
  YEN,
} from "../../../test/payout/example-statement.ts";
import {
  accountOf,
  CHAINS,
  MARKET_FEE,
  MarketStory,
  NOVEMBER,
  wordOf,
  YEN_TOKENS,
} from "../../../test/payout/market-story.ts";
import {
  type ChainFacts,
  chainTotals,
  deriveStatement,
  REMUNERATION_WITHHOLDING,
  readStatement,
  reconcile,
  rederiveStatement,
  SIXTY_DAYS,
  STANDARD_CONSUMPTION_TAX,
  StatementFactsError,
  statementDigest,
  statementJson,
} from "./index.ts";

const PERIOD = { from: "2026-11-01", to: "2026-11-20" };
const RECORD = {
  due: SIXTY_DAYS,
  withholding: REMUNERATION_WITHHOLDING,
  consumptionTax: STANDARD_CONSUMPTION_TAX,
};
const requestFor = (...accounts: string[]) =>
  exampleRequest({ creator: { accounts }, period: PERIOD, record: RECORD });

test("a month of a painter's: what was sold, got, credited, taken, brought home and given back", () => {
  const { lines, totals, claims } = deriveStatement(exampleMonth(), exampleRequest());
  expect(lines.map(({ kind }) => kind)).toEqual(["sale", "sale", "sale", "batch", "refund"]);
  expect(lines[0]).toMatchObject({
    day: "2026-11-01",
    gross: { yen: "12000" },
    fees: { yen: "300" },
    others: { yen: "3510" },
    share: { yen: "8190", units: `${8_190n * YEN}` },
    settlement: { paid: `${8_190n * YEN}`, claimed: "0", waiting: "0" },
  });
  expect(lines[1]).toMatchObject({
    settlement: {
      paid: "0",
      claimed: `${20_475n * YEN}`,
      waiting: "0",
      claims: [{ day: "2026-11-02" }],
    },
  });
  expect(lines[2]).toMatchObject({ settlement: { claimed: "0", waiting: `${20_475n * YEN}` } });
  expect(lines[3]).toMatchObject({
    gross: { yen: "2000" },
    share: { yen: "1400" },
    sources: [{ price: { yen: "20000" }, units: `${2_000n * YEN}` }],
  });
  expect(lines[4]).toMatchObject({ amount: { yen: "-500" } });
  expect(claims).toMatchObject([{ units: `${20_475n * YEN}`, payee: PAINTER }]);
  expect(totals.yen).toEqual({
    sales: 3,
    gross: "72000",
    batches: 1,
    broughtHome: "2000",
    fees: "1800",
    others: "21660",
    share: "50540",
    refunds: "500",
    net: "50040",
    paid: "9590",
    claimed: "20475",
    waiting: "20475",
  });
});

test("one person's several accounts are one creator", () => {
  const both = deriveStatement(
    exampleMonth(),
    exampleRequest({ creator: { accounts: [accountOf("poet"), PAINTER, PAINTER] } }),
  );
  expect(both.creator.accounts).toHaveLength(2);
  expect(both.lines[0]).toMatchObject({ share: { yen: "11700" }, others: { yen: "0" } });
});

test("who buys the same twice in one transaction makes two lines, each of its own parts", () => {
  const story = new MarketStory();
  const reference = wordOf("the same purpose");
  story.sale({ chain: 0, parts: firstSale(1_000n * YEN), reference });
  story.sale({ chain: 0, parts: firstSale(1_000n * YEN), reference, after: 0 });
  story.sale({ chain: 0, parts: firstSale(1_000n * YEN), reference });
  const facts = story.facts();
  const { lines, totals } = deriveStatement(facts, exampleRequest());
  expect(new Set(facts.sales.map(({ transaction }) => transaction)).size).toBe(2);
  expect(lines.map((line) => line.kind === "sale" && line.gross.yen)).toEqual([
    "1000",
    "1000",
    "1000",
  ]);
  expect(totals.yen).toMatchObject({ sales: 3, gross: "3000", share: "2047.5" });
});

test("what came back while it was being paid is nobody's income, and can be claimed", () => {
  const story = new MarketStory();
  const surplus = { payee: PAINTER, amount: 5n * YEN, role: "surplus" as const, isCredited: true };
  story.sale({ chain: 0, parts: [...firstSale(), surplus] });
  story.claim(0, PAINTER, 5n * YEN);
  const { lines, claims, totals } = deriveStatement(story.facts(), exampleRequest());
  expect(lines).toMatchObject([{ gross: { yen: "12000" }, share: { yen: "8190" } }]);
  expect(claims).toMatchObject([{ units: `${5n * YEN}` }]);
  expect(totals.yen).toMatchObject({ claimed: "0", waiting: "0" });
});

test("royalties that a router brings to a split, which divides later, lead back to the sale", () => {
  const split = accountOf("split");
  const story = new MarketStory();
  const sold = story.sale({ chain: 1, parts: resale(), home: HOME });
  const royalty = 2_000n * YEN;
  const toSplit = { payee: split, amount: royalty, role: "royalty" as const, isForwarded: true };
  const arrived = story.batch([{ of: sold, amount: royalty }], [toSplit]);
  story.divide(
    split,
    [{ of: arrived, amount: royalty }],
    [{ payee: PAINTER, amount: royalty, role: "royalty", via: [split] }],
  );
  const request = exampleRequest({ record: { due: SIXTY_DAYS } });
  const { lines, names } = deriveStatement(story.facts(), request);
  expect(lines).toMatchObject([
    {
      kind: "batch",
      router: split,
      share: { yen: "2000" },
      due: "2026-12-30",
      sources: [{ reference: arrived.reference, day: "2026-11-01", work: { home: HOME } }],
    },
  ]);
  expect(names[HOME]).toBe("月の浅瀬");
  const statements = [PAINTER, COLLECTOR, MARKET_FEE].map((payee) =>
    deriveStatement(story.facts(), requestFor(payee)),
  );
  expect(reconcile(statements, chainTotals(story.facts(), PERIOD)).differences).toEqual([]);
});

test("chains whose clocks differ tell the same: what crossed is not of after it was passed on", () => {
  const split = accountOf("split");
  const story = new MarketStory(NOVEMBER + 43_200);
  const sold = story.sale({ chain: 1, parts: resale() });
  const amount = 2_000n * YEN;
  const toSplit = { payee: split, amount, role: "royalty" as const, isForwarded: true };
  const arrived = story.batch([{ of: sold, amount }], [toSplit]);
  const toPainter = { payee: PAINTER, amount, role: "royalty" as const, via: [split] };
  story.divide(split, [{ of: arrived, amount }], [toPainter]);
  const facts = story.facts();
  // Home's clock is so much behind that what it divided seems older than what was sent.
  const late = <Fact extends { chain: string; time: number }>(fact: Fact): Fact =>
    fact.chain === CHAINS[0] ? { ...fact, time: fact.time - 7_200 } : fact;
  const skewed: ChainFacts = {
    ...facts,
    shares: facts.shares.map(late),
    batches: facts.batches.map(({ sent, arrived: at, ...batch }) => ({
      ...{ ...batch, sent: late(sent) },
      ...(at === undefined ? {} : { arrived: late(at) }),
    })),
  };
  const [line] = deriveStatement(facts, exampleRequest()).lines;
  const { lines } = deriveStatement(skewed, exampleRequest());
  expect(lines).toEqual([{ ...line, time: expect.any(String) }]);
  expect(line).toMatchObject({ kind: "batch", share: { yen: "2000" } });
});

test("the days of a period are Japan's", () => {
  const midnight = Date.UTC(2026, 10, 14, 15) / 1_000;
  const story = new MarketStory(midnight - 1);
  story.sale({ chain: 0, parts: firstSale(), after: 0 });
  story.sale({ chain: 0, parts: firstSale(), after: 1 });
  const linesOf = (from: string, to: string) =>
    deriveStatement(story.facts(), exampleRequest({ period: { from, to } })).lines;
  expect(linesOf("2026-11-14", "2026-11-15").map(({ day }) => day)).toEqual(["2026-11-14"]);
  expect(linesOf("2026-11-15", "2026-11-16").map(({ day }) => day)).toEqual(["2026-11-15"]);
});

test("a period that a chain was not read to the end of is not complete", () => {
  const facts = exampleMonth();
  const chains = facts.chains.map((chain) => ({ ...chain, toTime: chain.toTime - 86_401 }));
  expect(deriveStatement(facts, exampleRequest()).isComplete).toBe(true);
  expect(deriveStatement({ ...facts, chains }, exampleRequest()).isComplete).toBe(false);
});

const shuffled = (facts: ChainFacts, seed: number): ChainFacts => {
  let state = seed;
  const shuffle = <T>(all: readonly T[]): T[] =>
    all
      .map((each) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return [state, each] as const;
      })
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each);
  return {
    chains: shuffle(facts.chains),
    sales: shuffle(facts.sales),
    // Overlapping reads tell facts twice.
    shares: shuffle([...facts.shares, ...facts.shares]),
    batches: shuffle(facts.batches),
    refunds: shuffle(facts.refunds),
    claims: shuffle([...facts.claims, ...facts.claims]),
  };
};

test("the same facts give the same bytes, in whatever order and however often they are told", () => {
  fc.assert(
    fc.property(arbitraryFacts, fc.nat(1_000_000), (facts, seed) => {
      for (const payee of PAYEES) {
        const request = requestFor(payee);
        const one = statementJson(deriveStatement(facts, request));
        expect(statementJson(deriveStatement(shuffled(facts, seed), request))).toBe(one);
      }
    }),
    { numRuns: 40 },
  );
});

test("what is written is read back, adds up, and is derived again from what it says", () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      for (const payee of PAYEES) {
        const statement = deriveStatement(facts, requestFor(payee));
        const read = readStatement(statementJson(statement));
        expect(read).toEqual(statement);
        expect(rederiveStatement(read, facts)).toMatchObject({
          isSame: true,
          digest: statementDigest(statement),
        });
      }
    }),
    { numRuns: 60 },
  );
});

test("what all payees got sums to each price and to the chains' totals, to the unit", () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const statements = PAYEES.map((payee) => deriveStatement(facts, requestFor(payee)));
      expect(reconcile(statements, chainTotals(facts, PERIOD)).differences).toEqual([]);
      for (const { totals } of statements) {
        for (const sums of totals.chains) {
          const n = (name: keyof typeof sums) => BigInt(sums[name]);
          expect(n("gross") + n("broughtHome")).toBe(n("fees") + n("others") + n("share"));
          expect(n("paid") + n("claimed") + n("waiting")).toBe(n("share"));
          expect(n("share") - n("refunds")).toBe(n("net"));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test.each<[string, (facts: ChainFacts) => ChainFacts]>([
  [
    "a unit is missing of a price",
    (f) => ({ ...f, sales: f.sales.map((s) => ({ ...s, price: s.price + 1n })) }),
  ],
  ["a fee is another", (f) => ({ ...f, sales: f.sales.map((s) => ({ ...s, fee: 0n })) })],
  ["a share is missing", (f) => ({ ...f, shares: f.shares.slice(1) })],
  [
    "a share is told twice, not the same",
    (f) => ({
      ...f,
      shares: [...f.shares, ...f.shares.slice(0, 1).map((s) => ({ ...s, amount: 1n }))],
    }),
  ],
  [
    "two forks are mixed",
    (f) => ({
      ...f,
      shares: f.shares.map((s, i) => (i === 0 ? { ...s, blockHash: wordOf("fork") } : s)),
    }),
  ],
  ["a chain was not read", (f) => ({ ...f, chains: f.chains.slice(1) })],
  [
    "a block was not read",
    (f) => ({ ...f, chains: f.chains.map((c) => ({ ...c, toBlock: 101 })) }),
  ],
  [
    "more is claimed than was credited",
    (f) => ({ ...f, claims: f.claims.map((c) => ({ ...c, amount: c.amount + 1n })) }),
  ],
  [
    "a batch brings more than it holds",
    (f) => ({ ...f, batches: f.batches.map((b) => ({ ...b, amount: b.amount - 1n })) }),
  ],
  [
    "a batch is of an unknown sale",
    (f) => ({
      ...f,
      batches: f.batches.map((b) => ({
        ...b,
        sources: [{ transaction: wordOf("nothing"), logIndex: 1, amount: 1n }],
      })),
    }),
  ],
  [
    "a batch that has not arrived has parts",
    (f) => ({ ...f, batches: f.batches.map(({ arrived: _, ...b }) => b) }),
  ],
  [
    "a sale carries another reference than its parts",
    (f) => ({ ...f, sales: f.sales.map((s) => ({ ...s, reference: wordOf("one") })) }),
  ],
])("facts are refused when %s", (_, change) => {
  expect(() => deriveStatement(change(exampleMonth()), exampleRequest())).toThrow(
    StatementFactsError,
  );
});

test("a currency without a price source is refused, not guessed", () => {
  const currencies = exampleRequest().currencies.filter(({ address }) => address !== YEN_TOKENS[0]);
  expect(() => deriveStatement(exampleMonth(), exampleRequest({ currencies }))).toThrow(
    /price source/,
  );
});

test("strangers' names are cleaned, bounded, and kept only where something has them", () => {
  const [id] = Object.keys(exampleRequest().names ?? {});
  const statement = deriveStatement(
    exampleMonth(),
    exampleRequest({
      names: { [`${id}`]: `\u202eevil\u0000\n${"long ".repeat(100)}`, "eip155:5": "unused" },
    }),
  );
  expect(Object.keys(statement.names)).toEqual([id]);
  expect(statement.names[`${id}`]).toMatch(/^evil long .{1,190}…$/);
  expect(() => readStatement(statementJson(statement))).not.toThrow();
});
