import { type Attestation, type ValidatorSet, verifyAttestation } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { Report } from "../ports/report.ts";
import type { ArchiveStore } from "../ports/store.ts";
import { UnknownLaneError } from "./errors.ts";

/** Takes attestations from anybody, verified. */
export interface Intake {
  /** @throws UnknownLaneError, UnknownValidatorError, AttestationForgedError, InvalidSignatureError */
  verify(attestation: Attestation): void;
  /**
   * Verifies all, then stores all. Proofs that a validator signed two heads are kept and reported.
   *
   * @returns how many were given
   */
  accept(attestations: readonly Attestation[]): Promise<number>;
}

export interface IntakeContext {
  store: Pick<ArchiveStore, "addAttestations">;
  report: Report;
  zoneId: Bytes32;
  validatorSet: ValidatorSet;
  laneIds: ReadonlySet<Bytes32>;
}

/** Makes the intake. */
export function createIntake({
  store,
  report,
  zoneId,
  validatorSet,
  laneIds,
}: IntakeContext): Intake {
  const verify = (attestation: Attestation) => {
    if (!laneIds.has(attestation.laneId)) {
      throw new UnknownLaneError("The attestation is of a lane that this zone does not have.", {
        details: [`Lane: ${attestation.laneId}`],
      });
    }
    verifyAttestation(zoneId, validatorSet, attestation);
  };
  return {
    verify,
    async accept(attestations) {
      for (const attestation of attestations) verify(attestation);
      for (const { second } of await store.addAttestations(attestations)) {
        const { validator, laneId, sequence } = second;
        report({ type: "two-heads-found", validator, laneId, sequence });
      }
      return attestations.length;
    },
  };
}
