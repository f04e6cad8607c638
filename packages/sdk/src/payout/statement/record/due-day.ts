import { addDays, type Period } from "../period.ts";
import type { DueRule } from "./settings.ts";

/**
 * The day in Japan on which a payment is due.
 *
 * @param day - of the sale; of the earliest one where several stand behind a line
 */
export function dueDay(rule: DueRule, day: string, period: Period): string {
  const event = rule.from === "sale" ? day : addDays(period.to, -1);
  return addDays(event, rule.countsFirstDay ? rule.days - 1 : rule.days);
}
