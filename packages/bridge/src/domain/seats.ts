import { type ValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { manifestValidatorSet, type ZoneManifest } from "@ryugu/sdk/zone";

/** Whether a validator has a seat in a set. */
export function hasSeat({ validators }: ValidatorSet, validator: Address): boolean {
  return validators.some((seat) => isSameAddress(seat, validator));
}

/** A set as text: two sets are the same when their texts are. Comparing hashes says as much and takes far longer. */
export function setText({ epoch, quorum, validators }: ValidatorSet): string {
  return `${epoch}/${quorum}/${validators.join().toLowerCase()}`;
}

/**
 * Whether a validator's signature counts at a gateway, or will: it has a seat in the set that the gateway
 * goes by or in one that follows it. Who was rotated out signs no more; who is rotated in signs what is
 * undelivered as soon as that is known.
 */
export function signsFor(
  validator: Address,
  current: ValidatorSet,
  sets: readonly ValidatorSet[],
): boolean {
  return [current, ...sets.filter(({ epoch }) => epoch > current.epoch)].some((set) =>
    hasSeat(set, validator),
  );
}

/** The validators that a zone began with: every gateway goes by them until it has taken a rotation. */
export function genesisSet(manifest: ZoneManifest): ValidatorSet {
  const { genesis } = manifest;
  return genesis === undefined
    ? manifestValidatorSet(manifest)
    : validatorSet(0, genesis.quorum, genesis.validators);
}

/** Every set that a manifest knows of, from the genesis to the one that its partners are. */
export function manifestSets(manifest: ZoneManifest): ValidatorSet[] {
  const later = (manifest.rotations ?? []).map(({ quorum, validators }, i) =>
    validatorSet(i + 1, quorum, validators),
  );
  return [genesisSet(manifest), ...later];
}
