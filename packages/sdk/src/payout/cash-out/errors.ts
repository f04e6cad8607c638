import { RyuguError, type RyuguErrorOptions } from "../../errors/index.ts";

/** The part of a bank account that is wrong. */
export type BankAccountField = "account" | "bankCode" | "branchCode" | "type" | "number" | "holder";

/** What was given is no bank account that a transfer in Japan can be addressed to. */
export class InvalidBankAccountError extends RyuguError {
  readonly code = "invalid-bank-account";
  readonly field: BankAccountField;

  constructor(field: BankAccountField, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.field = field;
  }
}

/** Which part of a signed cash-out is wrong. */
export type CashOutFault =
  | "chain"
  | "currency"
  | "redemption"
  | "units"
  | "limit"
  | "early"
  | "expired"
  | "idempotency-key"
  | "signature";

/** A signed cash-out would not be paid, or not for what it says, so the issuer does not take it. */
export class InvalidCashOutError extends RyuguError {
  readonly code = "invalid-cash-out";
  readonly reason: CashOutFault;

  constructor(reason: CashOutFault, shortMessage: string, options?: RyuguErrorOptions) {
    super(shortMessage, options);
    this.reason = reason;
  }
}

/** Less is to be cashed out than the bank takes for its transfer. */
export class CashOutTooSmallError extends RyuguError {
  readonly code = "cash-out-too-small";
}

/** The issuer knows no cash-out of this id. */
export class CashOutNotFoundError extends RyuguError {
  readonly code = "cash-out-not-found";
}

/** A cash-out is too far on its way to be cancelled. */
export class CashOutTooLateError extends RyuguError {
  readonly code = "cash-out-too-late";
}

/** The issuer or its bank gave no answer. What was asked may have been done: ask again with the same request. */
export class CashOutUnavailableError extends RyuguError {
  readonly code = "cash-out-unavailable";
  override readonly retryable = true;
}

/** A cash-out was to make a move that its state does not have. */
export class IllegalCashOutMoveError extends RyuguError {
  readonly code = "illegal-cash-out-move";
}

/** The bank says of a transfer what cannot be true beside what it said before, or beside our books. */
export class CashOutContradictionError extends RyuguError {
  readonly code = "cash-out-contradiction";
}

/** A file is not in the Zengin format, or does not add up. */
export class ZenginFileError extends RyuguError {
  readonly code = "zengin-file";
}
