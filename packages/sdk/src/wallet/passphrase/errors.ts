import { RyuguError } from "../../errors/index.ts";

/** A passphrase could be guessed by somebody who has the file it protects. */
export class WeakPassphraseError extends RyuguError {
  readonly code = "weak-passphrase";
}
