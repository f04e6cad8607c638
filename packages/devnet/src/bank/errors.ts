import { RyuguError } from "@ryugu/sdk/errors";

/** A posting would leave the bank's books with other debits than credits, or with an overdrawn account. */
export class LedgerUnbalancedError extends RyuguError {
  readonly code = "ledger-unbalanced";
}

/** The key of an order was used before, for another order. */
export class OrderConflictError extends RyuguError {
  readonly code = "order-conflict";
}

/** The bank knows no transfer with this key. */
export class BankTransferNotFoundError extends RyuguError {
  readonly code = "bank-transfer-not-found";
}

/** The bank is closed for maintenance. */
export class BankMaintenanceError extends RyuguError {
  readonly code = "bank-maintenance";
  override readonly retryable = true;
}
