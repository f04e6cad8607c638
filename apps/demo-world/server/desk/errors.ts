import { AnswerableError } from "../http/errors.ts";

/** The desk's token is missing or wrong, or there is no such desk: an outsider cannot tell which. */
export class DeskRefusedError extends AnswerableError {
  readonly code = "desk-refused";
  readonly status = 401;
}
