import type { Database } from "../database.ts";

/** A bank's clock: it runs faster than ours, so that a day at the bank is seconds here. */
export interface BankClock {
  /** Unix seconds at the bank. */
  now(): number;
}

/** How a bank's clock runs. */
export interface BankClockSettings {
  /** Unix seconds at the bank when it is opened for the first time. */
  readonly start: number;
  /** Seconds at the bank in one of ours. */
  readonly speed: number;
}

/** Where a clock's beginning is kept: a bank that starts again goes on in its own time. */
export const CLOCK_TABLES = `
  CREATE TABLE IF NOT EXISTS clock (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    bank INTEGER NOT NULL,
    ours INTEGER NOT NULL
  ) STRICT;
`;

/**
 * Starts a bank's clock, or goes on with it.
 *
 * @param ours - our own time, in milliseconds
 */
export function openBankClock(
  database: Database,
  { start, speed }: BankClockSettings,
  ours: () => number,
): BankClock {
  database.run("INSERT OR IGNORE INTO clock (only, bank, ours) VALUES (1, ?, ?)", start, ours());
  const begun = database.get("SELECT bank, ours FROM clock");
  const [bank, since] = [Number(begun?.bank), Number(begun?.ours)];
  return { now: () => Math.floor(bank + ((ours() - since) / 1_000) * speed) };
}
