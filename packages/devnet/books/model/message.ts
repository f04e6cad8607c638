import type { Lot } from "./lot.ts";
import type { Account } from "./words.ts";

/** Royalties that a router sent over the lane. */
export interface Message {
  /** Its place among all batches. */
  readonly batch: number;
  readonly router: Account;
  /** The money's address where it arrives. */
  readonly token: Account;
  readonly receiver: Account;
  readonly amount: bigint;
  readonly sources: readonly Lot[];
  state: "under way" | "parked" | "arrived";
}
