import {
  type BankAccount,
  type BankCalendar,
  type BankRefusal,
  dayInJapan,
  departureTime,
  isBusinessDay,
  isSameAccount,
  nextBusinessDay,
  startOfDay,
  type TransferOrder,
} from "@ryugu/sdk/payout";
import type { BankSettings } from "./settings.ts";

const DAY = 86_400;
const MINUTE = 60;

/** What the bank knows of itself when an order comes in. */
export interface OrderContext {
  readonly settings: Pick<BankSettings, "limits">;
  readonly calendar: BankCalendar;
  /** The bank's unix seconds. */
  readonly now: number;
  /** What the transfer costs, what was ordered today already, and what is in the customer's account, in yen. */
  readonly fee: bigint;
  readonly orderedToday: bigint;
  readonly deposit: bigint;
}

/** Why an order is refused at once; undefined where it is taken. */
export function refusalOf(order: TransferOrder, context: OrderContext): BankRefusal | undefined {
  const { settings, calendar, now, fee, orderedToday, deposit } = context;
  const { perTransfer, perDay } = settings.limits;
  if (order.executeOn !== undefined) {
    const isPast = order.executeOn < dayInJapan(now);
    if (isPast || !isBusinessDay(order.executeOn, calendar)) return "not-a-business-day";
  }
  if (order.yen <= fee || order.yen > perTransfer || orderedToday + order.yen > perDay)
    return "limit-exceeded";
  return order.yen > deposit ? "insufficient-funds" : undefined;
}

/** When an order leaves: as soon as the bank works, or when it opens on the day that was asked for. */
export function leavingTime(order: TransferOrder, now: number, calendar: BankCalendar): number {
  if (order.executeOn === undefined) return departureTime(now, calendar);
  const opens = startOfDay(order.executeOn) + calendar.opening * MINUTE;
  return departureTime(Math.max(now, opens), calendar);
}

/** When the other bank answers: on a day on which it works, unless it takes part in more time. */
export function arrivalTime(at: number, calendar: BankCalendar): number {
  const day = dayInJapan(at);
  if (calendar.moreTime || isBusinessDay(day, calendar)) return at;
  return startOfDay(nextBusinessDay(day, calendar)) + calendar.opening * MINUTE;
}

/** What the other bank does with money for an account: why it sends it back; undefined where it pays. */
export function fateOf(
  account: BankAccount,
  { accounts, unlisted }: Pick<BankSettings, "accounts" | "unlisted">,
): BankRefusal | undefined {
  const listed = accounts.find((one) => isSameAccount(one.account, account));
  if (listed === undefined) return isThere(account, unlisted) ? undefined : "no-such-account";
  if (listed.isClosed) return "account-closed";
  return listed.account.holder === account.holder ? undefined : "holder-mismatch";
}

function isThere({ number }: BankAccount, unlisted: BankSettings["unlisted"]): boolean {
  if (typeof unlisted === "string") return unlisted === "open";
  return !number.startsWith(unlisted.missing);
}

/** Whether the bank is closed for maintenance. */
export function isUnderMaintenance(
  now: number,
  { maintenance }: Pick<BankSettings, "maintenance">,
): boolean {
  const start = startOfDay(dayInJapan(now));
  const minutes = (now - start) / MINUTE;
  // 4 January 1970, day 3 after the epoch's Thursday, was a Sunday.
  const weekday = (Math.floor((start + 9 * 3_600) / DAY) + 4) % 7;
  return maintenance.some(
    ({ weekday: on, from, to }) =>
      (on === undefined || on === weekday) && minutes >= from && minutes < to,
  );
}
