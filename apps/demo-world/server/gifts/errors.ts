import { AnswerableError } from "../http/errors.ts";

/** The platform does not give this kind of thing. */
export class GiftUnknownError extends AnswerableError {
  readonly code = "gift-unknown";
  readonly status = 404;
}

/** The person has had another gift of this platform, and there is one for each. */
export class GiftTakenError extends AnswerableError {
  readonly code = "gift-taken";
  readonly status = 409;
}
