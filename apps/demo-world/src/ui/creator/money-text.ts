import type { Locale } from "../../stores/preferences-store.ts";

const YEN = 18;
/** More would crowd a line; the exact amount is told where one looks closer. */
const SHOWN = 2;

const shown = (locale: Locale, digits: number) =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "JPY",
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
    roundingMode: "trunc",
  });

/** An amount in yen's smallest unit with at most two decimals, never rounded up. */
export function moneyText(units: bigint | string, locale: Locale): string {
  return format(BigInt(units), locale, SHOWN);
}

/** The same to the last unit. */
export const exactText = (units: bigint | string, locale: Locale): string =>
  format(BigInt(units), locale, YEN);

function format(units: bigint, locale: Locale, digits: number): string {
  const unit = 10n ** BigInt(YEN);
  const size = units < 0n ? -units : units;
  const text = `${units < 0n ? "-" : ""}${size / unit}.${`${size % unit}`.padStart(YEN, "0")}`;
  return shown(locale, digits).format(text as `${number}`);
}
