import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";

/** What is wrong with an order. */
export type OrderFault = "terms" | "market" | "signature";

/** An order that no market would carry out, or that its seller did not sign. */
export class InvalidOrderError extends RyuguError {
  readonly code = "invalid-order";
  readonly reason: OrderFault;

  constructor(reason: OrderFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}
