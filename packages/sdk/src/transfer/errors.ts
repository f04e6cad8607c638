import { RyuguError } from "../errors/index.ts";

/** What was asked to be sent breaks a rule that can be seen before asking the chain. */
export class InvalidTransferError extends RyuguError {
  readonly code = "invalid-transfer";
}

/** The sender does not own a token it wants to send, or the token does not exist. */
export class NotOwnerError extends RyuguError {
  readonly code = "not-owner";
}

/** The gateway or the token's contract refused the transaction. */
export class TransferRefusedError extends RyuguError {
  readonly code = "transfer-refused";
}

/** A wallet or provider is on another chain than the transfer's origin. */
export class WrongChainError extends RyuguError {
  readonly code = "wrong-chain";
}

/** No message of this id is known to any node or chain that was asked. */
export class TransferNotFoundError extends RyuguError {
  readonly code = "transfer-not-found";
  override readonly retryable = true;
}

/** The message does not wait here: it was consumed before, or is not parked. */
export class TransferNotWaitingError extends RyuguError {
  readonly code = "transfer-not-waiting";
}

/** No quorum's attestations were given that lead from the message to a checkpoint. */
export class ProofIncompleteError extends RyuguError {
  readonly code = "proof-incomplete";
  override readonly retryable = true;
}

/** Neither a node nor a chain could be asked. */
export class TransferSourceError extends RyuguError {
  readonly code = "transfer-source";
  override readonly retryable = true;
}

/** A webhook's request was not signed with any of the secrets given. */
export class WebhookForgedError extends RyuguError {
  readonly code = "webhook-forged";
}

/** A webhook's request was signed too long ago, or in the future: it may be an old one played again. */
export class WebhookStaleError extends RyuguError {
  readonly code = "webhook-stale";
}
