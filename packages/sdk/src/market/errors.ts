import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";

/** What is wrong with an order. `royalty`: the creators would never get what the collection asks for them. */
export type OrderFault = "terms" | "market" | "royalty" | "signature";

/** An order that no market would carry out, or that its seller did not sign. */
export class InvalidOrderError extends RyuguError {
  readonly code = "invalid-order";
  readonly reason: OrderFault;

  constructor(reason: OrderFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** Which part of a signed purchase is wrong. */
export type PurchaseFault =
  | "chain"
  | "market"
  | "order"
  | "buyer"
  | "count"
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
