import { RyuguError } from "@ryugu/sdk/errors";

/** The creator's desk was asked for what it cannot do yet: the zone, a platform or the key is missing. */
export class DeskNotReadyError extends RyuguError {
  readonly code = "desk-not-ready";
}
