import { hashValidatorSet, type ValidatorSet } from "@ryugu/sdk/lane";
import { setText } from "./seats.ts";

/** A validator set, and who goes by it. */
export interface PlacedSet {
  place: string;
  set: ValidatorSet;
}

/** Two or more different sets of one epoch. */
export interface CouncilSplit {
  epoch: number;
  places: string[];
}

/**
 * Finds epochs in which not everybody goes by the same set: a quorum has signed two rotations from one epoch,
 * and gateways that took different ones will never agree again by themselves.
 */
export function findSplits(sets: readonly PlacedSet[]): CouncilSplit[] {
  return [...Map.groupBy(sets, ({ set }) => set.epoch)]
    .filter(([, placed]) => new Set(placed.map(({ set }) => setText(set))).size > 1)
    .map(([epoch, placed]) => ({
      epoch,
      places: placed.map(({ place, set }) => `${place}: ${hashValidatorSet(set)}`),
    }));
}
