import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneHalt, LaneState } from "../domain/lane.ts";

/** What the guard says about a place in a lane. */
export type GuardAnswer = { free: true } | { free: false; head: Bytes32 };

/** Kept by the attester. */
export interface AttesterStore {
  lanes(): Promise<LaneState[]>;
  /** The highest sequence of a lane at which the guard holds an entry of this validator; 0 for none. */
  lastReserved(laneId: Bytes32, anchor: number): Promise<number>;
  /**
   * Checkpoints without a stored signature of this validator, above a sequence, in order. After a rotation also those
   * that it has signed and that are not delivered to finality: others may need to hear of them again.
   */
  unsigned(laneId: Bytes32, above: number, limit: number): Promise<Checkpoint[]>;
  /**
   * The never-two-heads guard. Durably binds each place to its head before anything is signed and
   * answers, in order, what each place is bound to. A place once bound is never bound again.
   */
  reserve(checkpoints: readonly Checkpoint[]): Promise<GuardAnswer[]>;
  haltLane(laneId: Bytes32, halt: LaneHalt): Promise<void>;
  /** Stores this validator's own attestations. */
  addOwnAttestations(attestations: readonly Attestation[]): Promise<void>;
}
