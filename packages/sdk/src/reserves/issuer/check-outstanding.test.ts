import { describe, expect, test } from "vitest";
import { issuerReport } from "../../../test/example-issuer-report.ts";
import { codes } from "../../../test/issuer-findings.ts";
import { address, bytes32 } from "../../primitives/index.ts";
import type { IssuerReserveReport, OutstandingFact } from "../index.ts";

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
