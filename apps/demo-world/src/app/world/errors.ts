import { RyuguError } from "@ryugu/sdk/errors";

/** Something was asked that only somebody inside the world can do. */
export class NotInsideError extends RyuguError {
  readonly code = "not-inside";
}
