import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";

/** No listing of this id is known to the market. */
export class ListingNotFoundError extends RyuguError {
  readonly code = "listing-not-found";
}

/** What was told of a listing is not what its id commits to: somebody lies about price or payees. */
export class ListingMismatchError extends RyuguError {
  readonly code = "listing-mismatch";
}

/** What was asked to be listed breaks a rule that can be seen before asking the chain. */
export class InvalidListingError extends RyuguError {
  readonly code = "invalid-listing";
}

/** Which part of a signed purchase is wrong. */
export type PurchaseFault =
  | "chain"
  | "market"
  | "listing"
  | "order"
  | "buyer"
  | "count"
  | "state"
  | "currency"
  | "price"
  | "recipient"
  | "early"
  | "expired"
  | "signature";

/** A signed purchase would be refused by the chain, so nobody should pay its gas. */
export class InvalidPurchaseError extends RyuguError {
  readonly code = "invalid-purchase";
  readonly reason: PurchaseFault;

  constructor(reason: PurchaseFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** A text or number is not an amount of money. */
export class InvalidAmountError extends RyuguError {
  readonly code = "invalid-amount";
}

/** The market, the token or the currency refused a transaction. */
export class MarketRefusedError extends RyuguError {
  readonly code = "market-refused";
  /** The name of the contract's error, such as `ListingStale`; absent where it gave none. */
  readonly reason: string | undefined;

  constructor(reason: string | undefined, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** The market's chain could not be asked. */
export class MarketUnavailableError extends RyuguError {
  readonly code = "market-unavailable";
  override readonly retryable = true;
}

/** A signer is on another chain than the market. */
export class MarketChainError extends RyuguError {
  readonly code = "market-chain";
}

/** A currency cannot be paid by a signature: it lacks ERC-3009, or does not say what it signs for (EIP-712). */
export class CurrencyUnsupportedError extends RyuguError {
  readonly code = "currency-unsupported";
}
