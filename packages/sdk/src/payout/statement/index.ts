/** What a creator got in a period, from what chains recorded: derived, signed, verified, reconciled, and written for the books. */
export { statementCsv } from "./csv/statement-csv.ts";
export { deriveStatement, deriveStatements } from "./derive/derive-statement.ts";
export { requestOf, type StatementRequest } from "./derive/request.ts";
export type { StatementCurrency } from "./document/currency.ts";
export type {
  IncomeLine,
  Settlement,
  StatementLine,
  StatementPart,
  Work,
} from "./document/line.ts";
export {
  type SignedStatement,
  type Statement,
  type StatementClaim,
  type StatementNames,
  signedStatementSchema,
  statementSchema,
} from "./document/statement.ts";
export type { ChainSums, YenSums } from "./document/totals.ts";
export {
  InvalidPeriodError,
  StatementContradictoryError,
  StatementFactsError,
  StatementPdfError,
  StatementUntrustedError,
} from "./errors.ts";
export type {
  BatchFact,
  BatchSource,
  ChainFacts,
  ClaimFact,
  CoveredChain,
  Place,
  RefundFact,
  SaleFact,
  ShareFact,
  ShareRole,
} from "./facts.ts";
export { factsIn } from "./facts-in.ts";
export { statementJson } from "./json.ts";
export type { StatementLanguage } from "./language.ts";
export { type Period, parsePeriod, periodSeconds } from "./period.ts";
export { type ChainTotals, chainTotals } from "./reconcile/chain-totals.ts";
export type { Difference, DifferenceKind } from "./reconcile/difference.ts";
export { type Reconciliation, reconcile } from "./reconcile/reconcile.ts";
export {
  isCorporateRegistrationNumber,
  isRegistrationNumber,
} from "./record/registration-number.ts";
export {
  type ConsumptionTaxRule,
  type DueRule,
  REMUNERATION_WITHHOLDING,
  type RecordSettings,
  recordSettingsSchema,
  SIXTY_DAYS,
  STANDARD_CONSUMPTION_TAX,
  type WithholdingRule,
} from "./record/settings.ts";
export { signStatement, statementDigest } from "./signature.ts";
export {
  type Rederivation,
  readStatement,
  rederiveStatement,
  type VerifiedStatement,
  verifyStatement,
} from "./verify.ts";
