import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_WEEK_LATER, holding, issuerReport } from "../../../test/example-issuer-report.ts";
import {
  checkIssuerReserveReport,
  type IssuerHolding,
  type IssuerReserveReport,
} from "../index.ts";

const now = A_WEEK_LATER;

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
