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
import { codes, sentence } from "../../../test/issuer-findings.ts";
import { checkIssuerReserveReport } from "../index.ts";

test("a sound report has no findings, and its parts are added up", async () => {
  const { findings, signature, composition } = checkIssuerReserveReport(await issuerReport(), {
    now: A_WEEK_LATER,
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
