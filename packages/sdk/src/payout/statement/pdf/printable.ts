import { safeLine } from "../../../primitives/index.ts";

/** The geta mark: what Japanese printers set where they have no type for a character. */
export const MISSING = "〓";
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
/** What is set upon the character before. */
const MARK = /^\p{M}$/u;
const RUN = new RegExp(`${MISSING}(?:\\s*${MISSING})+`, "gu");

/**
 * A text as it can be printed on one line: composed, without invisible characters, and with {@link MISSING} for each run of characters
 * that a font lacks. Scripts from right to left are among them, so no text can turn the line around.
 */
export function printable(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
  limit = 200,
): string {
  const clean = safeLine(text.normalize("NFC"), limit).replace(INVISIBLE, "");
  const shown = [...clean].map((char) => {
    if (hasGlyph(char.codePointAt(0) ?? 0)) return char;
    return MARK.test(char) ? "" : MISSING;
  });
  return shown.join("").replace(RUN, MISSING);
}

/** Addresses and hashes by their ends; other texts as they are. */
export function shortHex(text: string): string {
  return /^0x[0-9a-fA-F]{16,}$/.test(text) ? `${text.slice(0, 6)}…${text.slice(-4)}` : text;
}
