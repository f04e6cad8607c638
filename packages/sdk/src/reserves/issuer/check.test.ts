import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  A_WEEK_LATER,
  BOND,
  DEPOSIT,
  holding,
  issuerReport,
  issuerReportBody,
  TERM_DEPOSIT,
} from "../../../test/example-issuer-report.ts";
import { address, bytes32, chainId } from "../../primitives/index.ts";
import {
  checkIssuerReserveReport,
  type IssuerCheckOptions,
  type IssuerHolding,
  type IssuerReserveReport,
  type OutstandingFact,
} from "../index.ts";

const DAY = 86_400;
const now = A_WEEK_LATER;

/** What the check says of a report, as codes. */
const codes = (report: IssuerReserveReport, options: Partial<IssuerCheckOptions> = {}) =>
  checkIssuerReserveReport(report, { now, ...options }).findings.map(({ code }) => code);

/** The sentence of one finding. */
const sentence = (report: IssuerReserveReport, code: string) =>
  checkIssuerReserveReport(report, { now }).findings.find((each) => each.code === code)?.message;

test("a sound report has no findings, and its parts are added up", async () => {
  const { findings, signature, composition } = checkIssuerReserveReport(await issuerReport(), {
    now,
  });
  expect(findings).toEqual([]);
  expect(signature).toBe("verified");
  expect(composition).toEqual({
    outstanding: 100_000n,
    holdings: 1_000n,
    demandDeposits: 600n,
    termDeposits: 300n,
    governmentBonds: 100n,
  });
});

describe("cover", () => {
  test("to the unit is enough; one unit more owed is a yen short", async () => {
    const [first, ...rest] = issuerReportBody().outstanding;
    if (first === undefined) throw new Error("the example owes something");
    const owing = (units: string) => issuerReport({ outstanding: [{ ...first, units }, ...rest] });
    expect(codes(await owing("70000"))).toEqual([]);
    const short = await owing("70001");
    expect(codes(short)).toEqual(["issuer-reserves-short"]);
    expect(sentence(short, "issuer-reserves-short")).toBe(
      "The reserves are 1 yen less than what is outstanding.",
    );
    expect(sentence(await owing("1234570000"), "issuer-reserves-short")).toContain(
      "12,345,000 yen",
    );
  });

  test("of a bond is what it fetches, not what it says", async () => {
    expect(codes(await holding(DEPOSIT, TERM_DEPOSIT, { ...BOND, marketValue: "99" }))).toEqual([
      "issuer-reserves-short",
    ]);
  });
});

describe("outside demand deposits", () => {
  const halves = (demand: string, term: string) =>
    holding({ ...DEPOSIT, amount: demand }, { ...TERM_DEPOSIT, amount: term });

  test("exactly half is fine", async () => {
    expect(codes(await halves("500", "500"))).toEqual([]);
    expect(codes(await holding(DEPOSIT, TERM_DEPOSIT, { ...BOND, marketValue: "300" }))).toEqual(
      [],
    );
  });

  test.each([
    ["500", "501", "1 yen"],
    ["500", "502", "1 yen"],
    ["0", "1000", "500 yen"],
  ])("%s on demand and %s at a term is over, by %s", async (demand, term, over) => {
    const report = await halves(demand, term);
    const found = codes(report).filter((code) => code !== "issuer-one-custodian");
    expect(found).toEqual(["issuer-outside-ceiling"]);
    expect(sentence(report, "issuer-outside-ceiling")).toContain(`: ${over} over`);
  });

  test("reserves that cover and keep to the half hold at least half of what is owed on demand", () => {
    const amount = fc.bigInt({ min: 0n, max: 2_000n });
    return fc.assert(
      fc.asyncProperty(amount, amount, async (demand, term) => {
        const report = await halves(`${demand}`, `${term}`);
        const found = codes(report);
        const isSound =
          !found.includes("issuer-reserves-short") && !found.includes("issuer-outside-ceiling");
        expect(isSound).toBe(demand + term >= 1_000n && demand >= term);
        if (isSound) expect(demand).toBeGreaterThanOrEqual(500n);
      }),
      { numRuns: 60 },
    );
  });
});

