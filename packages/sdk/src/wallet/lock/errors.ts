import { RyuguError } from "../../errors/index.ts";

/** A value is not a locked key, or asks for more work than is given. */
export class InvalidLockedKeyError extends RyuguError {
  readonly code = "invalid-locked-key";
}

/** The passphrase or passkey does not open the locked key. */
export class WrongSecretError extends RyuguError {
  readonly code = "wrong-secret";
}
