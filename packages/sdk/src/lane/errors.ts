import { RyuguError } from "../errors/index.ts";

/** A message ended before its layout did. */
export class MessageTruncatedError extends RyuguError {
  readonly code = "message-truncated";
}

/** A message had bytes after its layout's end. */
export class MessageTrailingBytesError extends RyuguError {
  readonly code = "message-trailing-bytes";
}

/** A message had a version, kind, standard or form that this release does not know. */
export class MessageUnknownError extends RyuguError {
  readonly code = "message-unknown";
}

/** A message broke a rule of its layout: a count, length or combination out of bounds. */
export class MessageInvalidError extends RyuguError {
  readonly code = "message-invalid";
}

/** A zone's name was not 3 to 63 characters of `a-z`, `0-9`, `-` and `.`. */
export class InvalidZoneNameError extends RyuguError {
  readonly code = "invalid-zone-name";
}

/** A validator set was empty, unordered, had duplicates, or its quorum was no majority. */
export class InvalidValidatorSetError extends RyuguError {
  readonly code = "invalid-validator-set";
}

/** A signature was not 64 (EIP-2098) or 65 bytes, or recovered to nobody. */
export class InvalidSignatureError extends RyuguError {
  readonly code = "invalid-signature";
}

/** An attestation was signed by an account that is no validator of the set. */
export class UnknownValidatorError extends RyuguError {
  readonly code = "unknown-validator";
}

/** An attestation named one validator and was signed by another. */
export class AttestationForgedError extends RyuguError {
  readonly code = "attestation-forged";
}

/** Fewer attestations of one checkpoint were given than the quorum asks for. */
export class QuorumMissedError extends RyuguError {
  readonly code = "quorum-missed";
  override readonly retryable = true;
}
