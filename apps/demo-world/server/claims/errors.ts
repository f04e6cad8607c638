import { ReasonedError } from "../http/errors.ts";

/**
 * A signed claim is not one that the platform pays the gas for, or that the chain would take. Reasons: `terms`, `payee`,
 * `chain`, `currency`, `place`, `recipient`, `expired`, `nonce`, `signature`, or the contract's own (`NothingToClaim`).
 */
export class ClaimRefusedError extends ReasonedError {
  readonly code = "claim-refused";
}
