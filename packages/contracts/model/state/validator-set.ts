import type { Address } from "../words.ts";

/** The partners' signing keys at one epoch, ascending, and how many make a quorum. */
export interface ValidatorSet {
  readonly epoch: number;
  readonly quorum: number;
  readonly validators: readonly Address[];
}
