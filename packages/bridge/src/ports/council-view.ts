import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";

/** Who decides in the zone now. Each gateway takes rotations by itself, so they may differ for a while. */
export interface CouncilView {
  /** The set that a chain's gateway goes by, as its final blocks say. */
  on(chain: ChainId): ValidatorSet;
  /** Every set that some gateway goes by or is to follow, by epoch: their attestations are worth keeping. */
  sets(): readonly ValidatorSet[];
}
