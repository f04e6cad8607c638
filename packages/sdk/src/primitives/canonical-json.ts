import canonicalize from "canonicalize";
import { InvalidJsonError } from "./errors.ts";

/**
 * Writes a value as canonical JSON (RFC 8785): the same data always gives the same text.
 *
 * @throws InvalidJsonError when the value is not JSON: cycles, NaN, lone surrogates, functions
 */
export function canonicalJson(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (cause) {
    throw new InvalidJsonError("The value cannot be written as canonical JSON.", { cause });
  }
  throw new InvalidJsonError("The value cannot be written as JSON.");
}
