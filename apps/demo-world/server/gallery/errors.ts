import { ReasonedError } from "../http/errors.ts";

/**
 * A signed purchase is not one that the platform pays the gas for, or that the chain would take. The reason is `payout`'s word
 * for what is wrong, `buyer` for somebody else's purchase, `order` for one of an order that is not open here.
 */
export class PurchaseRefusedError extends ReasonedError {
  readonly code = "purchase-refused";
}
