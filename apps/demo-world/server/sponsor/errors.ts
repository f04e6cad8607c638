import { AnswerableError } from "../http/errors.ts";

/** The platform has given a person as many coins for gas today as it gives to anyone. */
export class GasLimitError extends AnswerableError {
  readonly code = "gas-limit";
  readonly status = 429;
}
