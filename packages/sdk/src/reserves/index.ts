/**
 * What vaults hold and owe: a validator's daily statement and a holder's certificate, verified offline. And, apart from them,
 * what the issuer of a yen currency holds against its money.
 */
export {
  type ClaimCertificate,
  type ClaimCertificateBody,
  claimCertificateSchema,
} from "./certificate.ts";
export { collectionKey } from "./consistency.ts";
export {
  IssuerFactUnreadError,
  ReservesContradictoryError,
  ReservesUntrustedError,
} from "./errors.ts";
export {
  checkIssuerReserveReport,
  type IssuerCheckOptions,
  type IssuerReserveCheck,
} from "./issuer/check.ts";
export { type IssuerReserveComposition, issuerReserveComposition } from "./issuer/composition.ts";
export { readContractSignature } from "./issuer/contract-signature.ts";
export { ISSUER_FINDINGS, type IssuerFindingCode } from "./issuer/finding-codes.ts";
export { holdingValue, type IssuerHolding } from "./issuer/holding.ts";
export {
  type OutstandingFact,
  type OutstandingQuestion,
  readOutstanding,
} from "./issuer/outstanding.ts";
export { readIssuerReserveReport, verifyIssuerReserveReport } from "./issuer/read.ts";
export {
  type IssuerReserveReport,
  type IssuerReserveReportBody,
  issuerReserveReportBodySchema,
  issuerReserveReportSchema,
} from "./issuer/report.ts";
export { ISSUER_RESERVE_RULE } from "./issuer/rule.ts";
export {
  type IssuerSignatureState,
  issuerReserveDigest,
  signIssuerReserveReport,
} from "./issuer/signature.ts";
export {
  type CertifiedHolding,
  type CertifiedHomeHolding,
  owedOf,
  type Reserve,
  type ReserveState,
  reserveSchema,
  stateOf,
} from "./reserve.ts";
export { reservesDigest, signClaimCertificate, signStatement } from "./signature.ts";
export {
  type ReserveStatement,
  type ReserveStatementBody,
  reserveStatementSchema,
} from "./statement.ts";
export { verifyClaimCertificate, verifyStatement } from "./verify.ts";
