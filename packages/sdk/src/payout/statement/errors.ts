import { RyuguError } from "../../errors/index.ts";

/** Facts that chains cannot have recorded together: a sum that does not close, two forks mixed, a claim of what was never credited. */
export class StatementFactsError extends RyuguError {
  readonly code = "statement-facts";
}

/** A text or pair of days is not a period of a statement. */
export class InvalidPeriodError extends RyuguError {
  readonly code = "invalid-period";
}

/** A creator's statement is of another zone, by nobody who has a seat there, or not what was signed. */
export class StatementUntrustedError extends RyuguError {
  readonly code = "statement-untrusted";
}

/** A creator's statement has its shape, but what it says does not add up. */
export class StatementContradictoryError extends RyuguError {
  readonly code = "statement-contradictory";
}

/** A statement's PDF cannot be written here: the library or the fonts are not installed, or a font cannot be read. */
export class StatementPdfError extends RyuguError {
  readonly code = "statement-pdf";
}
