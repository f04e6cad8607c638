import { RyuguError } from "@ryugu/sdk/errors";

/** A component of the page stands outside the provider that gives it its stores. */
export class MisplacedComponentError extends RyuguError {
  readonly code = "misplaced-component";
}
