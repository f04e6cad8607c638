import type { ValidatorSet } from "@ryugu/sdk/lane";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";

/** Whether a validator has a seat in a set. */
export function hasSeat({ validators }: ValidatorSet, validator: Address): boolean {
  return validators.some((seat) => isSameAddress(seat, validator));
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
