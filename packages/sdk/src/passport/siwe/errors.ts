import { RyuguError, type RyuguErrorOptions } from "../../errors/index.ts";

/** A text or its fields are not a sign-in message (ERC-4361). */
export class InvalidSiweMessageError extends RyuguError {
  readonly code = "invalid-siwe-message";
}

/** Why a sign-in was refused. */
export type SiweRefusal =
  | "domain"
  | "scheme"
  | "uri"
  | "nonce"
  | "chain"
  | "address"
  | "request-id"
  | "expired"
  | "not-yet-valid"
  | "too-old"
  | "issued-in-future"
  | "malformed-signature"
  | "wrong-signature"
  | "contract-wallet"
  | "contract-check-failed";

/** A sign-in message is well formed, but is not for here or now, or not signed by its account. */
export class SiweRefusedError extends RyuguError {
  readonly code = "siwe-refused";
  readonly reason: SiweRefusal;
  /** A contract wallet may be asked again when its chain could not be reached. */
  override readonly retryable: boolean;

  constructor(message: string, reason: SiweRefusal, options?: RyuguErrorOptions) {
    super(message, { ...options, details: [`Reason: ${reason}`, ...(options?.details ?? [])] });
    this.reason = reason;
    this.retryable = reason === "contract-check-failed";
  }
}
