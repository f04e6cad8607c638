import { RyuguError } from "@ryugu/sdk/errors";

/** A keystore could not be read or decrypted, or holds another key than the zone's manifest names. */
export class KeystoreError extends RyuguError {
  readonly code = "keystore-failed";
}

/** A passphrase is needed, and there is no file that holds it and nobody who could be asked. */
export class PassphraseMissingError extends RyuguError {
  readonly code = "passphrase-missing";
}
