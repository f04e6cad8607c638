import { RyuguError } from "@ryugu/sdk/errors";

/** A keystore could not be read or decrypted, or holds another key than the zone's manifest names. */
export class KeystoreError extends RyuguError {
  readonly code = "keystore-failed";
}

/** A passphrase is needed, and there is no file that holds it and nobody who could be asked. */
export class PassphraseMissingError extends RyuguError {
  readonly code = "passphrase-missing";
}

/** Whoever keeps the validator's key did not answer, or answered something else than a signature. */
export class SignerUnavailableError extends RyuguError {
  readonly code = "signer-unavailable";
  override readonly retryable = true;
}

/** Whoever keeps the validator's key will not sign this: it is of no kind that it knows, or denies what it signed before. */
export class SigningRefusedError extends RyuguError {
  readonly code = "signing-refused";
}
