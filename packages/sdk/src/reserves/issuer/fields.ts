import * as z from "zod/mini";
import { hasUnsafeCharacters } from "../../primitives/index.ts";
import { hasIsinCheckDigit } from "./isin.ts";

/** A stranger's text of one line, which is shown as it is. */
function line(longest: number) {
  return z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.regex(/\S/),
    z.refine((text) => !hasUnsafeCharacters(text) && !/[\t\n\r]/.test(text), {
      error: "holds control characters or direction overrides",
    }),
  );
}

/** What a company calls itself. */
export const companyName = line(200);
/** How a currency is written: `JPYX`. */
export const currencySymbol = line(16);
/** What tells a holding from others with the same custodian: an account, a lot. */
export const holdingReference = line(64);

/** Whole yen as a decimal text, rounded down: never more than there is. */
export const yen = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,29})$/));

/** A country by ISO 3166-1 alpha-2. */
export const country = z.string().check(z.regex(/^[A-Z]{2}$/));

/** A security by ISO 6166, its check digit right. */
export const isin = z
  .string()
  .check(
    z.regex(/^[A-Z]{2}[A-Z0-9]{9}[0-9]$/),
    z.refine(hasIsinCheckDigit, { error: "has a wrong check digit (ISO 6166)" }),
  );

/** Where a document lies on the web. */
export const httpsUrl = z.string().check(z.maxLength(2_048), z.regex(/^https:\/\/[^\s]+$/));
