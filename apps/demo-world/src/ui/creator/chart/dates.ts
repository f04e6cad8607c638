import type { ChartUnit } from "../../../sim/creator/earnings.ts";
import type { Locale } from "../../../stores/preferences-store.ts";

/** How much of a day or month is written. */
type Size = "short" | "long";

const OPTIONS: Readonly<Record<ChartUnit, Record<Size, Intl.DateTimeFormatOptions>>> = {
  day: {
    short: { day: "numeric", month: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
  },
  month: { short: { month: "short" }, long: { month: "long", year: "numeric" } },
};

/** A day or month of Japan's calendar, `2026-11-23` or `2026-11`, in the reader's words. */
export function dateText(key: string, unit: ChartUnit, size: Size, locale: Locale): string {
  const date = new Date(`${unit === "day" ? key : `${key}-01`}T00:00:00Z`);
  const options = { ...OPTIONS[unit][size], timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options).format(date);
}
