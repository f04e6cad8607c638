import { RyuguError } from "@ryugu/sdk/errors";

/** An RPC endpoint did not answer in time, or not with JSON-RPC. */
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
