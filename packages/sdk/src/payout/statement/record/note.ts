import { readYen, sumOf, yenText } from "../amount.ts";
import type { StatementLine } from "../document/line.ts";
import type { Statement } from "../document/statement.ts";
import type { YenSums } from "../document/totals.ts";
import type { Period } from "../period.ts";
import { dueDay } from "./due-day.ts";
import type { RecordSettings } from "./settings.ts";
import { consumptionTaxIn, withheldOf, withholdingBase } from "./taxes.ts";

/**
 * What a line notes for the books.
 *
 * @param share - in yen of 18 decimals
 * @param day - of the sale; of the earliest one where several stand behind the line
 */
export function noteForLine(
  share: bigint,
  day: string,
  { record, period }: { record: RecordSettings; period: Period },
): { due?: string; withheld?: string } {
  const { due, withholding } = record;
  return {
    ...(due === undefined ? {} : { due: dueDay(due, day, period) }),
    ...(withholding?.per === "payment"
      ? { withheld: yenText(withheldOf(withholding, withholdingBase(record, share))) }
      : {}),
  };
}

/** What a statement notes for the books: its rules, and what they give. */
export function noteForBooks(
  record: RecordSettings,
  lines: readonly StatementLine[],
  totals: YenSums,
): Statement["record"] {
  const { due, withholding, consumptionTax } = record;
  const net = readYen(totals.net);
  return {
    ...(due === undefined ? {} : { due }),
    ...(withholding === undefined
      ? {}
      : { withholding: { ...withholding, ...withheld(record, lines, net) } }),
    ...(consumptionTax === undefined
      ? {}
      : {
          consumptionTax: {
            ...consumptionTax,
            included: totals.net,
            tax: yenText(consumptionTaxIn(consumptionTax, net)),
          },
        }),
  };
}

function withheld(record: RecordSettings, lines: readonly StatementLine[], net: bigint) {
  const { withholding } = record;
  if (withholding === undefined || withholding.per === "payment") {
    const income = lines.filter((line) => line.kind !== "refund");
    const bases = income.map(({ share }) => withholdingBase(record, readYen(share.yen)));
    const amounts = income.map((line) => readYen(line.withheld ?? "0"));
    return { taxable: yenText(sumOf(bases)), withheld: yenText(sumOf(amounts)) };
  }
  const taxable = withholdingBase(record, net);
  return { taxable: yenText(taxable), withheld: yenText(withheldOf(withholding, taxable)) };
}
