import { InvalidJsonError } from "./errors.ts";
import { preview } from "./hex.ts";

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Parses a stranger's JSON text, refusing one over a limit before it is read.
 *
 * @param maxLength - the largest text accepted, in UTF-16 units
 * @throws InvalidJsonError
 */
export function parseJson(text: string, maxLength = 1_000_000): Json {
  if (text.length > maxLength) {
    throw new InvalidJsonError(
      `The JSON text has ${text.length} characters; the limit is ${maxLength}.`,
    );
  }
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new InvalidJsonError("The text is not JSON.", {
      cause,
      details: [`It begins: ${preview(text.slice(0, 60))}`],
    });
  }
}
