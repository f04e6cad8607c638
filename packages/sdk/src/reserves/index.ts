/** What vaults hold and owe: a validator's daily statement and a holder's certificate, verified offline. */
export {
  type ClaimCertificate,
  type ClaimCertificateBody,
  claimCertificateSchema,
} from "./certificate.ts";
export { collectionKey } from "./consistency.ts";
export { ReservesContradictoryError, ReservesUntrustedError } from "./errors.ts";
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
