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
  /** A lane's attestations from a sequence on, in order; of one validator, or of all. */
  attestations(
    laneId: Bytes32,
    query: { from: number; limit: number; validator?: Address },
  ): Promise<Attestation[]>;
  /** A lane's final messages from a sequence on, in order. */
  messages(laneId: Bytes32, query: { from: number; limit: number }): Promise<LaneMessage[]>;
  /** Proofs of two heads, the newest first. */
  twoHeads(limit: number): Promise<TwoHeads[]>;
}
