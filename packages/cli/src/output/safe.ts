import { safeLine } from "@ryugu/sdk/primitives";

/** The longest text that is shown in one place; a stranger's name may be a megabyte. */
const MAX_SHOWN = 2_000;

/** Characters that `JSON.stringify` leaves as they are and a terminal would obey. */
const UNSAFE_IN_JSON =
  /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** A text made safe for a terminal: one line, no control characters, no direction overrides. */
export function shown(text: string): string {
  return safeLine(text, MAX_SHOWN);
}

/**
 * A value as JSON that is as safe to look at as to parse: what could steer a terminal is escaped, and
 * integers beyond 2^53 are decimal texts.
 *
 * @param indent - spaces per level; 0 keeps it on one line
 */
export function safeJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, (_, v) => (typeof v === "bigint" ? v.toString() : v), indent);
  return text.replace(
    UNSAFE_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
