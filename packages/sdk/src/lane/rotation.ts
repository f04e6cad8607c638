import type { Bytes32, Hex } from "../primitives/index.ts";
import { zoneDomain } from "./domain.ts";
import {
  type StructTypes,
  signCompact,
  structFields,
  type TypedDataSigner,
  typedDigest,
} from "./typed-data.ts";
import { hashValidatorSet, type ValidatorSet } from "./validator-set.ts";

/** The change from one validator set to the next, on every gateway of the zone. */
export interface Rotation {
  /** The set that follows; its epoch is one more than that of the set which signs. */
  set: ValidatorSet;
  /** Unix seconds from which it counts, at most 30 days ahead; 0 for at once. */
  validFrom: number;
}

/** The EIP-712 types of a {@link Rotation}. */
export const ROTATION_TYPES: StructTypes = {
  Rotation: structFields(
    "bytes32 zoneId,uint64 from,uint64 to,bytes32 setHash,uint16 k,uint64 validFrom",
  ),
};

/** The EIP-712 digest that the current validators sign; it names no chain, because it counts on all. */
export function rotationDigest(zoneId: Bytes32, rotation: Rotation): Bytes32 {
  return typedDigest(zoneDomain(zoneId), ROTATION_TYPES, toMessage(zoneId, rotation));
}

/** Signs a rotation; 64 bytes (EIP-2098). A validator must never sign two different ones from one epoch. */
export function signRotation(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  rotation: Rotation,
): Promise<Hex> {
  return signCompact(signer, zoneDomain(zoneId), ROTATION_TYPES, toMessage(zoneId, rotation));
}

const toMessage = (zoneId: Bytes32, { set, validFrom }: Rotation) => ({
  zoneId,
  from: set.epoch - 1,
  to: set.epoch,
  setHash: hashValidatorSet(set),
  k: set.quorum,
  validFrom,
});
