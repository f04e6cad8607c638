import { RyuguError } from "@ryugu/sdk/errors";

/** An RPC endpoint did not answer in time, or not with JSON-RPC, or with something that cannot be. */
export class EndpointFailedError extends RyuguError {
  readonly code = "endpoint-failed";
  override readonly retryable = true;
}

/** An RPC endpoint answered with a JSON-RPC error. */
export class EndpointRefusedError extends RyuguError {
  readonly code = "endpoint-refused";
  override readonly retryable = true;
  /** The JSON-RPC error's number. */
  readonly rpcCode: number;
  /** Revert data, where the error carries it. */
  readonly data: string | undefined;

  constructor(message: string, rpcCode: number, data: string | undefined, details: string[]) {
    super(message, { details });
    this.rpcCode = rpcCode;
    this.data = data;
  }
}

/** An RPC endpoint was asked too often. */
export class EndpointBusyError extends RyuguError {
  readonly code = "endpoint-busy";
  override readonly retryable = true;
  /** How long it wants to be left alone, in milliseconds; undefined where it does not say. */
  readonly retryAfter: number | undefined;

  constructor(retryAfter: number | undefined, details: string[]) {
    super("An RPC endpoint was asked too often.", { details });
    this.retryAfter = retryAfter;
  }
}

/** An RPC endpoint does not know a block yet that others know. */
export class EndpointBehindError extends RyuguError {
  readonly code = "endpoint-behind";
  override readonly retryable = true;
}

/** An RPC endpoint answers for another chain than the configuration says. */
export class OtherChainError extends RyuguError {
  readonly code = "endpoint-other-chain";
  override readonly retryable = true;
}

/** No RPC endpoint of a chain could answer. */
export class ChainUnreachableError extends RyuguError {
  readonly code = "chain-unreachable";
  override readonly retryable = true;
}

/** Too few independent RPC endpoints returned the same answer. */
export class EndpointsDisagreeError extends RyuguError {
  readonly code = "endpoints-disagree";
  override readonly retryable = true;
}

/** A transaction of the council's was sent, and no block holds it yet. Submitting again does no harm. */
export class SubmissionPendingError extends RyuguError {
  readonly code = "submission-pending";
  override readonly retryable = true;
}
