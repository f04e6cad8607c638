import { RyuguError } from "../errors/index.ts";

/** A statement, certificate or issuer's report is by nobody whose word it could be, or not what was signed. */
export class ReservesUntrustedError extends RyuguError {
  readonly code = "reserves-untrusted";
}

/** A statement or certificate is signed, but what it says does not fit together. */
export class ReservesContradictoryError extends RyuguError {
  readonly code = "reserves-contradictory";
}

/** A chain did not say what an issuer's report is to be compared with. */
export class IssuerFactUnreadError extends RyuguError {
  readonly code = "issuer-fact-unread";
  override readonly retryable = true;
}
