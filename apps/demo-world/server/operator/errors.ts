import { AnswerableError } from "../http/errors.ts";

/** A transaction was signed and sent, and is in no block yet. Asking again finds the same one. */
export class TransactionPendingError extends AnswerableError {
  readonly code = "transaction-pending";
  readonly status = 503;
  override readonly retryable = true;
}

/** The chain carried a transaction of the platform out, and it failed. */
export class TransactionRevertedError extends AnswerableError {
  readonly code = "transaction-reverted";
  readonly status = 502;
}

/** The platform has no more coins to give today. */
export class SponsorEmptyError extends AnswerableError {
  readonly code = "sponsor-empty";
  readonly status = 503;
}

/** What a person asked for would cost the platform more gas than it pays for anybody's: a stranger's contract burns it. */
export class GasTooMuchError extends AnswerableError {
  readonly code = "gas-too-much";
  readonly status = 422;
}
