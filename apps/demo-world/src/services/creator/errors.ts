import { RyuguError } from "@ryugu/sdk/errors";

/** No node gives the statement that was asked for; `reason` is the node's own code for why. */
export class StatementRefusedError extends RyuguError {
  readonly code = "statement-refused";
  readonly reason: string;

  constructor(reason: string, sentence: string) {
    super(sentence, { details: [`Reason: ${reason}`] });
    this.reason = reason;
  }
}
