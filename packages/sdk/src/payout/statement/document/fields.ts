import * as z from "zod/mini";
import { formatAssetId, hasUnsafeCharacters, parseAssetId } from "../../../primitives/index.ts";
import { isDay } from "../period.ts";

/** Units as a decimal text: they may be more than a number holds. */
export const units = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,79})$/));
/** Units that may be below zero. */
export const signedUnits = z.string().check(z.regex(/^(?:0|-?[1-9][0-9]{0,79})$/));
/** Yen as an exact decimal text: `1200`, `0.5`, `-3`. */
export const yen = z
  .string()
  .check(z.regex(/^(?!-0$)-?(?:0|[1-9][0-9]{0,79})(?:\.[0-9]{0,17}[1-9])?$/));
/** A place in a chain or a log, or a count. */
export const whole = z.int().check(z.nonnegative());
/** A day in Japan: `2026-11-05`. */
export const day = z.string().check(
  z.regex(/^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}$/),
  z.refine((value) => isDay(value), { error: "The calendar has no such day" }),
);
/** A time, UTC, to the second. */
export const instant = z
  .string()
  .check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/));
/** A token by CAIP-19, as `formatAssetId` writes it. */
export const assetIdText = z.string().check(
  z.regex(/^eip155:[1-9][0-9]{0,19}\/erc(?:721|1155):0x[0-9a-fA-F]{40}\/[0-9]{1,78}$/),
  z.refine((value) => isWritten(value), { error: "Not an asset id in its one way of writing" }),
);

/** What people wrote on one line, safe to show, at most so many characters. */
export const line = (limit: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(limit),
    z.refine((value) => isOneLine(value), { error: "Not one line of text that is safe to show" }),
  );

/** An amount in a currency's units, and in yen. */
export const money = z.strictObject({ units, yen });
/** {@link money} that may be below zero. */
export const signedMoney = z.strictObject({ units: signedUnits, yen });

function isWritten(value: string): boolean {
  try {
    return formatAssetId(parseAssetId(value)) === value;
  } catch {
    return false;
  }
}

function isOneLine(value: string): boolean {
  return !hasUnsafeCharacters(value) && !/[\t\r\n]/.test(value) && value.trim() === value;
}
