import { RyuguError } from "@ryugu/sdk/errors";

/** A document of the council is not signed by this validator, for a reason that signing again will not cure. */
export class CouncilRefusedError extends RyuguError {
  readonly code = "council-refused";
}
