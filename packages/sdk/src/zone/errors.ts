import { RyuguError } from "../errors/index.ts";

/** A manifest was not signed by a quorum of the validators that the caller trusts. */
export class ManifestSignatureError extends RyuguError {
  readonly code = "manifest-signature";
}

/** A manifest described another zone, or another genesis, than the caller trusts. */
export class ManifestUntrustedError extends RyuguError {
  readonly code = "manifest-untrusted";
}

/** A manifest could not be fetched or read from its place. */
export class ManifestUnavailableError extends RyuguError {
  readonly code = "manifest-unavailable";
  override readonly retryable = true;
}

/** A chain, partner or lane was asked for that the zone does not have. */
export class NotInZoneError extends RyuguError {
  readonly code = "not-in-zone";
}
