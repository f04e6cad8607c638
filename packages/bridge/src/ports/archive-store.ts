import type { Attestation } from "@ryugu/sdk/lane";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../domain/lane-log.ts";

/** Proof that a validator signed two heads at one place. */
export interface TwoHeads {
  first: Attestation;
  second: Attestation;
  /** Unix milliseconds. */
  time: number;
}

/** Kept by whoever collects attestations. */
export interface ArchiveStore {
  /** Stores verified attestations; those known already are skipped. Returns proofs of two heads. */
  addAttestations(attestations: readonly Attestation[]): Promise<TwoHeads[]>;
  attestations(
    laneId: Bytes32,
    query: { from: number; limit: number; validator?: Address },
  ): Promise<Attestation[]>;
  messages(laneId: Bytes32, query: { from: number; limit: number }): Promise<LaneMessage[]>;
  twoHeads(limit: number): Promise<TwoHeads[]>;
}
