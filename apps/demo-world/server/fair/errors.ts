import { AnswerableError } from "../http/errors.ts";

/** Why an application is not taken. The client has words for each. */
export type ApplicationFault =
  | "organisation-unknown"
  | "job-unknown"
  | "field-unknown"
  | "field-missing"
  | "field-repeated"
  | "text"
  | "applicant"
  | "signature"
  | "too-old"
  | "nonce-used"
  | "too-many";

/** A job application, or its withdrawal, is not one that can be taken. */
export class ApplicationRefusedError extends AnswerableError {
  readonly code = "application-refused";
  readonly status = 422;
  readonly reason: ApplicationFault;

  constructor(reason: ApplicationFault, sentence: string) {
    super(sentence, { details: [`Reason: ${reason}`] });
    this.reason = reason;
  }
}

/** There is no such application, it is somebody else's, or it was taken back. */
export class ApplicationUnknownError extends AnswerableError {
  readonly code = "application-unknown";
  readonly status = 404;
}
