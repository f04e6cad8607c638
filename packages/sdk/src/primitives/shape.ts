import type * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { InvalidShapeError } from "./errors.ts";

/** Sentences for what a schema finds wrong: `schema.safeParse(value, { error: englishIssues })`. */
export const englishIssues: z.core.$ZodErrorMap = /* @__PURE__ */ (() => en().localeError)();

/** More details than these are only counted. */
const MAX_DETAILS = 8;

/**
 * Checks a value against a schema.
 *
 * @param what - what the value is, for the error: `"The zone manifest"`
 * @throws InvalidShapeError with one detail per field that is wrong
 */
export function parseShape<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  // zod/mini has no sentences of its own; the language is given here, not set for the whole program.
  const result = schema.safeParse(value, { error: englishIssues });
  if (result.success) return result.data;
  const details = result.error.issues.map(
    (issue) =>
      `${issue.path.length === 0 ? "(the whole)" : issue.path.join(".")}: ${issue.message}`,
  );
  const more = details.length - MAX_DETAILS;
  throw new InvalidShapeError(`${what} does not have the shape it should.`, {
    details: more > 0 ? [...details.slice(0, MAX_DETAILS), `and ${more} more`] : details,
    cause: result.error,
  });
}
