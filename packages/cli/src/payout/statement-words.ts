import { type Period, parsePeriod, type StatementLanguage } from "@ryugu/sdk/payout/statement";
import type { StatementFormat } from "@ryugu/sdk/payout/statement/node";
import { type Address, address } from "@ryugu/sdk/primitives";
import { UsageError } from "../errors.ts";

/** What a person typed after `payout statement`, but for whose word counts. */
export interface StatementWords {
  account?: readonly string[];
  format?: string;
  language?: string;
}

/** Whose statement, of when, and in which form. */
export interface StatementWish {
  readonly accounts: readonly Address[];
  readonly period: Period;
  readonly format: StatementFormat;
  readonly language: StatementLanguage;
}

const FORMATS: readonly StatementFormat[] = ["json", "csv", "pdf"];
const LANGUAGES: readonly StatementLanguage[] = ["ja", "en"];

/**
 * Reads what statement is wanted.
 *
 * @throws UsageError, InvalidAddressError, InvalidPeriodError
 */
export function readWish(account: string, period: string, words: StatementWords): StatementWish {
  return {
    accounts: [account, ...(words.account ?? [])].map((text) => address(text)),
    period: parsePeriod(period),
    format: oneOf(FORMATS, words.format ?? "json", "--format"),
    language: oneOf(LANGUAGES, words.language ?? "ja", "--language"),
  };
}

function oneOf<T extends string>(all: readonly T[], text: string, option: string): T {
  const found = all.find((each) => each === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} is one of ${all.join(", ")}: ${text}`);
}
