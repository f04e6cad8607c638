import { AnswerableError } from "../http/errors.ts";

/** A signed purchase is not one that the gallery pays the gas for, or that the chain would take. */
export class PurchaseRefusedError extends AnswerableError {
  readonly code = "purchase-refused";
  readonly status = 422;
  /** `payout`'s word for what is wrong, `buyer` for somebody else's purchase, `gallery` for another's work. */
  readonly reason: string;

  constructor(reason: string, sentence: string, cause?: unknown) {
    super(sentence, { ...(cause === undefined ? {} : { cause }), details: [`Reason: ${reason}`] });
    this.reason = reason;
  }
}
