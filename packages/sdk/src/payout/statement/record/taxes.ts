import { smaller, YEN } from "../amount.ts";
import type { ConsumptionTaxRule, RecordSettings, WithholdingRule } from "./settings.ts";

const WHOLE = 10_000n;

/** What is withheld of one payment, in whole yen; nothing of nothing or less. Both in yen of 18 decimals. */
export function withheldOf(rule: Pick<WithholdingRule, "bands">, base: bigint): bigint {
  let begun = 0n;
  let tax = 0n;
  for (const { upTo, basisPoints } of rule.bands) {
    const end = upTo === undefined ? base : BigInt(upTo) * YEN;
    const part = smaller(base, end) - begun;
    if (part <= 0n) continue;
    tax += part * BigInt(basisPoints);
    begun += part;
  }
  // Rounded once, when all bands are added: fractions of a yen are dropped.
  return (tax / (WHOLE * YEN)) * YEN;
}

/** The consumption tax in an amount that includes it, in whole yen; a refund's is negative. In yen of 18 decimals. */
export function consumptionTaxIn(rule: ConsumptionTaxRule, included: bigint): bigint {
  if (included < 0n) return -consumptionTaxIn(rule, -included);
  const rate = BigInt(rule.basisPoints);
  const divisor = (WHOLE + rate) * YEN;
  const exact = included * rate;
  const down = exact / divisor;
  const rest = exact % divisor;
  const isUp =
    rule.rounding === "up" ? rest > 0n : rule.rounding === "nearest" && 2n * rest >= divisor;
  return (isUp ? down + 1n : down) * YEN;
}

/** Whether bands rise to one without an end, which is the last. */
export function areBandsInOrder(bands: WithholdingRule["bands"]): boolean {
  return bands.every(({ upTo }, i) => {
    if (i === bands.length - 1) return upTo === undefined;
    const before = bands[i - 1]?.upTo ?? "0";
    return upTo !== undefined && BigInt(upTo) > BigInt(before);
  });
}

/** What of an amount is withheld from: all of it, or what is left without the consumption tax in it. In yen of 18 decimals. */
export function withholdingBase(record: RecordSettings, included: bigint): bigint {
  const { withholding, consumptionTax } = record;
  if (withholding?.base !== "tax-excluded" || consumptionTax === undefined) return included;
  return included - consumptionTaxIn(consumptionTax, included);
}
