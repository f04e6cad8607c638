/**
 * Money that reaches everyone who has a share: rails that carry payments, splits that divide them, credits for who could not
 * be paid, and the way from a yen token to a bank account.
 */
export {
  type Agreement,
  authorizationNonce,
  type PaymentAuthorization,
  type PaymentRequest,
  type PaymentTypedData,
  paymentTypedData,
} from "./authorization.ts";
export type {
  CashOutAdapter,
  CashOutEvent,
  CashOutTerms,
  TimedQuote,
} from "./cash-out/adapter.ts";
export {
  BANK_ACCOUNT_TYPES,
  type BankAccount,
  type BankAccountType,
  isSameAccount,
  parseBankAccount,
} from "./cash-out/bank-account.ts";
export { bankMoves } from "./cash-out/bank-moves.ts";
export type {
  BankRail,
  BankRefusal,
  BankTerms,
  BankTransfer,
  BankTransferState,
  TransferOrder,
} from "./cash-out/bank-rail.ts";
export {
  type BankCalendar,
  type Day,
  dayInJapan,
  departureTime,
  isBusinessDay,
  nextBusinessDay,
  startOfDay,
} from "./cash-out/business-day.ts";
export {
  type BankAccountField,
  CashOutContradictionError,
  type CashOutFault,
  CashOutNotFoundError,
  CashOutTooLateError,
  CashOutTooSmallError,
  CashOutUnavailableError,
  IllegalCashOutMoveError,
  InvalidBankAccountError,
  InvalidCashOutError,
  ZenginFileError,
} from "./cash-out/errors.ts";
export { type FeeTier, type TransferFees, transferFee } from "./cash-out/fees.ts";
export { type HttpCashOutOptions, httpCashOut } from "./cash-out/http-cash-out.ts";
export { cashOutSchema, parseCashOut, toCashOutJson } from "./cash-out/json.ts";
export { type CashOutQuote, type QuoteTerms, quoteCashOut } from "./cash-out/quote.ts";
export {
  type BookedTransfer,
  type ComparedTransfer,
  isReconciled,
  type Reconciliation,
  reconcile,
  transferReference,
} from "./cash-out/reconcile.ts";
export {
  type AuthorizationTypedData,
  type CashOutRequest,
  cashOutId,
  cashOutReturnNonce,
  cashOutReturnTypedData,
  cashOutTypedData,
  signCashOut,
} from "./cash-out/request.ts";
export {
  parseSignedCashOut,
  type SignedCashOut,
  signedCashOutSchema,
} from "./cash-out/signed-cash-out.ts";
export {
  type CancellationReason,
  type CashOut,
  type CashOutMove,
  type CashOutState,
  isEnded,
  moveCashOut,
  type RefusalReason,
} from "./cash-out/state.ts";
export {
  type CashOutContext,
  type CashOutWord,
  isCashOutSignedByKey,
  verifyCashOut,
} from "./cash-out/verify.ts";
export {
  parseTransferFile,
  writeTransferFile,
  type ZenginTransfer,
  type ZenginTransferFile,
} from "./cash-out/zengin/transfer-file.ts";
export {
  type ClaimedCredit,
  claimCredit,
  claimCreditFor,
  creditOf,
  readClaimNonce,
  submitClaim,
} from "./credit/claim-credit.ts";
export {
  type ClaimEverythingOptions,
  type ClaimOutcome,
  claimEverything,
} from "./credit/claim-everything.ts";
export {
  type ClaimOrder,
  type ClaimTypedData,
  claimDigest,
  claimTypedData,
} from "./credit/claim-order.ts";
export { readContractClaim } from "./credit/contract-claim.ts";
export { type Credit, type CreditSearch, findCredits } from "./credit/find-credits.ts";
export { signClaim } from "./credit/sign-claim.ts";
export { parseSignedClaim, type SignedClaim, signedClaimSchema } from "./credit/signed-claim.ts";
export { type ClaimContext, verifySignedClaim } from "./credit/verify-claim.ts";
export type { Currency } from "./currency.ts";
export {
  type ClaimFault,
  CurrencyUnsupportedError,
  InvalidAmountError,
  InvalidClaimError,
  InvalidPaymentError,
  InvalidSharesError,
  PayoutChainError,
  PayoutRefusedError,
  PayoutUnavailableError,
  type SharesFault,
  SplitNotFoundError,
  SplitTooLargeError,
} from "./errors.ts";
export type { LogPlace } from "./event-log.ts";
export type { ContractLocation } from "./location.ts";
export { describePayoutRevert } from "./payout-revert.ts";
export { type PersistOptions, persist } from "./persist.ts";
export { erc20Rail } from "./rail/erc20-rail.ts";
export { assertPayment, type Payment, paymentAmount } from "./rail/payment.ts";
export type { ClaimWish, PaymentRail } from "./rail/payment-rail.ts";
export type { PrepaidAccount, PrepaidStatus, Settlement } from "./rail/prepaid-account.ts";
export { type PrepaidRail, prepaidRail } from "./rail/prepaid-rail.ts";
export type { RecordQuery } from "./rail/read-records.ts";
export type {
  ClaimRecord,
  MadePayment,
  PaymentRecord,
  RailRecord,
  ShareRecord,
} from "./rail/records.ts";
export { readCurrency } from "./read-currency.ts";
export { findRouters, type RouterSearch, type RoyaltyRouter } from "./royalty/find-routers.ts";
export {
  type ForwardedRoyalties,
  findForwarded,
  forwardRoyalties,
  readWaitingRoyalties,
} from "./royalty/forward-royalties.ts";
export { signPayment } from "./sign-payment.ts";
export { type CreatedSplit, createSplit } from "./split/create-split.ts";
export {
  type DistributedPart,
  type Distribution,
  distribute,
  distributeInParts,
  type PartsOptions,
} from "./split/distribute.ts";
export { divide } from "./split/divide.ts";
export {
  divideNested,
  dividePayment,
  type ListOf,
  type PayeePart,
  type PaymentPart,
} from "./split/divide-nested.ts";
export { type FoundSplit, findSplits, type SplitSearch } from "./split/find-splits.ts";
export { acceptSplit, changeShares, fixSplit, offerSplit } from "./split/own-split.ts";
export { isSplit, readNestedLists, readSplit, readSplitBalance } from "./split/read-split.ts";
export { assertShares, type SplitShare } from "./split/share.ts";
export { packShares, unpackShares } from "./split/share-list.ts";
export type { Split, SplitBalance } from "./split/split.ts";
export { type SplitContent, splitAddress, splitImplementation } from "./split/split-address.ts";
export type { TypedDataSigner } from "./typed-data-signer.ts";
export { formatYen, parseYen, type YenFormat } from "./yen.ts";
