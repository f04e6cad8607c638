import { ReasonedError } from "../http/errors.ts";

/**
 * A person's work is not made. Reasons: `title`, `name` (nothing readable is left of it), `shares` (not 10,000 together), `payee`
 * (one that can do nothing with money), `duplicate` (a payee twice), `picture` (none that was brought here), `key` (used for
 * another work), `often` (enough for a day), `full` (no spot is free).
 */
export class WorkRefusedError extends ReasonedError {
  readonly code = "work-refused";
}
