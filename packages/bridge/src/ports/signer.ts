import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import type { Address } from "@ryugu/sdk/primitives";

/** A validator's key, wherever it is kept. Whoever calls it has passed the never-two-heads guard. */
export interface CheckpointSigner {
  readonly validator: Address;
  sign(checkpoint: Checkpoint): Promise<Attestation>;
}
