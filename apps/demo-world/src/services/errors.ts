import { RyuguError } from "@ryugu/sdk/errors";

/** A node or the world server could not be asked, or answered nonsense. */
export class NodeUnavailableError extends RyuguError {
  readonly code = "node-unavailable";
  override readonly retryable = true;
}
