import { RyuguError } from "@ryugu/sdk/errors";

/** A peer's node did not answer, or answered something else than attestations. */
export class PeerFailedError extends RyuguError {
  readonly code = "peer-failed";
  override readonly retryable = true;
}

/** An attestation was of a lane that the zone does not have. */
export class UnknownLaneError extends RyuguError {
  readonly code = "unknown-lane";
}
