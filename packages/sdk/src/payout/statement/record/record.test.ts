import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleMonth, exampleRequest, YEN } from "../../../../test/payout/example-statement.ts";
import {
  deriveStatement,
  REMUNERATION_WITHHOLDING,
  type RecordSettings,
  SIXTY_DAYS,
  STANDARD_CONSUMPTION_TAX,
  type WithholdingRule,
} from "../index.ts";
import { dueDay } from "./due-day.ts";
import { isCorporateRegistrationNumber, isRegistrationNumber } from "./registration-number.ts";
import { consumptionTaxIn, withheldOf } from "./taxes.ts";

const NOVEMBER = { from: "2026-11-01", to: "2026-12-01" };
const derive = (record: RecordSettings) =>
  deriveStatement(exampleMonth(), exampleRequest({ record }));

describe("withholding", () => {
  test.each([
    // NTA, tax answer 2795: up to a million yen, and above it.
    [100_000n, 10_210n],
    [999_999n, 102_099n],
    [1_000_000n, 102_100n],
    [1_000_001n, 102_100n],
    [1_500_000n, 204_200n],
    [9n, 0n],
    [0n, 0n],
    [-500n, 0n],
  ])("of %s yen is %s yen", (paid, tax) => {
    expect(withheldOf(REMUNERATION_WITHHOLDING, paid * YEN)).toBe(tax * YEN);
  });

  test("never decreases, and is whole yen", () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 26n });
    fc.assert(
      fc.property(amounts, amounts, (a, more) => {
        const [less, all] = [a, a + more].map((n) => withheldOf(REMUNERATION_WITHHOLDING, n));
        expect(less).toBeLessThanOrEqual(all ?? 0n);
        expect((all ?? 0n) % YEN).toBe(0n);
      }),
    );
  });

  test("is noted by payment, with its sum, or on the statement's sum after refunds", () => {
    const each = derive({ withholding: REMUNERATION_WITHHOLDING });
    expect(each.lines.map((line) => (line.kind === "refund" ? "" : line.withheld))).toEqual([
      "836",
      "2090",
      "2090",
      "142",
      "",
    ]);
    expect(each.record.withholding).toMatchObject({ taxable: "50540", withheld: "5158" });
    const once = derive({ withholding: { ...REMUNERATION_WITHHOLDING, per: "statement" } });
    expect(once.record.withholding).toMatchObject({ taxable: "50040", withheld: "5109" });
    expect(once.lines[0]).not.toHaveProperty("withheld");
  });

  test("may leave the consumption tax out", () => {
    const { record } = derive({
      withholding: { ...REMUNERATION_WITHHOLDING, per: "statement", base: "tax-excluded" },
      consumptionTax: STANDARD_CONSUMPTION_TAX,
    });
    expect(record.consumptionTax).toMatchObject({ included: "50040", tax: "4549" });
    expect(record.withholding).toMatchObject({ taxable: "45491", withheld: "4644" });
  });

  test.each<[string, WithholdingRule["bands"]]>([
    [
      "bands that fall",
      [{ upTo: "100", basisPoints: 1 }, { upTo: "99", basisPoints: 1 }, { basisPoints: 1 }],
    ],
    ["no end", [{ upTo: "100", basisPoints: 1 }]],
    ["an end too early", [{ basisPoints: 1 }, { basisPoints: 1 }]],
  ])("%s are refused", (_, bands) => {
    expect(() => derive({ withholding: { ...REMUNERATION_WITHHOLDING, bands } })).toThrow(/Bands/);
  });
});

test.each([
  ["down", 1_100n, 100n],
  ["down", 999n, 90n],
  ["up", 999n, 91n],
  ["nearest", 999n, 91n],
  ["nearest", 995n, 90n],
  ["down", -999n, -90n],
  ["up", 1_100n, 100n],
] as const)("the consumption tax in yen, rounded %s, of %s is %s", (rounding, included, tax) => {
  const rule = { basisPoints: 1_000, rounding };
  expect(consumptionTaxIn(rule, included * YEN)).toBe(tax * YEN);
});

test("the sixtieth day counts the day of the sale, as the law does, or does not", () => {
  expect(dueDay(SIXTY_DAYS, "2026-11-01", NOVEMBER)).toBe("2026-12-30");
  expect(dueDay({ ...SIXTY_DAYS, countsFirstDay: false }, "2026-11-01", NOVEMBER)).toBe(
    "2026-12-31",
  );
  expect(dueDay({ ...SIXTY_DAYS, from: "period-end" }, "2026-11-01", NOVEMBER)).toBe("2027-01-28");
});

test("royalties that come home are due from the day of the sale behind them", () => {
  const [, , , batch] = derive({ due: SIXTY_DAYS }).lines;
  expect(batch).toMatchObject({ kind: "batch", day: "2026-11-04", due: "2027-01-02" });
});

describe("a registration number", () => {
  // Published examples: the National Tax Agency's own, a company's, and the one of the ordinance's explanation.
  test.each(["T7000012050002", "T4011001098993", "T7123456789012"])(
    "%s is a corporation's",
    (number) => {
      expect(isRegistrationNumber(number)).toBe(true);
      expect(isCorporateRegistrationNumber(number)).toBe(true);
    },
  );

  test("with one digit mistyped is found out, but for 0 and 9", () => {
    const good = "T7123456789012";
    for (let i = 1; i < good.length; i++) {
      for (const digit of "0123456789") {
        const bad = `${good.slice(0, i)}${digit}${good.slice(i + 1)}`;
        const isConfused = Number(good[i]) % 9 === Number(digit) % 9 && i > 1;
        expect(isCorporateRegistrationNumber(bad), bad).toBe(bad === good || isConfused);
      }
    }
  });

  test.each([
    "7123456789012",
    "T712345678901",
    "T71234567890123",
    "t7123456789012",
    "T７123456789012",
  ])("%s has not the form", (text) => {
    expect(isRegistrationNumber(text)).toBe(false);
  });

  test("of a corporation must fit; a person's cannot be checked", () => {
    const ask = (kind: "corporation" | "person") => () =>
      deriveStatement(
        exampleMonth(),
        exampleRequest({ payer: { kind, registrationNumber: "T7123456789013" } }),
      );
    expect(ask("corporation")).toThrow(/shape/);
    expect(ask("person")).not.toThrow();
  });
});
