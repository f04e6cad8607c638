import { TypedDataEncoder, type TypedDataField } from "ethers";
import type { Bytes32 } from "../primitives/index.ts";
import { zoneDomain } from "./domain.ts";

/** A lane's head at a sequence. The anchor counts re-anchorings and is normally 0. */
export interface Checkpoint {
  laneId: Bytes32;
  anchor: number;
  sequence: number;
  head: Bytes32;
}

/** A validator signs at every sequence divisible by this, besides the end of each final block. */
export const CHECKPOINT_INTERVAL = 16;

/** The EIP-712 types of a checkpoint. */
export const CHECKPOINT_TYPES: Record<string, TypedDataField[]> = {
  Checkpoint: [
    { name: "laneId", type: "bytes32" },
    { name: "anchor", type: "uint64" },
    { name: "sequence", type: "uint64" },
    { name: "head", type: "bytes32" },
  ],
};

/** The EIP-712 digest that validators sign. */
export function checkpointDigest(zoneId: Bytes32, checkpoint: Checkpoint): Bytes32 {
  const { laneId, anchor, sequence, head } = checkpoint;
  return TypedDataEncoder.hash(zoneDomain(zoneId), CHECKPOINT_TYPES, {
    laneId,
    anchor,
    sequence,
    head,
  }) as Bytes32;
}
