import { RyuguError, type RyuguErrorOptions } from "../../errors/index.ts";

/**
 * What stands in the way of passkeys: the page came over plain http, its host is an IP address, the
 * browser has no WebAuthn, the device nothing that keeps passkeys, or the browser no PRF extension.
 */
export type PasskeyObstacle =
  | "insecure-context"
  | "ip-address"
  | "no-webauthn"
  | "no-authenticator"
  | "no-prf";

/** Passkeys cannot be used in this page, browser or device. */
export class PasskeyUnavailableError extends RyuguError {
  readonly code = "passkey-unavailable";
  readonly obstacle: PasskeyObstacle;

  constructor(message: string, obstacle: PasskeyObstacle, options?: RyuguErrorOptions) {
    super(message, { ...options, details: [`Obstacle: ${obstacle}`, ...(options?.details ?? [])] });
    this.obstacle = obstacle;
  }
}

/** The person closed the passkey's window or let it time out; browsers do not say which. */
export class PasskeyRejectedError extends RyuguError {
  readonly code = "passkey-rejected";
}

/** The passkey works, but its authenticator cannot give the secret that would encrypt a key (PRF). */
export class PasskeyWithoutPrfError extends RyuguError {
  readonly code = "passkey-without-prf";
}

/** The browser or the authenticator failed in a way that has no code of its own. */
export class PasskeyFailedError extends RyuguError {
  readonly code = "passkey-failed";
  override readonly retryable = true;
}
