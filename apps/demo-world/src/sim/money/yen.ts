/** Test yen has 18 decimals: 1 yen is 10^18 of its smallest unit. */
const UNIT = 10n ** 18n;

/** An amount in the smallest unit as whole yen, as the language writes it; what is under a yen is not shown. */
export function formatYen(amount: string, locale: "en" | "ja"): string {
  const whole = BigInt(amount) / UNIT;
  return new Intl.NumberFormat(locale, { style: "currency", currency: "JPY" }).format(whole);
}
