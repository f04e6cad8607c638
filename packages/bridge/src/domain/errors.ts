import { RyuguError } from "@ryugu/sdk/errors";
import type { Bytes32 } from "@ryugu/sdk/primitives";

/** Logs did not continue the lane: a gap, a wrong message id, or another head than the gateway's. */
export class LogMismatchError extends RyuguError {
  readonly code = "log-mismatch";
  override readonly retryable = true;
  /** The lane that the logs do not continue, where it is one lane. */
  readonly laneId: Bytes32 | undefined;

  constructor(message: string, details: readonly string[], laneId?: Bytes32) {
    super(message, { details: laneId === undefined ? details : [`Lane: ${laneId}`, ...details] });
    this.laneId = laneId;
  }
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

/** A zone manifest was verified but must not take the place of the one that the node goes by. */
export class ManifestRefusedError extends RyuguError {
  readonly code = "manifest-refused";
}

/** A creator's statement would rest on more than this node reads for one, or have more lines than it writes. */
export class StatementTooLongError extends RyuguError {
  readonly code = "statement-too-long";
}

/** What a creator's statement rests on was not read yet: the chains' index is being made, or royalties have just arrived. */
export class StatementUnreadError extends RyuguError {
  readonly code = "statement-unread";
  override readonly retryable = true;
}

/** This node makes no creators' statements: its configuration names no currencies for them. */
export class StatementsOffError extends RyuguError {
  readonly code = "statements-off";
}
