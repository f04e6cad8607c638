import { AnswerableError } from "../http/errors.ts";

/** The platform's chain did not answer in time, so that nothing was read from it or sent on it. */
export class WorldChainError extends AnswerableError {
  readonly code = "world-chain";
  readonly status = 503;
  override readonly retryable = true;
}
