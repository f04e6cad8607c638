import { RyuguError } from "@ryugu/sdk/errors";

/** The token refused a payment to or from the redemption account. It is tried again. */
export class RedemptionRefusedError extends RyuguError {
  readonly code = "redemption-refused";
  override readonly retryable = true;
}

/** More cash-outs wait for their payment than the issuer keeps. */
export class IssuerBusyError extends RyuguError {
  readonly code = "issuer-busy";
  override readonly retryable = true;
}
