import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";

/** A text or number is not an amount of money. */
export class InvalidAmountError extends RyuguError {
  readonly code = "invalid-amount";
}

/** A currency cannot be paid by a signature: it lacks ERC-3009, or does not say what it signs for (EIP-712). */
export class CurrencyUnsupportedError extends RyuguError {
  readonly code = "currency-unsupported";
}

/** Which rule a list of payees breaks. */
export type SharesFault = "count" | "payee" | "weight";

/** A list of payees is one that no split can have. */
export class InvalidSharesError extends RyuguError {
  readonly code = "invalid-shares";
  readonly reason: SharesFault;

  constructor(reason: SharesFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** No split of the factory stands at an address. */
export class SplitNotFoundError extends RyuguError {
  readonly code = "split-not-found";
}

/** A split has more splits in it than can sensibly be read. */
export class SplitTooLargeError extends RyuguError {
  readonly code = "split-too-large";
}

/** A payment breaks a rule that can be seen before asking the chain. */
export class InvalidPaymentError extends RyuguError {
  readonly code = "invalid-payment";
}

/** Which part of a signed claim is wrong. */
export type ClaimFault = "chain" | "place" | "recipient" | "expired" | "nonce" | "signature";

/** A signed claim would be refused by the chain, so nobody should pay its gas. */
export class InvalidClaimError extends RyuguError {
  readonly code = "invalid-claim";
  readonly reason: ClaimFault;

  constructor(reason: ClaimFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** A market, a split, a rail, a token or a currency refused a transaction, or a question. */
export class PayoutRefusedError extends RyuguError {
  readonly code = "payout-refused";
  /** The name of the contract's error, such as `NothingToClaim`; absent where it gave none. */
  readonly reason: string | undefined;

  constructor(reason: string | undefined, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** The chain of a market, a split or a rail could not be asked, or another transaction of the signer came first. */
export class PayoutUnavailableError extends RyuguError {
  readonly code = "payout-unavailable";
  override readonly retryable = true;
}

/** A signer is on another chain than the market, split or rail. */
export class PayoutChainError extends RyuguError {
  readonly code = "payout-chain";
}
