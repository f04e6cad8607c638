import holidayJp from "@holiday-jp/holiday_jp";
import type { Day } from "@ryugu/sdk/payout";

/**
 * The national holidays of Japan from 1970 to 2050, as `2026-11-23`. The equinoxes of years to come are as they are
 * computed; the Cabinet Office fixes each in the February before.
 */
export function nationalHolidays(): ReadonlySet<Day> {
  return new Set(Object.keys(holidayJp.holidays));
}
