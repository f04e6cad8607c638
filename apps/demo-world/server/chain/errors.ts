import { RyuguError } from "@ryugu/sdk/errors";

/** The platform's chain did not answer in time. */
export class WorldChainError extends RyuguError {
  readonly code = "world-chain";
  override readonly retryable = true;
}
