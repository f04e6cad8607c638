import type { Signer } from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  type Hex,
  isSameAddress,
} from "../primitives/index.ts";
import { CHECKPOINT_TYPES, type Checkpoint, checkpointDigest } from "./checkpoint.ts";
import { zoneDomain } from "./domain.ts";
import { AttestationForgedError, QuorumMissedError, UnknownValidatorError } from "./errors.ts";
import { compactSignature, recoverSigner } from "./signature.ts";
import type { ValidatorSet } from "./validator-set.ts";

/** One validator's signature on a checkpoint. It proves itself: whoever carries it need not be trusted. */
export interface Attestation extends Checkpoint {
  validator: Address;
  /** Compact, 64 bytes (EIP-2098). */
  signature: Hex;
}

/** Signs a checkpoint. Whoever calls this must first have made sure, durably, never to sign another head here. */
export async function signCheckpoint(
  signer: Pick<Signer, "getAddress" | "signTypedData">,
  zoneId: Bytes32,
  { laneId, anchor, sequence, head }: Checkpoint,
): Promise<Attestation> {
  const checkpoint = { laneId, anchor, sequence, head };
  const signature = await signer.signTypedData(zoneDomain(zoneId), CHECKPOINT_TYPES, checkpoint);
  return {
    ...checkpoint,
    validator: address(await signer.getAddress()),
    signature: compactSignature(signature),
  };
}

/**
 * Checks an attestation: that its validator is in the set, and signed it.
 *
 * @throws UnknownValidatorError, AttestationForgedError, InvalidSignatureError
 */
export function verifyAttestation(
  zoneId: Bytes32,
  set: ValidatorSet,
  attestation: Attestation,
): void {
  if (!set.validators.some((validator) => isSameAddress(validator, attestation.validator))) {
    throw new UnknownValidatorError("The attestation is by nobody of the validator set.", {
      details: [`Signer: ${attestation.validator}`, `Epoch: ${set.epoch}`],
    });
  }
  const signer = recoverSigner(checkpointDigest(zoneId, attestation), attestation.signature);
  if (!isSameAddress(signer, attestation.validator)) {
    throw new AttestationForgedError("The attestation was not signed by the validator it names.", {
      details: [`Named: ${attestation.validator}`, `Signed by: ${signer}`],
    });
  }
}

/**
 * Joins a quorum's signatures on one checkpoint as a gateway takes them: exactly k, by ascending
 * validator address. The attestations must have been verified and be of one checkpoint.
 *
 * @throws QuorumMissedError
 */
export function joinSignatures(set: ValidatorSet, attestations: readonly Attestation[]): Hex {
  const chosen = set.validators
    .map((validator) => attestations.find((a) => isSameAddress(a.validator, validator)))
    .filter((attestation) => attestation !== undefined)
    .slice(0, set.quorum);
  if (chosen.length < set.quorum) {
    throw new QuorumMissedError(`${chosen.length} of ${set.quorum} signatures were given.`);
  }
  return `0x${chosen.map(({ signature }) => signature.slice(2)).join("")}`;
}
