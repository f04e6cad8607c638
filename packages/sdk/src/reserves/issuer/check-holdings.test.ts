import { describe, expect, test } from "vitest";
import {
  BOND,
  DEPOSIT,
  holding,
  issuerReport,
  issuerReportBody,
  TERM_DEPOSIT,
} from "../../../test/example-issuer-report.ts";
import { codes, sentence } from "../../../test/issuer-findings.ts";
import type { IssuerHolding } from "../index.ts";

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
