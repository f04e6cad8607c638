import { RyuguError } from "@ryugu/sdk/errors";

/** Logs did not continue the lane: a gap, a wrong message id, or another head than the gateway's. */
export class LogMismatchError extends RyuguError {
  readonly code = "log-mismatch";
  override readonly retryable = true;
}

/** An RPC endpoint refused a range of blocks; a smaller one may pass. */
export class RangeTooLargeError extends RyuguError {
  readonly code = "range-too-large";
  override readonly retryable = true;
}

/** A call that was to be sent would revert. */
export class CallRevertedError extends RyuguError {
  readonly code = "call-reverted";
}
