import { describe, expect, test } from "vitest";
import {
  A_WEEK_LATER,
  issuerReport,
  issuerReportBody,
} from "../../../test/example-issuer-report.ts";
import { codes } from "../../../test/issuer-findings.ts";
import { address, chainId } from "../../primitives/index.ts";
import { checkIssuerReserveReport } from "../index.ts";

const DAY = 86_400;

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
      const { findings } = checkIssuerReserveReport(await issuerReport({ totals: wrong }), {
        now: A_WEEK_LATER,
      });
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
