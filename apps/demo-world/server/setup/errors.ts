import { AnswerableError } from "../http/errors.ts";

/** The platform's own contracts or content could not be made. */
export class PlatformSetupError extends AnswerableError {
  readonly code = "platform-setup";
  readonly status = 503;
}

/** The platform has only just started: what it gives is not on its chain yet. */
export class PlatformNotReadyError extends AnswerableError {
  readonly code = "platform-not-ready";
  readonly status = 503;
  override readonly retryable = true;
}
