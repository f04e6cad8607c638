import { AnswerableError } from "../http/errors.ts";

/** The platform's stock of test yen is empty, or has not come over the lane yet. */
export class YenEmptyError extends AnswerableError {
  readonly code = "yen-empty";
  readonly status = 503;
  override readonly retryable = true;
}

/** The yen itself refuses to be paid to the account: its issuer has blocked it, or has stopped all transfers. */
export class YenRefusedError extends AnswerableError {
  readonly code = "yen-refused";
  readonly status = 422;
}
