import { safeLine } from "@ryugu/sdk/primitives";

/** The most UTF-16 units of a name. */
export const MAX_NAME = 24;
/** The most UTF-16 units of one thing said. */
export const MAX_SAID = 280;

/** Zero-width characters and fillers make two names look alike, or a name look like none. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;
/** More marks on one letter than any language stacks spill over the lines above and below. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * A name as it may be shown over somebody's head: one line, nothing invisible, nothing that turns the text.
 * Empty where nothing is left.
 */
export function cleanName(text: string): string {
  return cleanLine(text, MAX_NAME);
}

/** Something said as it may be shown. Empty where nothing is left. */
export function cleanSaid(text: string): string {
  return cleanLine(text, MAX_SAID);
}

/**
 * A stranger's words as one line of at most so many UTF-16 units: nothing invisible, nothing that turns the text. Empty where
 * nothing is left.
 */
export function cleanLine(text: string, limit: number): string {
  const visible = text
    .slice(0, 4 * limit)
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(STACKED_MARKS, "$1");
  return safeLine(visible, limit);
}
