import { TypedDataEncoder } from "ethers";
import { type Address, type Bytes32, isSameAddress } from "../primitives/index.ts";
import { InvalidValidatorSetError } from "./errors.ts";

/** The partners' signing keys at one epoch, and how many of them make a quorum. */
export interface ValidatorSet {
  /** 0 at genesis, one more with each rotation. */
  epoch: number;
  /** k: more than half, and at least 3 unless the zone is a test. */
  quorum: number;
  /** In strictly ascending order. */
  validators: readonly Address[];
}

/**
 * Puts addresses in order and checks the set: no duplicates, and k more than half of n.
 *
 * @throws InvalidValidatorSetError
 */
export function validatorSet(
  epoch: number,
  quorum: number,
  addresses: readonly Address[],
): ValidatorSet {
  const validators = [...addresses].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const twice = validators.find((v, i) => i > 0 && isSameAddress(v, validators[i - 1] ?? ""));
  if (twice !== undefined) {
    throw new InvalidValidatorSetError("A validator is named twice.", { details: [twice] });
  }
  if (!Number.isInteger(quorum) || quorum * 2 <= validators.length || quorum > validators.length) {
    throw new InvalidValidatorSetError(
      "A quorum is more than half of the validators and at most all.",
      {
        details: [`k = ${quorum}, n = ${validators.length}`],
      },
    );
  }
  return { epoch, quorum, validators };
}

/** The hash that names a validator set on every gateway. */
export function hashValidatorSet(set: ValidatorSet): Bytes32 {
  const types = {
    ValidatorSet: [
      { name: "epoch", type: "uint64" },
      { name: "quorum", type: "uint16" },
      { name: "validators", type: "address[]" },
    ],
  };
  return TypedDataEncoder.hashStruct("ValidatorSet", types, set) as Bytes32;
}