describe("holdings", () => {
  const beside = (other: IssuerHolding) => holding(DEPOSIT, TERM_DEPOSIT, BOND, other);

  test("a term deposit must be one that can be ended early", async () => {
    expect(codes(await holding(DEPOSIT, { ...TERM_DEPOSIT, canEndEarly: false }, BOND))).toEqual([
      "issuer-term-deposit-locked",
    ]);
  });

  test.each([
    ["2027-01-31", []],
    ["2027-02-01", ["issuer-bond-long"]],
    ["2026-10-31", []],
    ["2026-10-30", ["issuer-holding-matured"]],
  ])("a bond that matures on %s: %j", async (maturity, expected) => {
    expect(codes(await holding(DEPOSIT, TERM_DEPOSIT, { ...BOND, maturity }))).toEqual(expected);
  });

  test("a term deposit may run long, but not be over", async () => {
    const maturing = (maturity: string) => holding(DEPOSIT, { ...TERM_DEPOSIT, maturity }, BOND);
    expect(codes(await maturing("2031-01-01"))).toEqual([]);
    expect(codes(await maturing("2026-10-30"))).toEqual(["issuer-holding-matured"]);
  });

  test("the report's day is Japan's", async () => {
    const bond = { ...BOND, maturity: "2027-02-01" };
    const holdings = [DEPOSIT, TERM_DEPOSIT, bond];
    const evening = await issuerReport({ holdings, asOf: "2026-10-31T15:00:00Z" });
    expect(codes(evening)).toEqual([]);
  });

  test.each([
    ["JP", []],
    ["US", ["issuer-bond-foreign"]],
    ["DE", ["issuer-bond-country"]],
  ])("a bond of %s: %j", async (country, expected) => {
    const { isin: _, ...unnumbered } = BOND;
    expect(codes(await holding(DEPOSIT, TERM_DEPOSIT, { ...unnumbered, country }))).toEqual(
      expected,
    );
  });

  test("the same twice is counted twice; two that are told apart are two", async () => {
    expect(codes(await beside(DEPOSIT))).toEqual(["issuer-holding-duplicate"]);
    expect(codes(await beside({ ...DEPOSIT, custodian: "ＯＴＯＨＩＭＥ　Bank" }))).toEqual([
      "issuer-holding-duplicate",
    ]);
    expect(codes(await beside({ ...DEPOSIT, amount: "601" }))).toEqual([]);
    expect(codes(await beside({ ...DEPOSIT, reference: "2" }))).toEqual([]);
  });

  test("one reference with one custodian is one holding, whatever is said of it", async () => {
    const a = { ...DEPOSIT, reference: "7" };
    const b = { ...DEPOSIT, reference: "7", amount: "601" };
    expect(codes(await holding(a, b, TERM_DEPOSIT))).toEqual(["issuer-holding-duplicate"]);
    expect(codes(await holding(a, { ...b, custodian: "Sango Bank" }, TERM_DEPOSIT))).toEqual([]);
  });

  test("one custodian for everything is a warning, also with nothing elsewhere", async () => {
    const { custodian } = DEPOSIT;
    const all = await holding(
      { ...DEPOSIT, amount: "1000" },
      { ...TERM_DEPOSIT, custodian: " otohime  bank" },
      { ...BOND, marketValue: "0" },
    );
    expect(codes(all)).toEqual(["issuer-one-custodian"]);
    expect(sentence(all, "issuer-one-custodian")?.toLowerCase()).toContain(custodian.toLowerCase());
    expect(
      codes(await holding({ ...DEPOSIT, amount: "1000" }, { ...BOND, marketValue: "1" })),
    ).toEqual([]);
  });

  test("an issuer that owes nothing may hold nothing", async () => {
    const [first] = issuerReportBody().outstanding;
    const outstanding = first === undefined ? [] : [{ ...first, units: "0" }];
    expect(codes(await issuerReport({ outstanding, holdings: [] }))).toEqual([]);
  });
});

describe("the report itself", () => {
  const asOf = Date.parse("2026-10-31T00:00:00Z") / 1_000;

  test("is of use for 31 days, or as many as are asked for", async () => {
    const report = await issuerReport();
    expect(codes(report, { now: asOf })).toEqual([]);
    expect(codes(report, { now: asOf + 31 * DAY })).toEqual([]);
    expect(codes(report, { now: asOf + 31 * DAY + 1 })).toEqual(["issuer-report-old"]);
    expect(codes(report, { now: asOf + DAY + 1, maxAge: DAY })).toEqual(["issuer-report-old"]);
    expect(codes(report, { now: asOf - 1 })).toEqual(["issuer-report-future"]);
  });

  test.each(["outstanding", "holdings"] as const)(
    "that states another total of %s than its parts have is flagged",
    async (name) => {
      const { totals } = issuerReportBody();
      const wrong = { ...totals, [name]: `${BigInt(totals[name]) + 1n}` };
      const { findings } = checkIssuerReserveReport(await issuerReport({ totals: wrong }), { now });
      expect(findings.map(({ code, path }) => [code, path])).toEqual([
        ["issuer-total-differs", `/totals/${name}`],
      ]);
    },
  );

  test("by a contract's account is not verified, unless the contract was asked", async () => {
    const account = address(`0x${"77".repeat(20)}`);
    const report = await issuerReport({ issuer: { name: "a", account, chain: chainId(31_001) } });
    expect(codes(report)).toEqual(["issuer-signature-unverifiable"]);
    expect(codes(report, { contractSigned: true })).toEqual([]);
    expect(codes(report, { contractSigned: false })).toEqual(["issuer-signature-wrong"]);
  });

  test("by a key is the key's word alone, whatever a contract says", async () => {
    const changed = { ...(await issuerReport()), asOf: "2026-10-31T00:00:01Z" };
    expect(codes(changed, { contractSigned: true })).toEqual(["issuer-signature-wrong"]);
  });

  test("by another account than the known one is flagged", async () => {
    const report = await issuerReport();
    expect(codes(report, { account: report.issuer.account })).toEqual([]);
    expect(codes(report, { account: address(`0x${"77".repeat(20)}`) })).toEqual([
      "issuer-account-other",
    ]);
  });

  test("lists each contract once", async () => {
    const { outstanding, holdings } = issuerReportBody();
    const [first] = outstanding;
    const twice = first === undefined ? [] : [...outstanding, { ...first, units: "0" }];
    expect(codes(await issuerReport({ outstanding: twice, holdings }))).toEqual([
      "issuer-contract-duplicate",
    ]);
  });
});

