import { RyuguError } from "../errors/index.ts";

/** A statement or certificate is of another zone, by nobody who has a seat there, or not what was signed. */
export class ReservesUntrustedError extends RyuguError {
  readonly code = "reserves-untrusted";
}

/** A statement or certificate is signed, but what it says does not fit together. */
export class ReservesContradictoryError extends RyuguError {
  readonly code = "reserves-contradictory";
}