describe("against the chains", () => {
  const facts = (report: IssuerReserveReport): OutstandingFact[] =>
    report.outstanding.map(({ units, ...each }) => ({
      ...each,
      units: BigInt(units),
      decimals: 2,
    }));
  const told = async (change: Partial<OutstandingFact>) => {
    const report = await issuerReport();
    const [first, ...rest] = facts(report);
    if (first === undefined) throw new Error("the example owes something");
    return codes(report, { onChain: [{ ...first, ...change }, ...rest] });
  };

  test("what they say too is confirmed", async () => {
    expect(await told({})).toEqual([]);
    expect(await told({ decimals: undefined })).toEqual([]);
  });

  test.each<[string, Partial<OutstandingFact>, string]>([
    ["another supply", { units: 70_001n }, "issuer-outstanding-differs"],
    ["no currency", { units: undefined }, "issuer-contract-silent"],
    ["other decimals", { decimals: 18 }, "issuer-decimals-differ"],
    [
      "another block",
      { block: { number: 120, hash: bytes32(`0x${"00".repeat(32)}`) } },
      "issuer-block-differs",
    ],
  ])("%s is flagged", async (_what, change, expected) => {
    expect(await told(change)).toEqual([expected]);
  });

  test("what was not read, or at another block, is said to be uncompared", async () => {
    const report = await issuerReport();
    const [first, second] = facts(report);
    if (first === undefined || second === undefined) throw new Error("the example has two");
    expect(codes(report, { onChain: [first] })).toEqual(["issuer-outstanding-unread"]);
    const later = { ...second, units: 0n, block: { ...second.block, number: 341 } };
    expect(codes(report, { onChain: [first, later] })).toEqual(["issuer-outstanding-unread"]);
  });

  test("a contract that the report leaves out is flagged", async () => {
    const report = await issuerReport();
    const [first] = facts(report);
    if (first === undefined) throw new Error("the example owes something");
    const hidden = { ...first, address: address(`0x${"53".repeat(20)}`) };
    expect(codes(report, { onChain: [...facts(report), hidden] })).toEqual([
      "issuer-contract-unlisted",
    ]);
  });
});

describe("order", () => {
  const amount = fc.integer({ min: 0, max: 400 }).map(String);
  const custodian = fc.constantFrom("Otohime Bank", "OTOHIME BANK", "Sango Bank");
  const reference = fc.option(fc.constantFrom("1", "2"), { nil: undefined });
  const maturity = fc.constantFrom("2026-10-01", "2026-12-31", "2027-06-30");
  const common = { custodian, reference };
  const anyHolding: fc.Arbitrary<IssuerHolding> = fc
    .oneof(
      fc.record({ kind: fc.constant("demand-deposit" as const), ...common, amount }),
      fc.record({
        kind: fc.constant("term-deposit" as const),
        ...common,
        amount,
        maturity,
        canEndEarly: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("government-bond" as const),
        ...common,
        country: fc.constantFrom("JP", "US", "DE"),
        maturity,
        faceValue: amount,
        marketValue: amount,
      }),
    )
    .map((each) => JSON.parse(JSON.stringify(each)));

  /** Findings with what they point at in place of where it stands. */
  const said = (report: IssuerReserveReport) =>
    checkIssuerReserveReport(report, { now }).findings.map(({ path, ...finding }) => {
      const [, list, index, ...rest] = path.split("/");
      const at = list === "holdings" ? report.holdings[Number(index ?? -1)] : undefined;
      return { ...finding, at: at ?? list, rest };
    });

  test("of holdings changes nothing that is found, also where there is more than is kept", async () => {
    const lists = fc
      .array(anyHolding, { maxLength: 60 })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(lists, async ([list, shuffled]) => {
        expect(said(await holding(...shuffled))).toEqual(said(await holding(...list)));
      }),
      { numRuns: 100 },
    );
  });

  test("of contracts neither", async () => {
    const report = await issuerReport();
    const reversed = await issuerReport({ outstanding: [...report.outstanding].reverse() });
    const onChain = report.outstanding.map(({ units, ...each }) => ({
      ...each,
      units: BigInt(units) + 1n,
      decimals: 3,
    }));
    const found = (each: IssuerReserveReport) =>
      checkIssuerReserveReport(each, { now, onChain }).findings.map(({ message }) => message);
    expect(found(report)).toHaveLength(4);
    expect(found(reversed)).toEqual(found(report));
  });
});
